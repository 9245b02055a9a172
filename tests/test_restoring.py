"""What one test writes into the catalogue, the next one does not see."""

import pytest

from points.models import Point
from routines.models import Routine
from tests import make, restoring


def everything():
    return [list(rows.order_by("pk").values()) for rows in (Point.objects, Routine.objects)]


@pytest.mark.django_db(transaction=True)
def test_put_back_undoes_what_was_changed_added_and_taken_away():
    before = everything()
    Point.objects.filter(code="BL23").update(name_pinyin="other")
    Routine.objects.first().delete()
    make.routine(owner=make.person(name="owner"))
    assert everything() != before

    restoring.put_back()

    assert everything() == before


@pytest.mark.django_db(transaction=True)
def test_put_back_leaves_alone_what_is_as_it_was():
    restoring.put_back()
    first = everything()
    restoring.put_back()
    assert everything() == first != [[], []]
