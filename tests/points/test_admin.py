"""Curators: an edit is checked, seen, remembered, written back, and never lost in silence."""

import io
import json
import shutil
from http import HTTPStatus

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import CommandError, call_command

from points.loading import EditedError, Edits, load_catalogue
from points.models import CatalogueVersion, Claim, Lesson, Point, Source, Study, Technique
from points.questions import CATALOGUE
from points.reading import CatalogueError
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    client.force_login(make.person(is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(CATALOGUE, tmp_path / "catalogue")


def address(row):
    return f"/admin/points/{row._meta.model_name}/{row.pk}/change/"


def typed(client, row):
    """What the form of a row would send, untouched."""
    form = client.get(address(row)).context["adminform"].form
    told = {}
    for name in form.fields:
        value = form[name].value()
        if value is True:
            told[name] = "on"
        elif value is not False and value is not None:
            told[name] = value
    return told


def edit(client, row, **changes):
    return client.post(address(row), typed(client, row) | changes)


def errors(response):
    return response.context["adminform"].form.errors


def point(code="BL23"):
    return Point.objects.get(code=code)


def written(folder):
    return {file: file.read_bytes() for file in folder.rglob("*.toml")}


def export(folder):
    out = io.StringIO()
    call_command("export_catalogue", str(folder), stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("model", [Point, Technique, Claim, Lesson, Study, Source])
def test_row_sent_untouched_changes_nothing(curator, model):
    row = model.objects.order_by("position").first()
    before = model.objects.filter(pk=row.pk).values().get()

    assert edit(curator, row).status_code == HTTPStatus.FOUND

    assert model.objects.filter(pk=row.pk).values().get() == before
    assert CatalogueVersion.objects.get().edited == []


def test_every_point_can_be_opened_and_sent_untouched(curator, folder):
    for row in Point.objects.all():
        response = edit(curator, row)
        assert response.status_code == HTTPStatus.FOUND, errors(response)

    before = written(folder)
    assert export(folder) == "Catalogue written: nothing changed.\n"
    assert written(folder) == before


def test_rows_are_neither_added_nor_deleted(curator):
    assert curator.get("/admin/points/point/add/").status_code == HTTPStatus.FORBIDDEN
    gone = curator.post(f"/admin/points/point/{point().pk}/delete/", {"post": "yes"})
    assert gone.status_code == HTTPStatus.FORBIDDEN


def test_edit_is_saved_noted_and_kept_in_the_history(curator):
    row = point()

    assert edit(curator, row, name_english="Kidney Shu point").status_code == HTTPStatus.FOUND

    assert point().name_english == "Kidney Shu point"
    assert CatalogueVersion.objects.get().edited == ["point BL23"]
    (entry,) = LogEntry.objects.filter(object_id=str(row.pk))
    assert "English" in entry.get_change_message() or "english" in entry.get_change_message()
    history = curator.get(address(row).replace("change", "history"))
    assert "english" in history.text


def test_code_is_not_to_be_changed(curator):
    edit(curator, point(), code="BL99")

    assert not Point.objects.filter(code="BL99").exists()


def test_edit_lets_visitors_fetch_anew(curator, client):
    client.logout()
    visitor = type(client)()
    before = visitor.get("/points/BL23/")["ETag"]
    curator.force_login(make.person(is_staff=True, is_superuser=True))
    edit(curator, point(), name_english="Kidneys")

    again = visitor.get("/points/BL23/", headers={"if-none-match": before})

    assert again.status_code == HTTPStatus.OK
    assert "Kidneys" in again.text


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"source_slugs": ""}, "source_slugs", "is missing. Name at least one source."),
        ({"source_slugs": "who-1808"}, "source_slugs", "does not know who-1808."),
        ({"trial_ids": "murphy"}, "trial_ids", "does not know murphy."),
        ({"exclude_if": "moon"}, "exclude_if", "does not know moon."),
        ({"techniques_suitable": "kneading"}, "techniques_suitable", "does not know kneading."),
        ({"suggested_seconds": "299"}, "suggested_seconds", "must lie within 30 to 180."),
        ({"traditional_use": "It cures."}, "traditional_use", 'promises too much: "cures".'),
        ({"alternative_text": "A back."}, "alternative_text", "must begin with"),
    ],
)
def test_what_the_loader_refuses_is_refused_beside_its_field(curator, changes, field, reason):
    response = edit(curator, point(), **changes)

    assert response.status_code == HTTPStatus.OK
    assert any(reason in one for one in errors(response)[field])
    assert CatalogueVersion.objects.get().edited == []


def test_place_outside_the_figure_is_refused(curator):
    far = point().location | {"lateral_offset_cun": 12}

    response = edit(curator, point(), location=json.dumps(far))

    assert errors(response)["location"] == ["lies outside the figure back-trunk."]


def test_place_that_cannot_be_drawn_is_refused_and_breaks_no_page(curator):
    nowhere = point().location | {"vertebral_level": "X9"}

    response = edit(curator, point(), location=json.dumps(nowhere))

    assert "location" in errors(response)
    assert "This place cannot be drawn." in response.text


def test_steps_and_landmarks_must_pair(curator):
    response = edit(curator, point(), find_landmarks='[["point"]]')

    assert "find_steps" in errors(response)


def test_figure_is_previewed_without_saving(curator):
    page = curator.get(address(point())).text
    moved = point().location | {"lateral_offset_cun": 2}
    response = edit(curator, point(), location=json.dumps(moved), _preview="1")

    assert page.count('class="plate__drawing"') >= 2
    assert errors(response)["__all__"] == ["This is a preview. Nothing is saved yet."]
    assert [plate.spots for plate in response.context["plates"]] != [
        plate.spots for plate in curator.get(address(point())).context["plates"]
    ]
    assert point().location["lateral_offset_cun"] == 1.5


