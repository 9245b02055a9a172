"""Which pages are timed, for whom, beside which bare page, and what is asked of them."""

from dataclasses import dataclass
from typing import Literal

POINT = "BL23"


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One row of the table.

    Attributes:
        name: What it is called in the table.
        path: Its address.
        person: Whose cookie is sent: ``two`` or ``ten`` years of days, ``saver``, or nobody.
        server: Who answers.
        saves: Whether a number is posted.
        repeats: Whether the visitor's browser still has the page.
        beside: The page that it is compared with.
        at_most: How many times as long as that page it may take.
        queries: How many queries it may make.
    """

    name: str
    path: str
    person: str = ""
    server: Literal["ours", "bare"] = "ours"
    saves: bool = False
    repeats: bool = False
    beside: str = ""
    at_most: float = 0
    queries: int = 0

    @property
    def status(self) -> int:
        """What it answers with."""
        return 302 if self.saves else 304 if self.repeats else 200


def bare(name: str, path: str, person: str, *, saves: bool = False) -> Page:
    return Page(name=name, path=path, person=person, server="bare", saves=saves)


MAIN, CHART, ADD, MONTH = "bare main", "bare chart, 2 years", "bare add", "chart, 4 weeks"
PAGES = [
    bare(MAIN, "/", "two"),
    bare(CHART, "/chart/", "two"),
    bare("bare chart, 10 years", "/chart/", "ten"),
    bare(ADD, "/add/", "saver", saves=True),
    Page(name="today, 2 years", path="/", person="two", beside=MAIN, at_most=2, queries=10),
    Page(name="today, 10 years", path="/", person="ten", beside=MAIN, at_most=2, queries=10),
    Page(
        name="journal, 2 years", path="/journal/", person="two", beside=MAIN, at_most=2.5, queries=8
    ),
    Page(
        name="journal, 10 years",
        path="/journal/",
        person="ten",
        beside=MAIN,
        at_most=2.5,
        queries=8,
    ),
    Page(name=MONTH, path="/journal/chart/?range=4w", person="ten", beside=CHART, queries=8),
    Page(
        name="chart, 2 years",
        path="/journal/chart/?range=all",
        person="two",
        beside=CHART,
        at_most=2.5,
        queries=8,
    ),
    Page(
        name="chart, 10 years",
        path="/journal/chart/?range=all",
        person="ten",
        beside=MONTH,
        at_most=2,
        queries=8,
    ),
    Page(
        name="before and after, 4 weeks",
        path="/journal/chart/sessions/?range=4w",
        person="ten",
        beside=CHART,
        queries=8,
    ),
    Page(
        name="before and after, 10 years",
        path="/journal/chart/sessions/?range=all",
        person="ten",
        beside="before and after, 4 weeks",
        at_most=2,
        queries=8,
    ),
    Page(
        name="save a number",
        path="/journal/entries/",
        person="saver",
        saves=True,
        beside=ADD,
        at_most=2,
        queries=6,
    ),
    Page(name="points, visitor", path="/points/", beside=MAIN, at_most=1.5, queries=4),
    Page(name="points, repeat", path="/points/", repeats=True, beside=MAIN, at_most=1, queries=4),
    Page(name="points, search", path="/points/?q=low+back", beside=MAIN, queries=4),
    Page(name="points, filters", path="/points/?aim=sleep&reach=hand", beside=MAIN, queries=4),
    Page(name="point, visitor", path=f"/points/{POINT}/", beside=MAIN, at_most=1.5, queries=4),
    Page(
        name="point, repeat",
        path=f"/points/{POINT}/",
        repeats=True,
        beside=MAIN,
        at_most=1,
        queries=4,
    ),
]
