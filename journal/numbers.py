"""Knows the table that says the same as the chart: weeks, or quarters of a year for a long time."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.html import format_html_join

from journal.thinning import quarter_of
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
        planned: Sessions planned, or a dash where no plan held.
    """

    first: dt.date
    rated: str
    mean: str
    sessions: str
    minutes: str
    planned: str = NOTHING


class Table(NamedTuple):
    """The lines, newest first.

    Attributes:
        rows: The lines.
        is_quarterly: Whether a line is three months, not a week.
        is_planned: Whether a plan held in any of them.
    """

    rows: list[Row]
    is_quarterly: bool
    is_planned: bool = False

    @property
    def pattern(self) -> str:
        """How Django's date filter writes the first column."""
        return "M Y" if self.is_quarterly else "j M"

    @property
    def body(self) -> str:
        """The lines as HTML, joined at once: a template takes ten times as long."""
        pattern, columns = self.pattern, 6 if self.is_planned else 5
        return format_html_join(
            "",
            f'<tr><th scope="row" data-kind="date">{{}}</th>{"<td>{}</td>" * (columns - 1)}</tr>',
            ((date_format(row.first, pattern), *row[1:columns]) for row in self.rows),
        )


def table(weeks: list[Week], planned: Mapping[dt.date, int] | None = None) -> Table:
    """Return the weeks as lines; many weeks by quarters, each week in that of its Monday.

    Args:
        weeks: Oldest first.
        planned: Sessions planned in each week with a plan, by its Monday.
    """
    if len(weeks) <= WEEKS_AT_MOST:
        asked = planned or {}
        rows = [
            _row(week.monday, [week])._replace(planned=str(asked.get(week.monday, NOTHING)))
            for week in reversed(weeks)
        ]
        return Table(rows, is_quarterly=False, is_planned=bool(asked))
    quarters = groupby(reversed(weeks), key=lambda week: quarter_of(week.monday))
    return Table([_row(first, list(group)) for first, group in quarters], is_quarterly=True)


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
