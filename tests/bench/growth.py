"""Fills the tables with many more people, and times the same person again."""

from argparse import Namespace

from tests.bench import people
from tests.bench.measuring import Cookies, Servers, Timing, measure
from tests.bench.pages import PAGES
from tests.bench.report import Goal, say

GROW = ("today, 2 years", "journal, 2 years", "chart, 2 years")
YEAR = 365
AT_MOST = 1.2
AT_ONCE = 500  # people a statement


def goals(servers: Servers, cookies: Cookies, options: Namespace) -> list[Goal]:
    """Return how much longer pages take with many people than with few, timed before and after."""
    before = _time(servers, cookies, options)
    left = options.growth - options.others
    while left > 0:
        people.make_crowd(min(left, AT_ONCE), days=2 * YEAR)
        left -= AT_ONCE
        say(f"{max(left, 0):,} people to come.")
    people.tidy()
    after = _time(servers, cookies, options)
    return [
        Goal(
            f"{name} with {options.growth:,} people, times with {options.others}",
            round(after[name].p50 / before[name].p50, 2),
            AT_MOST,
        )
        for name in GROW
    ]


def _time(servers: Servers, cookies: Cookies, options: Namespace) -> dict[str, Timing]:
    pages = [page for page in PAGES if page.name in GROW]
    return measure(servers, cookies, requests=options.requests, seconds=0.5, pages=pages)
