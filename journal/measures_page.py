"""Knows how the page of questions and the page of one result tell scores in words."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from journal.measures import (
    CHANGE,
    EVERY,
    KINDS,
    LOWEST_HIGHEST,
    ROLAND,
    ROLAND_CEILING,
    ROLAND_FLOOR,
    THRESHOLDS,
    WEEK,
    change,
    clear_from,
    due,
    next_due,
)
from journal.models import Answers
from journal.score_chart import ScoreChart, score_chart
from journal.telling import HIGHEST, Telling


def days_of(finished: Sequence[Answers]) -> dict[str, tuple[dt.date, dt.date]]:
    """Return the first and the newest day of each kind.

    Args:
        finished: Finished answers, newest first.
    """
    days: dict[str, tuple[dt.date, dt.date]] = {}
    for row in finished:
        _first, newest = days.get(row.kind, (None, row.local_date))
        days[row.kind] = (row.local_date, newest)
    return days


def overview(
    finished: Sequence[Answers],
    drafts: Sequence[Answers],
    began: dt.date | None,
    today: dt.date,
) -> list[dict[str, Any]]:
    """Return for each kind its name, when it is due, whether it is begun, and what was answered."""
    days, telling = days_of(finished), Telling()
    asked = due(days, began=began, today=today)
    begun = {row.kind for row in drafts}
    return [
        {
            "kind": kind,
            "name": Answers.Kind(kind).label,
            "is_due": kind in asked,
            "is_begun": kind in begun,
            "next": next_due(kind, first=days.get(kind, (None,))[0], newest=_newest(days, kind)),
            "rows": [(row, telling.score(row)) for row in finished if row.kind == kind],
            "chart": _chart(kind, [row for row in reversed(finished) if row.kind == kind]),
            "limit": _limit(),
        }
        for kind in KINDS
    ]


def _newest(days: dict[str, tuple[dt.date, dt.date]], kind: str) -> dt.date | None:
    return days[kind][1] if kind in days else None


def _chart(kind: str, rows: Sequence[Answers]) -> ScoreChart | None:
    scores = [(row.local_date, row.score) for row in rows if row.score is not None]
    if not scores:
        return None
    return score_chart(
        scores,
        scale=(0, HIGHEST[kind]) if kind in HIGHEST else LOWEST_HIGHEST[kind],
        clear_from=clear_from(kind, scores[0][1]) if kind in THRESHOLDS else -1,
        every=EVERY[kind],
        ends=(_("Worse"), _("Same"), _("Better")) if kind == CHANGE else None,
    )


def result(row: Answers, scored: Sequence[Answers]) -> dict[str, Any]:
    """Return the score of a row, and how it differs from the first one.

    Args:
        row: Finished answers.
        scored: Those of the same kind with a score, oldest first, up to the row.
    """
    telling, sentences = Telling(), _sentences(row, scored)
    return {
        "name": Answers.Kind(row.kind).label,
        "score": telling.score(row),
        "sentences": sentences,
        "limit": "" if _limit() in sentences else _limit(),  # it is said once
        "chart": _chart(row.kind, scored) if len(scored) > 1 else None,
        "rows": [(other.local_date, telling.score(other)) for other in scored],
        "matters": matters(row.kind),
    }


def matters(kind: str) -> str:
    """Return which change counts as a clear one, with where that comes from."""
    if kind == ROLAND:
        return _(
            "A clear change is at least 5 points and 30 in 100 (Ostelo 2008). Below 4 the score "
            "cannot show that things get better, above 20 not that they get worse."
        )
    if kind == WEEK:
        return _(
            "A clear change is at least 1.75 points and 30 in 100. These three questions are in "
            "our own words; the line comes from a similar score of three (Reed & Kroenke 2024), "
            "so take it as a guide."
        )
    return _("This is one answer, and it leans on memory. It stands beside the scores, not above.")


def _sentences(row: Answers, scored: Sequence[Answers]) -> list[str]:
    if row.score is None:
        return [_("Not every question was answered, so there is no score. Your answers are kept.")]
    if row.kind == CHANGE:
        return []
    first = scored[0]
    if first.pk == row.pk or first.score is None:
        return [_("This is the first one. The next ones are set beside it.")]
    found = change(row.kind, (first.local_date, first.score), (row.local_date, row.score))
    if found is None:
        return [_("The first one is too near to compare. The next ones will tell more.")]
    told = [_difference(found.points, first), _verdict(found.is_clear, found.percent)]
    if found.points < 0:
        told.append(_limit())
    return [*told, *_edges(row)]


def _limit() -> str:
    return _("Back pain often settles by itself over weeks, so this alone does not say why.")


def _difference(points: float, first: Answers) -> str:
    day = date_format(first.local_date, "j F Y")
    if not round(points, 1):
        return _("The same as the first one, on %(day)s.") % {"day": day}
    size = f"{abs(points):.1f}".removesuffix(".0")
    words = (
        _("%(size)s points lower than the first one, on %(day)s.")
        if points < 0
        else _("%(size)s points higher than the first one, on %(day)s.")
    )
    return words % {"size": size, "day": day}


def _verdict(is_clear: bool, percent: float | None) -> str:
    if is_clear:
        return _("That is a clear change.")
    if percent is None:
        return _("The first score was so low that only points can be told, no clear change.")
    return _("That is less than a clear change.")


def _edges(row: Answers) -> list[str]:
    if row.kind != ROLAND or row.score is None:
        return []
    if row.score < ROLAND_FLOOR or row.score > ROLAND_CEILING:
        return [_("This close to the end of the scale, further change can hardly be seen.")]
    return []
