"""Pages of the diary, the questions and the chart."""

from journal.views.chart import chart, chart_days, chart_method, chart_sessions, chart_weeks
from journal.views.chart_files import chart_file
from journal.views.diary import diary
from journal.views.entries import delete, entries, entry, kept, restore, write
from journal.views.fair_tests import fair_test, fair_tests, new_fair_test, stop_fair_test
from journal.views.happenings import (
    delete_happening,
    end_happening,
    happening,
    happenings,
    restore_happening,
)
from journal.views.letters import letters, month_letter
from journal.views.measures import (
    answers,
    delete_answers,
    keep,
    measure,
    measures,
    restore_answers,
)
from journal.views.search import day, later, search

__all__ = [
    "answers",
    "chart",
    "chart_days",
    "chart_file",
    "chart_method",
    "chart_sessions",
    "chart_weeks",
    "day",
    "delete",
    "delete_answers",
    "delete_happening",
    "diary",
    "end_happening",
    "entries",
    "entry",
    "fair_test",
    "fair_tests",
    "happening",
    "happenings",
    "keep",
    "kept",
    "later",
    "letters",
    "measure",
    "measures",
    "month_letter",
    "new_fair_test",
    "restore",
    "restore_answers",
    "restore_happening",
    "search",
    "stop_fair_test",
    "write",
]
