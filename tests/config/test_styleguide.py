"""The style guide shows every component."""

import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from config import styleguide

COMPONENTS = settings.BASE_DIR / "templates/components"


@pytest.fixture
def guide(rf):
    request = rf.get("/styleguide/")
    return styleguide.styleguide(request).render().content.decode()


def test_bars_stand_side_by_side_and_fill_the_whole_width():
    bars = styleguide.score(["30l", "60r", "10l"], now=-1)

    assert [(bar.x, bar.width, bar.side) for bar in bars] == [
        (0, 30, "left"),
        (30, 60, "right"),
        (90, 10, "left"),
    ]
    assert {bar.state for bar in bars} == {"todo"}


def test_a_running_score_shows_every_state():
    states = [bar.state for bar in styleguide.score(styleguide.HOLDS, now=6)]

    assert states[6] == "now"
    assert set(states[:6]) == {"done", "skipped"}
    assert set(states[7:]) == {"todo"}


def test_four_weeks_are_28_days_with_four_dates_and_one_today():
    days = styleguide.four_weeks(styleguide.WEEKS)

    assert len(days) == 28
    assert [n for n, day in enumerate(days) if day.monday] == [0, 7, 14, 21]
    assert [n for n, day in enumerate(days) if day.is_today] == [27]


def test_beats_fill_from_the_first():
    assert styleguide.beats(2, of=4) == [True, True, False, False]


def test_the_guide_shows_every_drawing_of_the_sprite(guide):
    shown = set(re.findall(r'icons(?:\.\w+)?\.svg#([a-z]+)"', guide))

    assert set(styleguide.icons()) <= shown


def test_the_guide_shows_every_level_of_pain(guide):
    for level in range(11):
        assert guide.count(f'data-level="{level}"') >= 2


def test_the_guide_has_no_inline_style_or_script(guide):
    assert " style=" not in guide
    assert "<script>" not in guide
    assert not re.search(r"\son\w+=", guide)


def test_every_component_says_what_it_takes():
    for path in COMPONENTS.glob("*.html"):
        assert path.read_text().startswith("{#"), path.name


@pytest.mark.parametrize("chosen", [None, 0, 10])
def test_the_pain_scale_marks_the_chosen_number_only(chosen):
    scale = render_to_string("components/pain_scale.html", {"action": "/x/", "chosen": chosen})

    pressed = re.findall(r'value="(\d+)" data-level="\d+" aria-pressed="true"', scale)
    assert pressed == ([] if chosen is None else [str(chosen)])


def test_a_toast_offers_undo_for_an_address_only():
    def toast(undo_url):
        return render_to_string("components/toast.html", {"text": "Gone", "undo_url": undo_url})

    assert "<form" in toast("/undo/")
    assert "<form" not in toast("undo")
    assert "<form" not in toast("")


@pytest.mark.parametrize("page", ["400", "403", "403_csrf", "404", "500"])
def test_error_pages_stand_without_a_request(page):
    body = render_to_string(f"{page}.html")

    assert "<h1>" in body
    assert "css/main" in body
