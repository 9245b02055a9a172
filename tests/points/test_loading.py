"""The loader: twice is once, wrong text changes nothing and is named by file, line and entry."""

import io
import shutil

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from points.loading import load_catalogue
from points.models import CatalogueVersion, Claim, Point, Source, Technique
from points.questions import CATALOGUE
from points.reading import CatalogueError
from points.words import SourceKind
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """A copy of the text, to be spoilt."""
    return shutil.copytree(CATALOGUE, tmp_path / "catalogue")


def change(folder, file, old, new, count=1):
    path = folder / file
    told = path.read_text(encoding="utf-8")
    assert old in told
    path.write_text(told.replace(old, new, count), encoding="utf-8")


def line_of(folder, file, entry, start):
    """The line of a key of an entry, counted apart from the code under test."""
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    header = lines.index(f"[{entry}]")
    return next(n for n, line in enumerate(lines[header:], header + 1) if line.startswith(start))


def without(folder, file, entry, start):
    """Take one line of an entry away; return the line of its header."""
    path = folder / file
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines.index(f"[{entry}]")
    gone = next(n for n in range(header, len(lines)) if lines[n].startswith(start))
    path.write_text("\n".join(lines[:gone] + lines[gone + 1 :]) + "\n", encoding="utf-8")
    return header + 1


def problems(folder):
    with pytest.raises(CatalogueError) as refused:
        load_catalogue(folder)
    return refused.value.problems


def test_unchanged_text_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert not load_catalogue().changed


def test_changed_text_updates_rows_and_keeps_their_identity(folder):
    before = Point.objects.get(code="BL23").pk
    change(folder, "points/bladder.toml", 'name_english = "Kidney Shu"', 'name_english = "Kidneys"')

    assert load_catalogue(folder).counts["point"] == 62

    after = Point.objects.get(code="BL23")
    assert (after.pk, after.name_english) == (before, "Kidneys")
    assert not load_catalogue(folder).changed


def test_loading_twice_makes_nothing_twice(folder):
    CatalogueVersion.objects.all().delete()

    load_catalogue(folder)

    assert Point.objects.count() == 62
    assert CatalogueVersion.objects.count() == 1


STEP = '{ say = "Go up two bumps, to about waist height.", light = ["spine_L2"] }'


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (STEP.replace("spine_L2", "brow"), 'step 2: "back-trunk" does not show brow.'),
        (STEP.replace("spine_L2", "moon"), 'step 2: "back-trunk" does not show moon.'),
        (STEP.replace('["spine_L2"]', "[]"), "needs a text to say and names to light, step 2."),
        ('{ say = "Go up." }', "needs a text to say and names to light, step 2."),
        ('"Go up two bumps."', "needs a text to say and names to light, step 2."),
    ],
)
def test_step_that_lights_nothing_of_its_figure_is_refused(folder, broken, reason):
    change(folder, "points/bladder.toml", STEP, broken)
    line = line_of(folder, "points/bladder.toml", "BL23", "find_steps")

    assert problems(folder) == [f'bladder.toml, line {line}, BL23: "find_steps" {reason}']


def test_way_of_one_step_is_refused(folder):
    point = (folder / "points/heart.toml").read_text(encoding="utf-8")
    steps = point[point.index("find_steps") : point.index("alternative_text")]
    change(folder, "points/heart.toml", steps, 'find_steps = "Press."\n')

    assert problems(folder)[0].endswith('HT7: "find_steps" must hold at least 2 steps.')


def test_point_that_no_figure_shows_is_refused(folder):
    change(folder, "points/bladder.toml", 'method = "vertebral_level"', 'method = "guess"')

    assert problems(folder)[0].endswith('BL11: "location" is placed on no figure.')


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("source = ", '"source" is missing. Name at least one source.'),
        ("cautions = ", '"cautions" is missing. Write the cautions, or "none known".'),
        ("laterality = ", '"laterality" is missing.'),
        ("location_text = ", '"location_text" is missing.'),
        ("how_to_find = ", '"how_to_find" is missing.'),
        ("alternative_text = ", '"alternative_text" is missing.'),
    ],
)
def test_missing_key_is_named_with_file_line_and_entry(folder, key, reason):
    change(folder, "points/gallbladder.toml", 'cautions = "none known"', 'cautions = "none known" ')
    header = without(folder, "points/gallbladder.toml", "GB39", key)

    assert problems(folder) == [f"gallbladder.toml, line {header}, GB39: {reason}"]


def test_empty_source_is_refused_on_its_own_line(folder):
    change(folder, "points/pericardium.toml", 'source = ["who-2008", "mskcc-pc6"]', "source = []")
    line = line_of(folder, "points/pericardium.toml", "PC6", "source")

    assert problems(folder) == [
        f'pericardium.toml, line {line}, PC6: "source" is missing. Name at least one source.'
    ]


