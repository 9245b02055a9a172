"""Loading the programmes' text."""

import tomllib

import pytest
from django.core.management import call_command

from routines.holds import at_length, planned_seconds, unfold
from routines.models import Programme, Routine, Session, Step
from routines.programmes import PROGRAMMES, ProgrammeError, load_programmes
from tests import make

WHOLE = """
[desk]
name = "Desk"
summary = "Two points."
evidence = "Nobody has tested this set."
unknown = "Nearly everything."
dose = "Once a day."
weeks = 6
source = ["who-2008"]
steps = [{ point = "BL23", seconds = 45 }, { point = "PC6", seconds = 60, rounds = 2 }]
"""


@pytest.fixture
def load(db, tmp_path):
    def load_text(text):
        file = tmp_path / "programmes.toml"
        file.write_text(text)
        return load_programmes(file)

    return load_text


def test_loading_twice_changes_no_row(db):
    before = list(Step.objects.order_by("pk").values())

    load_programmes()

    assert list(Step.objects.order_by("pk").values()) == before


def test_a_programme_is_loaded_with_its_steps_in_order(load):
    assert load(WHOLE) == 1

    steps = Routine.objects.get(programme__slug="desk", owner=None).steps.select_related("point")
    assert [(s.position, s.point.code, s.hold_seconds, s.rounds) for s in steps] == [
        (1, "BL23", 45, 1),
        (2, "PC6", 60, 2),
    ]


def test_a_programme_gone_from_the_text_leaves_people_s_copies_and_sessions(load, owner):
    copy = make.routine(owner=owner)
    Routine.objects.filter(pk=copy.pk).update(programme=Programme.objects.get(slug="ball"))
    session = make.practice(owner=owner, routine=copy)

    load(WHOLE)

    assert [row.slug for row in Programme.objects.all()] == ["desk"]
    copy.refresh_from_db()
    assert (copy.programme, copy.steps.count()) == (None, 2)
    assert Session.objects.get().routine == copy
    assert session == Session.objects.get()


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ('summary = "Two points."', "", "'summary' is missing"),
        ("weeks = 6", "", "'weeks' is missing"),
        ('source = ["who-2008"]', "source = []", "'source' is missing"),
        ('"who-2008"', '"hearsay"', "there is no source 'hearsay'"),
        ('"BL23"', '"BL99"', "there is no point 'BL99'"),
        ("seconds = 45", "seconds = 20", "20 seconds are outside 30 to 180"),
        ("seconds = 45", "seconds = 200", "200 seconds are outside 30 to 180"),
        ("seconds = 45", 'seconds = 45, pressure = "firm"', "firm is more than medium"),
        ("seconds = 45", 'seconds = 45, pressure = "hard"', "not a valid choice"),
        ("seconds = 45", 'seconds = 45, side = "midline"', "there is no side 'midline'"),
        ("seconds = 45", 'seconds = 45, technique = "pinching_pressure"', "does not suit"),
        ("seconds = 45", 'seconds = 45, tool = "stick"', "a stick does not suit"),
        ('"BL23"', '"BL13"', "cannot be reached by hand"),
    ],
)
def test_a_programme_that_is_not_right_is_refused_and_nothing_changes(load, written, instead, said):
    before = Step.objects.count(), Programme.objects.count()

    with pytest.raises(ProgrammeError, match=f"desk.*{said}"):
        load(WHOLE.replace(written, instead))

    assert (Step.objects.count(), Programme.objects.count()) == before


def test_the_command_says_how_many_there_are(db, capsys):
    call_command("load_programmes")

    assert capsys.readouterr().out == "7 programmes loaded.\n"


@pytest.mark.parametrize(
    ("slug", "minutes"),
    [("article-set", 10), ("desk", 9), ("ball", 8), ("sciatica", 7.5), ("neck-shoulder", 7.5),
     ("wind-down", 9), ("pick-up", 10)],
)  # fmt: skip
def test_every_programme_lasts_as_long_as_the_review_says(db, slug, minutes):
    routine = Routine.objects.of_programmes().for_reading().get(programme__slug=slug)
    presses = [step.press() for step in routine.steps.all()]

    assert planned_seconds(unfold(presses)) == minutes * 60
    assert planned_seconds(unfold(at_length(presses, "full"))) <= 30 * 60


def test_every_source_of_the_text_is_named(db):
    entries = tomllib.loads(PROGRAMMES.read_text())

    assert all(entry["source"] and entry["evidence"] for entry in entries.values())
