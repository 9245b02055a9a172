"""What of a history the chart shows."""

import datetime as dt

from journal.past import History
from journal.picture import Counts, picture
from journal.ranges import stretch_of
from journal.trend import Week

TODAY = dt.date(2026, 11, 22)


def history(means=(), practice=(), weeks=()):
    return History(TODAY, min(means, default=None), dict(means), dict(practice), list(weeks), [])


def stretch(name):
    return stretch_of({"range": name}, TODAY)


def back(days):
    return TODAY - dt.timedelta(days=days)


def test_days_before_the_stretch_shape_its_first_mean_and_are_not_drawn():
    means = {back(n): 6.0 for n in range(34)}

    shown = picture(stretch("4w"), history(means))

    assert len(shown.chart.dots) == 28
    assert shown.chart.line[0][0].day == back(27)
    assert shown.counts == Counts(days=28, rated=28, sessions=0)


def test_all_of_a_short_history_is_drawn_day_by_day_from_its_first_day():
    shown = picture(stretch("all"), history({back(40): 5.0}, {back(50): (1, 300)}))

    assert not shown.is_weekly
    assert shown.counts == Counts(days=51, rated=1, sessions=1)


def test_all_of_nothing_is_four_weeks_of_nothing():
    shown = picture(stretch("all"), history())

    assert shown.counts == Counts(days=28, rated=0, sessions=0)
    assert shown.chart.dots == []


def test_a_year_is_drawn_by_weeks_even_where_only_one_is_written():
    weeks = [Week(dt.date(2026, 11, 16), 2, 4.5, 1, 600)]

    shown = picture(stretch("1y"), history(weeks=weeks))

    assert shown.is_weekly
    assert shown.chart.width == 520
    assert [dot.day for dot in shown.chart.dots] == [dt.date(2026, 11, 16)]
    assert shown.chart.line == []


def test_all_of_a_long_history_begins_with_its_first_week():
    weeks = [
        Week(dt.date(2026, 11, 16) - dt.timedelta(weeks=n), 7, 4.0, 1, 600)
        for n in range(29, -1, -1)
    ]

    shown = picture(stretch("all"), history(weeks=weeks))

    assert shown.is_weekly
    assert shown.counts == Counts(days=210, rated=210, sessions=30)
    assert len(shown.chart.line[0]) == 30


def test_all_equal_numbers_are_a_level_line():
    shown = picture(stretch("3m"), history({back(n): 5.0 for n in range(84)}))

    assert {dot.y for dot in shown.chart.dots} == {122}
    assert {dot.y for run in shown.chart.line for dot in run} == {122}


def test_own_dates_end_before_today_and_show_nothing_after():
    own = stretch_of({"from": str(back(30)), "to": str(back(11))}, TODAY)

    shown = picture(own, history({back(n): 6.0 for n in range(60)}, {back(5): (1, 300)}))

    assert shown.counts == Counts(days=20, rated=20, sessions=0)
    assert shown.chart.dots[-1].day == back(11)


def test_values_say_each_day_and_each_gap():
    shown = picture(stretch("4w"), history({back(0): 4.25, back(27): 10.0}, {back(1): (1, 90)}))

    assert shown.values.first == str(back(27))
    assert shown.values.pain.split() == ["10.0", *["-"] * 26, "4.2"]
    assert shown.values.minutes.split() == [*["0"] * 26, "2", "0"]


def test_planned_sessions_are_ticks_as_high_as_the_usual_session_is_long():
    practice = {back(2): (1, 600), back(1): (2, 1200)}
    planned = {back(2): 1, back(1): 0, back(0): 2}

    shown = picture(stretch("4w"), history(practice=practice), planned)

    assert [(tick.x, tick.y) for tick in shown.chart.plan] == [
        (251, shown.chart.bars[0].y),
        (271, shown.chart.bars[1].y),
    ]
    assert shown.counts.planned == 3
    assert shown.values.planned.split() == [*["-"] * 25, "1", "0", "2"]
    assert shown.values.sessions.split() == [*["0"] * 25, "1", "2", "0"]


def test_planned_sessions_without_any_practised_have_no_height_to_stand_at():
    shown = picture(stretch("4w"), history(), {back(0): 1})

    assert shown.chart.plan == []
    assert shown.counts.planned == 1


def test_more_than_five_years_are_four_weeks_a_mark():
    monday = dt.date(2026, 11, 16)
    weeks = [Week(monday - dt.timedelta(weeks=n), 7, 4.0, 1, 600) for n in range(519, -1, -1)]

    shown = picture(stretch("all"), history(weeks=weeks))

    assert shown.weeks_a_mark == 4
    assert shown.chart.width == 1_300
    assert len(shown.chart.bars) == 130
    assert [len(run) for run in shown.chart.line] == [130]
    assert len(shown.values.pain.split()) == len(shown.values.minutes.split()) == 130
    assert shown.values.step == 28
    assert shown.counts == Counts(days=3_640, rated=3_640, sessions=520)
