"""Where the ink goes, asserted as numbers."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal.charts import (
    BARS_FLOOR,
    BARS_TOP,
    DOTS_AT_MOST,
    FLOOR,
    TOP,
    Bar,
    Dot,
    draw,
)
from journal.frames import SLOT, Band, Frame
from journal.past import Span

FIRST = dt.date(2026, 10, 26)
FOUR_WEEKS = Frame(FIRST, FIRST + dt.timedelta(days=27), days=1)


def day(number):
    return FIRST + dt.timedelta(days=number)


def drawn(frame=FOUR_WEEKS, means=(), runs=(), seconds=(), spans=()):
    return draw(frame, means=dict(means), runs=runs, seconds=dict(seconds), spans=spans)


def test_a_dot_stands_in_the_middle_of_its_day_at_its_height():
    chart = drawn(means={day(0): 0, day(2): 5.5, day(27): 10})

    assert chart.dots == [Dot(day(0), 5, 222), Dot(day(2), 25, 112), Dot(day(27), 275, 22)]
    assert chart.width == 280
    assert chart.dots_path == "M5 222h0M25 112h0M275 22h0"


def test_the_pain_axis_is_the_same_for_mild_and_for_severe_pain():
    mild, severe = drawn(means={day(0): 2, day(1): 3}), drawn(means={day(0): 8, day(1): 9})

    assert mild.dots[0].y - mild.dots[1].y == severe.dots[0].y - severe.dots[1].y == 20


def test_the_line_is_lifted_where_days_are_missing():
    chart = drawn(runs=[[(day(3), 5.0), (day(4), 4.0)], [(day(9), 6.0)]])

    assert chart.line_path == "M35 122L45 142M95 102h0"


def test_nothing_written_draws_the_frame_alone():
    chart = drawn()

    assert (chart.dots, chart.line, chart.bars, chart.bands) == ([], [], [], [])
    assert (chart.dots_path, chart.line_path, chart.bars_path) == ("", "", "")
    assert len(chart.places) == 4


def test_a_bar_is_as_high_as_its_minutes():
    chart = drawn(seconds={day(1): 600, day(2): 720, day(3): 20})

    assert chart.scale.mark == 10
    assert chart.bars == [Bar(12, 266), Bar(22, 256), Bar(32, 311)]
    assert chart.mark == 266


def test_a_pause_is_a_band_cut_to_the_frame():
    chart = drawn(
        spans=[
            Span(day(-5), day(1), "Flu"),
            Span(day(10), day(13), "Travel"),
            Span(day(25), day(40), "Cold"),
            Span(day(-9), day(-6), "Long over"),
        ]
    )

    assert chart.bands == [
        Band(0, 20, "0.0", "start", ""),  # the word Pain stands there
        Band(100, 40, "35.7", "start", "Travel"),
        Band(250, 30, "100.0", "end", "Cold"),
    ]


def test_many_pauses_have_no_names_that_would_run_into_one_another():
    chart = drawn(spans=[Span(day(n), day(n), "Rest") for n in range(6, 22, 4)])

    assert [band.name for band in chart.bands] == [""] * 4


def test_a_week_takes_the_room_of_a_day():
    frame = Frame(dt.date(2025, 11, 24), dt.date(2026, 11, 22), days=7)

    chart = drawn(frame, means={dt.date(2025, 12, 1): 4.0}, seconds={dt.date(2025, 12, 1): 3600})

    assert chart.width == 52 * SLOT
    assert chart.dots == [Dot(dt.date(2025, 12, 1), 15, 142)]
    assert chart.bars == [Bar(12, 256)]


def test_more_dots_than_fit_leave_the_line_alone():
    frame = Frame(FIRST, day(DOTS_AT_MOST), days=1)
    means = {day(n): 4.0 for n in range(DOTS_AT_MOST + 1)}

    chart = drawn(frame, means=means, runs=[sorted(means.items())])

    assert chart.dots == []
    assert chart.is_dense


@given(
    st.dictionaries(st.integers(0, 27).map(day), st.floats(0, 10)),
    st.dictionaries(st.integers(0, 27).map(day), st.integers(1, 40_000)),
)
def test_all_ink_stays_in_its_panel(means, seconds):
    chart = drawn(means=means, seconds=seconds)

    assert all(0 < dot.x < chart.width and TOP <= dot.y <= FLOOR for dot in chart.dots)
    assert all(BARS_TOP <= bar.y < BARS_FLOOR for bar in chart.bars)
    assert BARS_TOP <= chart.mark < BARS_FLOOR
    assert all(0 <= float(place.percent) <= 100 for place in chart.places)