def test_export_writes_the_changed_line_and_no_other(curator, folder):
    before = written(folder)
    edit(curator, point(), name_english="Kidneys")
    lesson = Lesson.objects.get(slug="ask-often")
    edit(curator, lesson, known="Once a day.")

    assert export(folder) == "Catalogue written: bladder.toml, 4_questions.toml.\n"

    after = written(folder)
    differing = [
        (old, new)
        for file in before
        for old, new in zip(before[file].splitlines(), after[file].splitlines(), strict=True)
        if old != new
    ]
    assert [new for _, new in differing] == [
        b'name_english = "Kidneys"',
        b'known = "Once a day."',
    ]


def test_exported_text_is_loaded_without_a_word_about_edits(curator, folder):
    edit(curator, point(), name_english="Kidneys")
    export(folder)

    assert load_catalogue(folder).changed

    assert point().name_english == "Kidneys"
    assert CatalogueVersion.objects.get().edited == []


def test_export_into_a_new_folder_is_the_whole_catalogue(tmp_path):
    export(tmp_path / "new")

    assert {file.name: told for file, told in written(tmp_path / "new").items()} == {
        file.name: told for file, told in written(CATALOGUE).items()
    }


def test_edit_taken_back_leaves_no_trace_in_the_text(curator, folder):
    before = written(folder)
    for steps in ("One.\nTwo.", "\n".join(point("GB39").cautions)):
        Point.objects.filter(code="GB39").update(cautions=steps.split("\n") if steps else [])
        export(folder)

    assert written(folder) == before


def another_text(folder, old='name_english = "Kidney Shu"', new='name_english = "Kidney point"'):
    file = folder / "points" / "bladder.toml"
    told = file.read_text(encoding="utf-8")
    assert old in told
    file.write_text(told.replace(old, new), encoding="utf-8")


def test_same_text_again_leaves_edits_alone(curator):
    edit(curator, point(), name_english="Kidneys")

    assert not load_catalogue().changed
    assert point().name_english == "Kidneys"


def test_other_text_that_would_undo_an_edit_is_refused_and_says_which(curator, folder):
    edit(curator, point(), name_english="Kidneys")
    another_text(folder)

    with pytest.raises(EditedError) as refused:
        load_catalogue(folder)

    assert refused.value.problems == ["point BL23: was changed in the admin."]
    assert point().name_english == "Kidneys"


def test_text_that_changes_something_else_is_refused_too_while_the_edit_is_not_in_it(
    curator, folder
):
    edit(curator, point(), name_english="Kidneys")
    another_text(folder, 'name_english = "Liver Shu"', 'name_english = "Liver"')

    with pytest.raises(EditedError):
        load_catalogue(folder)


def test_keeping_loads_the_rest_and_leaves_the_edit(curator, folder):
    edit(curator, point(), name_english="Kidneys")
    another_text(folder)
    another_text(folder, 'name_english = "Liver Shu"', 'name_english = "Liver"')

    loaded = load_catalogue(folder, edits=Edits.KEEP)

    assert [str(one) for one in loaded.kept] == ["point BL23"]
    assert point().name_english == "Kidneys"
    assert point("BL18").name_english == "Liver"
    assert CatalogueVersion.objects.get().edited == ["point BL23"]
    assert not load_catalogue(folder, edits=Edits.KEEP).changed


def test_force_lets_the_text_win_even_if_it_is_the_same(curator):
    edit(curator, point(), name_english="Kidneys")

    assert load_catalogue(edits=Edits.OVERWRITE).changed

    assert point().name_english == "Kidney Shu"
    assert CatalogueVersion.objects.get().edited == []
    assert not load_catalogue(edits=Edits.OVERWRITE).changed


def test_kept_edit_that_the_new_text_makes_impossible_stops_the_load(curator, folder):
    edit(curator, point(), trial_ids="adams2017\n")
    file = folder / "studies.toml"
    told = file.read_text(encoding="utf-8")
    start, end = told.index("[adams2017]"), told.index("[purepong2015]")
    file.write_text(told[:start] + told[end:], encoding="utf-8")

    with pytest.raises(CatalogueError, match=r'BL23: "trial_ids" does not know adams2017\.'):
        load_catalogue(folder, edits=Edits.KEEP)


def test_command_says_what_it_would_undo_and_the_ways_out(curator, folder):
    edit(curator, point(), name_english="Kidneys")
    another_text(folder)

    with pytest.raises(CommandError) as refused:
        call_command("load_catalogue", str(folder))
    kept, forced = io.StringIO(), io.StringIO()
    call_command("load_catalogue", str(folder), "--keep", stdout=kept)
    call_command("load_catalogue", str(folder), "--force", stdout=forced)

    assert "point BL23: was changed in the admin." in str(refused.value)
    assert "--keep" in str(refused.value)
    assert "Kept as changed in the admin: point BL23." in kept.getvalue()
    assert "Kept" not in forced.getvalue()
    assert point().name_english == "Kidney point"


def test_claim_of_a_lesson_and_point_of_a_claim_survive_the_form(curator):
    claim = Claim.objects.exclude(point=None).first()
    lesson = Lesson.objects.exclude(claim=None).first()

    edit(curator, claim, verdict="Checked again.")
    edit(curator, lesson, title="Other words")

    assert Claim.objects.get(pk=claim.pk).point == claim.point
    assert Lesson.objects.get(pk=lesson.pk).claim == lesson.claim
    assert CatalogueVersion.objects.get().edited == [f"claim {claim.slug}", f"lesson {lesson.slug}"]
