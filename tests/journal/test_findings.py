"""What was worked out is worked out once: for every worker, until the days change."""

import datetime as dt
import random
from math import inf

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from journal.association import Association, Counts, associate
from journal.course import slope
from journal.findings import Memory
from journal.models import Entry, Finding
from tests import make
from tests.journal.test_chart import fill

PAGES = {
    "/journal/chart/": "now",
    "/journal/chart/weeks/": "way",
    "/journal/chart/method/": "now way",
}


def days(count, seed=1):
    chance = random.Random(seed)  # noqa: S311 - a simulation
    pain = [float(chance.randint(2, 7)) for _ in range(count)]
    return pain, [chance.random() < 0.5 for _ in range(count)]


def remembered(person):
    """A memory as a request finds it: read from the rows."""
    rows = {row.about: row for row in Finding.objects.kept_by(person)}
    return Memory(person, rows)


def writes(memory, ask):
    """Return what a memory answers, and how often it had to keep something."""
    with CaptureQueriesContext(connection) as asked:
        found = ask(memory)
    return found, len(asked)


def test_the_same_days_are_compared_once(owner, stranger):
    pain, practised = days(120)

    def ask(memory):
        return memory.association("now", pain, practised, 0.01)

    truth = associate(pain, practised, level=0.01)
    assert writes(remembered(owner), ask) == (truth, 1)
    assert writes(remembered(owner), ask) == (truth, 0)
    assert writes(remembered(stranger), ask) == (truth, 1)


@pytest.mark.parametrize("change", ["pain", "session", "level", "gap"])
def test_other_days_are_compared_anew_in_the_same_row(owner, change):
    pain, practised = days(120)
    remembered(owner).association("now", pain, practised, 0.01)
    level = 0.02 if change == "level" else 0.01
    if change == "pain":
        pain[40] += 1
    if change == "gap":
        pain[40] = None
    if change == "session":
        practised[40] = not practised[40]

    found, kept = writes(
        remembered(owner), lambda memory: memory.association("now", pain, practised, level)
    )

    assert (found, kept) == (associate(pain, practised, level=level), 1)
    assert Finding.objects.kept_by(owner).count() == 1


def test_a_range_without_an_end_is_kept_as_it_is(owner):
    pain, _ = days(140)
    habit = [n % 7 < 5 for n in range(140)]

    first = remembered(owner).association("now", pain, habit, 0.01)
    again = remembered(owner).association("now", pain, habit, 0.01)

    assert isinstance(again, Association)
    assert isinstance(again.counts, Counts)
    assert first == again
    assert (again.low, again.high) == (-inf, inf)


@pytest.mark.parametrize("count", [14, 70])
def test_which_way_it_goes_is_kept_also_where_nothing_can_be_said(owner, count):
    pain = tuple(days(count)[0])
    assert remembered(owner).slope(pain) == slope(pain)

    assert writes(remembered(owner), lambda memory: memory.slope(pain)) == (slope(pain), 0)


def test_another_method_finds_anew(owner):
    pain, practised = days(120)
    remembered(owner).association("now", pain, practised, 0.01)
    Finding.objects.update(version="of another method")

    _, kept = writes(
        remembered(owner), lambda memory: memory.association("now", pain, practised, 0.01)
    )
    assert kept == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_second_worker_reads_what_the_first_one_found(signed_in, owner, page):
    fill(owner, timezone.now().astimezone(make.WARSAW).date(), days=300)
    first = signed_in.get(page)
    found = list(Finding.objects.kept_by(owner).order_by("about").values())
    other = Client()
    other.force_login(owner)

    with CaptureQueriesContext(connection) as asked:
        second = other.get(page)

    assert " ".join(row["about"] for row in found) == PAGES[page]
    assert not [query for query in asked if query["sql"].lstrip().startswith("INSERT")]
    told = [key for key in ("statement", "slope", "change") if key in first.context]
    assert [first.context[key] for key in told] == [second.context[key] for key in told]
    assert list(Finding.objects.kept_by(owner).order_by("about").values()) == found


def test_a_changed_number_is_seen_at_once(signed_in, owner):
    fill(owner, timezone.now().astimezone(make.WARSAW).date(), days=300)
    before = signed_in.get("/journal/chart/").context["statement"]
    compared = Entry.objects.kept_by(owner).between(before.first, before.last)

    compared.filter(local_date=before.last - dt.timedelta(days=9)).update(intensity=10)

    after = signed_in.get("/journal/chart/").context["statement"]
    assert after.found != before.found
    assert Finding.objects.kept_by(owner).count() == 1


def test_a_letter_keeps_its_own(signed_in, owner):
    today = timezone.now().astimezone(make.WARSAW).date()
    fill(owner, today, days=300)
    month = today.replace(day=1) - dt.timedelta(days=1)

    for _twice in range(2):
        signed_in.get(f"/journal/letters/{month.year}/{month.month}/")
        signed_in.get("/journal/chart/")

    kept = Finding.objects.kept_by(owner).order_by("about")
    assert [row.about for row in kept] == [f"{month:%Y-%m}", "now"]
