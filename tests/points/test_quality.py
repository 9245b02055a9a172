"""The check of the catalogue: finds each kind of fault, names where it is, needs no database."""

import io
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from points import quality, reading, wording
from points.anatomy import views
from points.questions import CATALOGUE
from points.reading import Entry
from tests.points.text import point, points, text

ANY = {"points_confirmed": True, "points": "HT7 and others", "position": 3}


def entry(code, **changes):
    """An entry of the catalogue as it stands, with some of its values changed."""
    kept = next(one for one in text()["point"] if one.key == code)
    return Entry(kept.file, kept.key, {**kept.values, **changes}, kept.line, kept.lines)


def faults(code, **changes):
    """What the check says of a changed point, after the name of the file."""
    changed = entry(code, **changes)
    found = [*quality.of_words(changed), *quality.of_point(changed)]
    start = f"{changed.file}, line "
    assert all(one.startswith(start) for one in found)
    return [one.partition(f"{code}: ")[2] for one in found]


def test_catalogue_is_good():
    assert list(quality.problems(text())) == []


def test_every_best_view_has_the_words_that_begin_its_text():
    assert {views(one)[0] for one in points().values()} == set(quality.LEADS)


def told(code):
    return point(code).alternative_text


@pytest.mark.parametrize(
    ("code", "old", "new", "reason"),
    [
        ("BL23", "on each side of the spine", "above the spine", "tells of 1 discs, the picture"),
        ("GV4", "one disc", "two discs", "tells of 2 discs, the picture has 1."),
        ("GV4", "on the midline", "somewhere", "must say on the midline"),
        ("BL23", "waist height", "waist height on the midline", "must say on the midline"),
        ("HT7", "The palm side of the forearm", "The back of the hand", "must begin with"),
        ("EX-B2", "seventeen", "some", "tells of 0 discs, the picture has 34."),
    ],
)
def test_text_twin_that_differs_from_its_picture_is_found(code, old, new, reason):
    assert old in told(code)

    (fault,) = faults(code, alternative_text=told(code).replace(old, new))

    assert fault.startswith(f'"alternative_text" {reason}')


def moved(code, **changes):
    location = point(code).location
    return {**location, **changes}


def test_point_outside_its_figure_is_found():
    found = faults("BL23", location=moved("BL23", lateral_offset_cun=12))

    assert '"location" lies outside the figure back-trunk.' in found


def test_point_that_cannot_be_drawn_is_found():
    (fault,) = faults("BL23", location=moved("BL23", vertebral_level="X9"))

    assert fault.startswith('"location" cannot be drawn:')


def step(say):
    return {"say": say, "light": ["point"]}


def test_last_step_must_say_that_a_point_is_a_patch():
    (fault,) = faults("BL23", find_steps=[step("Press here."), step("Press there.")])

    assert fault.startswith('"find_steps" must end with')


@pytest.mark.parametrize(("code", "source"), [("EX-B7", "who-2008"), ("BL23", "textbooks")])
def test_extra_point_leans_on_textbooks_and_no_other_does(code, source):
    (fault,) = faults(code, source=[source])

    assert fault.startswith('"source" must name "textbooks" for an extra point')


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("It relieves pain.", 'promises too much: "relieves".'),
        ("A treatment for the back.", 'promises too much: "treatment".'),
        ("Used for coughs [M-high].", "carries the mark of what is still to be checked."),
        ("Sure, M-med.", "carries the mark of what is still to be checked."),
        ("Thumbs with 3-4 kg.", "tells the force of a thumb, which is still to be checked."),
        ("In six sessions.", "tells how many sessions the therapist gave"),
        ("One in six has no tendon.", "tells how many people lack a tendon"),
        ("Needles: 9.2 lower.", "tells the size of the effect of needles"),
    ],
)
def test_word_that_promises_and_fact_that_was_not_checked_are_found(sentence, reason):
    (fault,) = faults("BL23", traditional_use=sentence)

    assert fault.startswith(f'"traditional_use" {reason}')


def test_words_inside_lists_and_tables_are_read_too():
    assert list(wording.texts_of({"a": ["b", {"c": "d"}], "source": ["e"], "f": 1})) == ["b", "d"]
    assert faults("BL23", reach={**point("BL23").reach, "how": "It cures."}) != []


def test_names_of_papers_are_quoted_as_they_are():
    paper = Entry("sources.toml", "x", {"citation": "A treatment. 2009."}, 1, {})

    assert list(quality.of_words(paper)) == []


def test_trial_whose_list_does_not_hold_the_point_is_found():
    rest = {kind: [] for kind in text()}
    study = Entry("studies.toml", "trial", ANY, 1, {})
    named = [entry("HT7", trial_ids=["trial"]), entry("BL23", trial_ids=["trial"])]

    found = list(quality.problems({**rest, "study": [study], "point": named}))

    assert [one.partition(": ")[2] for one in found] == [
        '"trial_ids" names trial, whose list does not hold it.'
    ]


def test_trial_whose_list_was_not_checked_may_be_named():
    rest = {kind: [] for kind in text()}
    study = Entry("studies.toml", "trial", {**ANY, "points_confirmed": False}, 1, {})
    named = [entry("BL23", trial_ids=["trial"])]

    assert list(quality.problems({**rest, "study": [study], "point": named})) == []


def test_two_entries_at_one_position_are_found():
    rest = {kind: [] for kind in text()}
    twins = [Entry("claims.toml", key, {"position": 4}, 1, {}) for key in ("one", "two")]

    assert list(quality.problems({**rest, "claim": twins})) == [
        'claims.toml, line 1, two: "position" is that of one too.'
    ]


def test_command_needs_no_database():
    env = {**os.environ, "SECRET_KEY": "check", "DATABASE_URL": "postgresql://no@127.0.0.1:1/no"}
    run = [sys.executable, "manage.py", "check_catalogue"]

    done = subprocess.run(
        run, check=False, cwd=settings.BASE_DIR, env=env, capture_output=True, text=True
    )

    assert done.stderr == ""
    assert done.stdout.startswith("Catalogue is good: ")
    assert done.returncode == 0


def test_command_names_file_line_entry_key_and_reason(tmp_path):
    for file in CATALOGUE.rglob("*.toml"):
        copy = tmp_path / file.relative_to(CATALOGUE)
        copy.parent.mkdir(exist_ok=True)
        spoilt = file.read_text(encoding="utf-8").replace("Kidney Shu", "Cured kidneys")
        copy.write_text(spoilt, encoding="utf-8")
    (entry_there,) = [one for one in reading.entries(tmp_path / "points") if one.key == "BL23"]
    line = entry_there.lines["name_english"]

    with pytest.raises(CommandError) as refused:
        call_command("check_catalogue", str(tmp_path), stdout=io.StringIO())

    assert str(refused.value).splitlines() == [
        "The catalogue is not good enough.",
        f'  bladder.toml, line {line}, BL23: "name_english" promises too much: "Cured".',
    ]


def test_command_names_what_is_malformed_too(tmp_path):
    for file in CATALOGUE.rglob("*.toml"):
        copy = tmp_path / file.relative_to(CATALOGUE)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "claims.toml").write_text("[one]\n", encoding="utf-8")

    with pytest.raises(CommandError, match=r'claims.toml, line 1, one: "topic" is missing\.'):
        call_command("check_catalogue", str(tmp_path))