@pytest.mark.parametrize(
    ("file", "entry", "old", "new", "reason"),
    [
        (
            "points/pericardium.toml",
            "PC6",
            'source = ["who-2008", "mskcc-pc6"]',
            'source = ["who-1808"]',
            '"source" does not know who-1808.',
        ),
        (
            "points/heart.toml",
            "HT7",
            'trial_ids = ["murphy2019_relaxing", "movahedi2017"]',
            'trial_ids = ["murphy"]',
            '"trial_ids" does not know murphy.',
        ),
        (
            "points/heart.toml",
            "HT7",
            'exclude_if = ["site_problem"]',
            'exclude_if = ["moon"]',
            '"exclude_if" does not know moon.',
        ),
        (
            "points/heart.toml",
            "HT7",
            'laterality = "bilateral"',
            'laterality = "both"',
            '"laterality" must be one of: bilateral, midline.',
        ),
        (
            "points/heart.toml",
            "HT7",
            "seconds_range = [30, 180]",
            "seconds_range = [180, 30]",
            '"seconds_range" must be two whole numbers of seconds, 5 to 300, the smaller first.',
        ),
        (
            "points/heart.toml",
            "HT7",
            "sites_count = 2",
            "sites_count = 0",
            '"sites_count" must be a number, 1 to 60.',
        ),
        (
            "claims.toml",
            "point-gb39",
            'point = "GB39"',
            'point = "GB93"',
            '"point" does not know GB93.',
        ),
        (
            "traditions.toml",
            "korean",
            'techniques = ["static_pressure", "tapping", "pinching_pressure"]',
            'techniques = ["kneading"]',
            '"techniques" does not know kneading.',
        ),
        (
            "learn/2_benefits.toml",
            "later-pain",
            'claim = "benefit-long-term"',
            'claim = "benefit-dreams"',
            '"claim" does not know benefit-dreams.',
        ),
        (
            "learn/2_benefits.toml",
            "soon-relaxation",
            'support = "nothing"',
            'support = "plenty"',
            '"support" must be one of: some, mixed, nothing, wrong, advised.',
        ),
        (
            "studies.toml",
            "yeh2014",
            'bearing = "far"',
            'bearing = ""',
            '"bearing" must be one of: close, other_hands, far.',
        ),
        (
            "sources.toml",
            "article",
            'kind = "article"',
            'kind = "gossip"',
            f'"kind" must be one of: {", ".join(SourceKind.values)}.',
        ),
    ],
)
def test_wrong_value_is_refused_on_its_line(folder, file, entry, old, new, reason):
    change(folder, file, old, new)
    line = line_of(folder, file, entry, old.partition(" =")[0])

    assert f"{file.rpartition('/')[2]}, line {line}, {entry}: {reason}" in problems(folder)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("support = ", '"support" is missing: how much stands behind what is said.'),
        ("said = ", '"said" must say what is claimed, or name a claim, and not both.'),
        ("source = ", '"source" is missing. Name at least one source.'),
        ("known = ", '"known" is missing.'),
    ],
)
def test_benefit_without_its_other_half_is_refused(folder, line, reason):
    header = without(folder, "learn/2_benefits.toml", "soon-stress", line)

    assert problems(folder) == [f"2_benefits.toml, line {header}, soon-stress: {reason}"]


def test_trial_must_say_how_near_it_comes(folder):
    header = without(folder, "studies.toml", "yeung2024", "bearing")

    (problem,) = problems(folder)
    assert problem.startswith(f'studies.toml, line {header}, yeung2024: "bearing" belongs to')


def test_usual_seconds_outside_their_range_are_refused(folder):
    change(folder, "points/heart.toml", "suggested_seconds = 60", "suggested_seconds = 200")

    assert problems(folder)[0].endswith('"suggested_seconds" must lie within 30 to 180.')


def test_technique_that_suits_and_is_to_be_avoided_is_refused(folder):
    change(folder, "points/heart.toml", '_avoid = ["tapping"]', '_avoid = ["static_pressure"]')

    assert problems(folder)[0].endswith('"techniques_avoid" also suits: static_pressure.')


def test_unknown_key_is_refused(folder):
    change(folder, "points/heart.toml", "sites_count = 2", "sites_count = 2\nmagic = 1")

    assert problems(folder)[0].endswith('HT7: "magic" is not a key of this kind of entry.')


