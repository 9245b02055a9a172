"""The text of the catalogue is searched by Postgres itself."""

import pytest

from points.models import Point

pytestmark = pytest.mark.django_db


def telling(*words):
    return list(Point.objects.current().telling_of(words).values_list("code", flat=True))


def test_word_is_found_in_its_other_forms():
    assert set(telling("tendons")) == set(telling("tendon"))
    assert "KI3" in telling("achilles")


def test_beginning_of_a_word_is_enough():
    assert set(telling("achilles")) <= set(telling("achil"))


def test_every_word_must_be_told():
    assert set(telling("ankle", "tendon")) == set(telling("ankle")) & set(telling("tendon"))
    assert set(telling("ankle", "navel")) == set()


def test_name_and_place_come_before_the_rest():
    assert telling("kidney")[0] == "BL23"


@pytest.mark.parametrize("words", [(), ("the",), ("zzz",)])
def test_nothing_told_is_nothing_found(words):
    assert telling(*words) == []


def test_no_word_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert telling() == []


def test_changed_text_is_found_at_once():
    Point.objects.with_code("PC6").update(how_to_find="Beside the quaint clasp.")

    assert telling("quaint") == ["PC6"]


def test_list_does_not_read_the_search_column(django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        list(Point.objects.for_reading())

    assert '"told"' not in asked[0]["sql"]
