"""Pages of the diary and the chart."""

from journal.views.chart import chart
from journal.views.diary import diary
from journal.views.entries import delete, entries, entry, restore, write

__all__ = ["chart", "delete", "diary", "entries", "entry", "restore", "write"]
