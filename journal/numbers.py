"""Knows the table that says the same as the chart: weeks, or quarters of a year for a long time."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.html import format_html_join

from journal.trend import Week

WEEKS_AT_MOST = 60  # more rows are quarters
NOTHING = "–"


class Row(NamedTuple):
    """One line of the table.

    Attributes:
        first: The Monday, or the first day of the quarter.
        rated: Days with a rating.
        mean: Their mean pain to a tenth, or a dash.
        sessions: Sessions practised.
        minutes: Minutes pressed.
    """

    first: dt.date
    rated: str
    mean: str
    sessions: str
    minutes: str


class Table(NamedTuple):
    """The lines, newest first.

    Attributes:
        rows: The lines.
        is_quarterly: Whether a line is three months, not a week.
    """

    rows: list[Row]
    is_quarterly: bool

    @property
    def pattern(self) -> str:
        """How Django's date filter writes the first column."""
        return "M Y" if self.is_quarterly else "j M"

    @property
    def body(self) -> str:
        """The lines as HTML, joined at once: a template takes ten times as long."""
        pattern = self.pattern
        return format_html_join(
            "",
            '<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>',
            ((date_format(row.first, pattern), *row[1:]) for row in self.rows),
        )


def table(weeks: list[Week]) -> Table:
    """Return the weeks as lines; many weeks by quarters, each week in that of its Monday."""
    if len(weeks) <= WEEKS_AT_MOST:
        return Table([_row(week.monday, [week]) for week in reversed(weeks)], is_quarterly=False)
    quarters = groupby(reversed(weeks), key=lambda week: _quarter(week.monday))
    return Table([_row(first, list(group)) for first, group in quarters], is_quarterly=True)


def _quarter(day: dt.date) -> dt.date:
    return dt.date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def _row(first: dt.date, weeks: Iterable[Week]) -> Row:
    weeks = list(weeks)
    rated = sum(week.rated for week in weeks)
    total = sum(week.rated * week.mean for week in weeks if week.mean is not None)
    return Row(
        first=first,
        rated=str(rated),
        mean=f"{total / rated:.1f}" if rated else NOTHING,
        sessions=str(sum(week.sessions for week in weeks)),
        minutes=str(round(sum(week.seconds for week in weeks) / 60)),
    )