def test_value_longer_than_its_column_is_refused_on_its_line(folder):
    change(folder, "points/heart.toml", 'name_pinyin = "Shenmen"', f'name_pinyin = "{"x" * 61}"')

    assert problems(folder)[0].startswith('heart.toml, line 4, HT7: "name_pinyin" ')


def test_same_entry_in_two_files_is_refused(folder):
    shutil.copy(folder / "points/heart.toml", folder / "points/heart_again.toml")

    assert problems(folder) == ["heart_again.toml, line 3, HT7: is already in heart.toml."]


def test_text_that_is_not_toml_is_refused_with_its_line(folder):
    change(folder, "points/heart.toml", "sites_count = 2", "sites_count = ")

    (problem,) = problems(folder)
    assert problem.startswith("heart.toml: cannot be read:")
    assert "line" in problem


def test_value_outside_any_entry_is_refused(folder):
    path = folder / "points/heart.toml"
    path.write_text("loose = 1\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    assert problems(folder) == ["heart.toml: loose stands outside any entry."]


def test_wrong_text_leaves_the_old_catalogue_untouched(folder):
    held = list(Point.objects.order_by("pk").values()), CatalogueVersion.objects.get().content_hash
    change(folder, "points/bladder.toml", 'name_english = "Kidney Shu"', 'name_english = "Kidneys"')
    change(folder, "claims.toml", 'point = "GB39"', 'point = "GB93"')

    problems(folder)

    now = list(Point.objects.order_by("pk").values()), CatalogueVersion.objects.get().content_hash
    assert now == held


def test_point_gone_from_the_text_is_deleted_if_nothing_refers_to_it(folder):
    (folder / "points/spleen.toml").write_text("")

    load_without(folder, "SP6", "SP14")

    assert not Point.objects.filter(code="SP14").exists()


def test_point_that_a_routine_uses_is_retired_and_comes_back(folder, owner):
    make.routine(owner=owner, codes=("SP6",))
    (folder / "points/spleen.toml").write_text("")

    load_without(folder, "SP6", "SP14")

    assert Point.objects.get(code="SP6").retired
    assert "SP6" not in Point.objects.current().values_list("code", flat=True)
    load_catalogue()
    assert not Point.objects.get(code="SP6").retired


def load_without(folder, *codes):
    assert load_catalogue(folder).counts["point"] == 62 - len(codes)


def test_claim_gone_from_the_text_is_deleted(folder):
    told = (folder / "claims.toml").read_text(encoding="utf-8")
    (folder / "claims.toml").write_text(told.partition("[safety-expert]")[0], encoding="utf-8")

    load_catalogue(folder)

    assert not Claim.objects.filter(slug="safety-expert").exists()


def test_command_counts_rows_and_says_when_nothing_changed():
    CatalogueVersion.objects.all().delete()
    first, second = io.StringIO(), io.StringIO()

    call_command("load_catalogue", stdout=first)
    call_command("load_catalogue", stdout=second)

    assert first.getvalue() == (
        "Catalogue: 38 source, 5 technique, 3 tradition, 23 study, 62 point, 29 claim, 58 lesson.\n"
    )
    assert second.getvalue() == "Catalogue: nothing changed.\n"


def test_command_names_every_problem(folder):
    change(folder, "points/heart.toml", "sites_count = 2", "sites_count = 0")
    change(folder, "points/heart.toml", 'laterality = "bilateral"', 'laterality = "both"')
    line = line_of(folder, "points/heart.toml", "HT7", "sites_count")

    with pytest.raises(CommandError) as refused:
        call_command("load_catalogue", str(folder))

    assert str(refused.value).splitlines() == [
        "The catalogue was not loaded; the old one stays.",
        f'  heart.toml, line {line - 1}, HT7: "laterality" must be one of: bilateral, midline.',
        f'  heart.toml, line {line}, HT7: "sites_count" must be a number, 1 to 60.',
    ]


@pytest.mark.parametrize(
    ("model", "change_row", "rule"),
    [
        (Point, {"sites_count": 0}, "point_has_at_least_one_site"),
        (Point, {"source_slugs": []}, "point_has_a_source"),
        (Point, {"laterality": "sideways"}, "point_on_both_sides_or_once_on_the_midline"),
        (Point, {"suggested_seconds": 299}, "point_seconds_make_a_range"),
        (Point, {"find_steps": []}, "point_can_be_found"),
        (Technique, {"seconds_min": 1}, "technique_seconds_make_a_range"),
        (Claim, {"source_slugs": []}, "claim_has_a_source"),
    ],
)
def test_database_keeps_the_rules(model, change_row, rule):
    row = model.objects.order_by("pk").first()

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**change_row)


def test_codes_and_slugs_are_unique():
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(slug="article", citation="x", short="x", kind="own", position=1)
