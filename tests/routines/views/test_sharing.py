"""Handing a routine on, and opening one: what the person's own rules make of it comes first."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from routines.models import Routine, Step
from routines.sharing import USUAL, Shared, code_of, document
from tests import make
from tests.routines.rows import answered

LINES = tuple({**USUAL, "point": code, "seconds": 45} for code in ("SP6", "PC6"))
KEY = "5f0c2e0e-9d1e-4c55-8f5b-1f6f5f8a9b10"


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner, codes=("BL23", "PC6"), name="Evening, for Anna")


def text_of(*lines, name="From a friend", **changes):
    told = json.loads(document(Shared(name, lines or LINES), catalogue="abc")) | changes
    return json.dumps(told)


def opened(client, text):
    file = SimpleUploadedFile("x.routine.json", text.encode() if isinstance(text, str) else text)
    return client.post("/routines/open/", {"file": file})


def keep(client, text, **fields):
    return client.post("/routines/open/keep/", {"text": text, "key": KEY} | fields)


def content(routine):
    rows = routine.steps.order_by("position")
    return list(rows.values_list("point__code", "side", "hold_seconds", "tool", "pressure"))


def test_a_routine_goes_out_as_a_file_and_comes_in_the_same(client, owner, stranger, routine):
    client.force_login(owner)
    file = client.get(f"/routines/{routine.pk}/file/")
    assert file["Content-Disposition"] == 'attachment; filename="evening-for-anna.routine.json"'

    client.force_login(stranger)
    answered(stranger)
    page = opened(client, file.content)
    assert page.status_code == 200
    assert not Routine.objects.kept_by(stranger).exists()
    response = keep(client, page.context["keep"]["text"].value())

    theirs = Routine.objects.kept_by(stranger).get()
    assert response.url == f"/routines/{theirs.pk}/"
    assert (theirs.name, content(theirs)) == (routine.name, content(routine))


def test_a_file_says_nothing_of_its_owner(signed_in, owner, routine):
    answered(owner, pregnant="yes", agreed=True)

    text = signed_in.get(f"/routines/{routine.pk}/file/").content.decode()

    assert owner.username not in text
    assert "pregnant" not in text


def test_a_card_has_the_code_that_opens_it_and_no_word_of_the_person(signed_in, owner, routine):
    page = signed_in.get(f"/routines/{routine.pk}/card/")

    code = page.context["code"]
    assert code.startswith("BL23.30/PC6.30/")
    assert page.context["address"] == f"http://testserver/routines/open/#{code}"
    body = page.content.decode().partition("<main")[2]
    assert owner.username not in body
    assert "Anna" not in code

    assert body.count('class="plate__drawing"') == len(page.context["lines"])
    assert "plate__label" not in body  # too small to be read there

    again = signed_in.post("/routines/open/", {"code": code.lower(), "name": "Typed"})
    assert again.context["name"] == "Typed"
    assert [press.point.code for press in again.context["presses"]] == ["BL23", "PC6"]


@pytest.mark.parametrize("codes", [("BL23",), ("BL23", "PC6", "GB34")])
def test_a_card_takes_the_same_queries_for_any_number_of_steps(
    signed_in, owner, codes, django_assert_num_queries
):
    routine = make.routine(owner=owner, codes=codes)

    with django_assert_num_queries(6):  # who it is 2, routine, steps, points, techniques
        signed_in.get(f"/routines/{routine.pk}/card/")


def test_what_does_not_suit_the_person_is_shown_before_anything_is_kept(signed_in, owner):
    answered(owner, pregnant="yes", agreed=True)

    page = opened(signed_in, text_of())

    assert "SP6" in [change.code for change in page.context["changes"]]
    assert "SP6" not in [press.point.code for press in page.context["presses"]]
    assert b"Left out in pregnancy" in page.content
    assert not Routine.objects.kept_by(owner).exists()


def test_what_is_more_than_a_point_bears_is_eased_and_said(signed_in, owner):
    answered(owner)

    page = opened(signed_in, text_of(LINES[1] | {"seconds": 300, "pressure": "firm"}))

    press = page.context["presses"][0]
    assert press.within_point() == press
    assert [change.code for change in page.context["changes"]] == ["PC6"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hello", "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (text_of(version=2), "another version (2)"),
        (text_of(version="\ud800"), "does not say which version"),
        (text_of(version=[2]), "does not say which version"),
        (text_of(format="other"), "no routine of Backbeat"),
        (text_of(*[LINES[0]] * 200), "200 steps. A routine has at most 40"),
        (text_of(steps=[]), "no steps"),
        (text_of(LINES[0], LINES[1] | {"point": "BL99"}), "no point &#x27;BL99&#x27;"),
        (text_of(LINES[0] | {"technique": "hammering"}), "does not suit this point"),
        (text_of(LINES[0] | {"seconds": 10_000}), "Step 1 cannot be read"),
        (text_of(LINES[0] | {"side": "midline"}), "there is no side"),
        ("x" * 70_000, "far too large"),
        ("", "cannot be read"),
    ],
)
def test_a_bad_file_gets_a_clear_sentence_and_nothing_is_kept(signed_in, owner, text, words):
    page = opened(signed_in, text)

    assert page.status_code == 422
    assert words in page.content.decode()
    assert not Routine.objects.kept_by(owner).exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Choose a file, or type the code"),
        ({"code": "BL23.60/AAAA"}, "letters is not right"),
        ({"code": "hello"}, "no code of a routine"),
        ({"code": "x" * 70_000}, "at most 65536"),
        ({"code": code_of([LINES[0] | {"point": "ZZ99"}])}, "no point &#x27;ZZ99&#x27;"),
        ({"code": "BL23.60", "name": "x" * 200}, "at most 80"),
    ],
)
def test_a_bad_code_gets_a_clear_sentence_and_is_kept_in_its_field(signed_in, fields, words):
    page = signed_in.post("/routines/open/", fields)

    assert page.status_code == 422
    assert words in page.content.decode()
    assert "This cannot be opened." in page.text
    assert "Not saved yet." not in page.text.split("<form")[-1]
    assert page.context["form"]["code"].value() == fields.get("code")


def test_a_point_gone_from_the_catalogue_is_told(signed_in, owner):
    step = make.routine(owner=owner, codes=("SP6",)).steps.get()
    step.point.retired = True
    step.point.save(update_fields=["retired"])

    assert b"no point &#x27;SP6&#x27;" in opened(signed_in, text_of()).content


def test_a_repeated_tap_keeps_one(signed_in, owner):
    answered(owner)
    for _ in range(2):
        assert keep(signed_in, text_of()).status_code == 302

    assert Routine.objects.kept_by(owner).count() == 1
    assert Step.objects.filter(routine__owner=owner).count() == 2


def test_the_same_routine_again_is_told_and_kept_only_on_a_second_word(signed_in, owner):
    answered(owner)
    keep(signed_in, text_of())
    kept = Routine.objects.kept_by(owner).get()

    page = opened(signed_in, text_of(name="Another name"))
    assert page.context["same"] == kept
    assert b"You have these steps already." in page.content

    other = "6f0c2e0e-9d1e-4c55-8f5b-1f6f5f8a9b10"
    assert keep(signed_in, text_of(), key=other).context["same"] == kept
    assert Routine.objects.kept_by(owner).count() == 1

    assert keep(signed_in, text_of(), key=other, again="on").status_code == 302
    assert Routine.objects.kept_by(owner).count() == 2


@pytest.mark.parametrize("text", ["", "hello", text_of(version=9), "x" * 70_000])
def test_a_page_that_sends_back_something_else_keeps_nothing(signed_in, owner, text):
    response = keep(signed_in, text)

    assert response.status_code == 422
    assert b"Nothing was kept." in response.content
    assert not Routine.objects.kept_by(owner).exists()
