"""Ten years of history: what Today, the week and the plan read does not grow with them."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.models import DayChoice, Pause, Plan, Session
from routines.recurrence import on_weekdays
from tests import make
from tests.routines.rows import NOW, answered

TODAY = NOW.today
DAY = dt.timedelta(days=1)
MOST_QUERIES = 10


@pytest.fixture
def regular(owner):
    """Four weeks of a plan with sessions, choices and a pause."""
    answered(owner)
    routine = make.routine(owner=owner)
    make.plan(owner=owner, routine=routine, starts_on=TODAY - 28 * DAY)
    live(owner, routine, days=range(1, 28))
    return routine


def live(owner, routine, *, days):
    """A session on each of some days before today, a choice and a pause each second month."""
    for n in days:
        make.practice(owner=owner, routine=routine, day=TODAY - n * DAY)
    months = [TODAY - n * DAY for n in days if n % 60 == 0]
    DayChoice.objects.bulk_create(
        DayChoice(owner=owner, day=day, moved_to=day + DAY) for day in months
    )
    Pause.objects.bulk_create(
        Pause(owner=owner, first_day=day - 9 * DAY, last_day=day - 8 * DAY) for day in months
    )
    Plan.objects.bulk_create(
        Plan(
            owner=owner, routine=routine, recurrence=on_weekdays([1, 4]), starts_on=day,
            ends_on=day + 50 * DAY,
        )
        for day in months
        if day < TODAY - 100 * DAY
    )  # fmt: skip


def cost_of(client, path):
    """Return how many queries a page asks, and how many rows they return in all."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    rows = 0
    for query in asked.captured_queries:
        if query["sql"].startswith("SELECT"):
            with connection.cursor() as cursor:
                cursor.execute(query["sql"].replace("%", "%%"))
                rows += len(cursor.fetchall())
    return len(asked.captured_queries), rows


@pytest.mark.parametrize("path", ["/", "/routines/", "/weeks/", "/months/", f"/days/{TODAY}/"])
def test_a_page_of_doing_costs_the_same_after_ten_years(signed_in, owner, regular, path):
    before = cost_of(signed_in, path)

    live(owner, regular, days=range(31, 3650, 3))

    assert Session.objects.count() > 1200
    queries, rows = cost_of(signed_in, path)
    assert queries == before[0] <= MOST_QUERIES
    assert rows <= before[1] * 1.2
