"""The table under the chart."""

import datetime as dt

from journal.numbers import Row, table
from journal.trend import Week

MONDAY = dt.date(2026, 11, 16)


def week(back, rated=7, mean=4.0, sessions=3, seconds=1500):
    return Week(MONDAY - dt.timedelta(weeks=back), rated, mean, sessions, seconds)


def test_a_week_is_a_line_and_the_newest_is_on_top():
    lines = table([week(1, rated=6, mean=4.25), week(0, rated=0, mean=None, sessions=0, seconds=0)])

    assert not lines.is_quarterly
    assert lines.rows == [
        Row(MONDAY, "0", "–", "0", "0"),
        Row(dt.date(2026, 11, 9), "6", "4.2", "3", "25"),
    ]


def test_many_weeks_are_quarters_weighed_by_their_rated_days():
    weeks = [week(back) for back in range(80, 1, -1)]
    weeks += [week(1, rated=1, mean=10.0), week(0, rated=7, mean=2.0)]

    lines = table(weeks)

    assert lines.is_quarterly
    newest = lines.rows[0]
    assert newest.first == dt.date(2026, 10, 1)
    assert newest.rated == str(5 * 7 + 1 + 7)  # weeks of 5 October to 2 November, then these two
    assert newest.mean == f"{(35 * 4 + 10 + 14) / 43:.1f}"
    assert sum(int(row.sessions) for row in lines.rows) == 3 * 81


def test_no_weeks_are_no_lines():
    assert table([]).rows == []
