"""The day from which numbers are looked at: nothing that is written later moves it."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from config.sample import make_sample_person
from journal.association import associate
from journal.models import Beginning, Entry
from journal.statements import does_it_go_with_less_pain
from tests import make
from tests.journal.test_chart import fill
from tests.journal.test_statements import TODAY, back, history

DAYS = 300
BEFORE = [("journal", "0004_findings")]
AFTER = [("journal", "0005_beginnings")]


@pytest.fixture
def today():
    return timezone.now().astimezone(make.WARSAW).date()


@pytest.fixture
def looked_at(owner, today):
    """A person whose numbers were looked at, from the day of the first rating on."""
    fill(owner, today, days=DAYS)
    Beginning.objects.create(owner=owner, day=today - dt.timedelta(days=DAYS - 1))
    return owner


def write(client, day, intensity=9):
    when = {"when_0": "own", "when_1": f"{day:%Y-%m-%d}T20:00"}
    return client.post("/journal/write/", {"key": uuid4(), "intensity": intensity, **when})


def statement(client):
    return client.get("/journal/chart/").context["statement"]


def test_the_first_rating_marks_the_day_it_was_written_on(signed_in, owner, today):
    write(signed_in, today - dt.timedelta(days=90))
    write(signed_in, today - dt.timedelta(days=200))

    assert Entry.objects.kept_by(owner).first_day() == today - dt.timedelta(days=200)
    assert Beginning.objects.kept_by(owner).get().day == today
    said = statement(signed_in)
    assert said.lead.startswith("We cannot tell yet. You have 0 ")
    assert said.looked == f"The first look is on {today + dt.timedelta(days=42):%-d %B}."


@pytest.mark.parametrize("days_before", [1, 41, 83, 150, 400])
def test_a_day_written_before_the_beginning_changes_no_answer(
    signed_in, looked_at, today, days_before
):
    said = statement(signed_in)
    assert said.found is not None

    write(signed_in, today - dt.timedelta(days=DAYS - 1 + days_before))

    assert Entry.objects.kept_by(looked_at).count() == DAYS + 1
    assert statement(signed_in) == said


def test_a_letter_stays_as_well(signed_in, looked_at, today):
    month = today.replace(day=1) - dt.timedelta(days=1)
    page = f"/journal/letters/{month.year}/{month.month}/"
    said = signed_in.get(page).context["letter"]

    write(signed_in, today - dt.timedelta(days=DAYS + 30))

    assert signed_in.get(page).context["letter"] == said


def test_deleting_the_first_days_moves_no_look(signed_in, looked_at, today):
    said = statement(signed_in)

    for row in Entry.objects.kept_by(looked_at).order_by("local_date")[:3]:
        signed_in.post(f"/journal/entries/{row.key}/delete/")

    assert Entry.objects.kept_by(looked_at).first_day() == today - dt.timedelta(days=DAYS - 4)
    later = statement(signed_in)
    assert later.last == said.last
    assert later.looked.partition("The next")[2] == said.looked.partition("The next")[2]


@given(st.dictionaries(st.integers(300, 900), st.integers(0, 10), max_size=40))
def test_no_day_before_the_beginning_is_ever_compared(earlier):
    """Whatever is written for days before, what is compared are the days without them."""
    means, practised = history(300, seed=4)
    more = means | {back(days): float(pain) for days, pain in earlier.items()}
    compared = []

    def compare(pain, sessions, level):
        compared.append((pain, sessions, level))
        return associate(pain[:90], sessions[:90], level=level)

    for rated in (means, more):
        does_it_go_with_less_pain(rated, practised, back(299), TODAY, compare)

    assert len(compared) == 2
    assert compared[0] == compared[1]


def test_the_sample_person_began_on_the_first_day_it_tells_of(db):
    person = make_sample_person(at=timezone.now(), zone=make.WARSAW)

    assert person.beginning.day == Entry.objects.kept_by(person).first_day()


@pytest.mark.django_db(transaction=True)
def test_whoever_wrote_before_keeps_the_dates_as_they_stood(owner, stranger, back_to_now):
    for days in (3, 40, 7):
        make.entry(owner=owner, day=make.MONDAY - dt.timedelta(days=days))
    for person, days in ((owner, 99), (stranger, 5)):
        gone = make.MONDAY - dt.timedelta(days=days)
        make.entry(owner=person, day=gone, deleted_at=make.at(make.MONDAY))

    MigrationExecutor(connection).migrate(BEFORE)
    MigrationExecutor(connection).migrate(AFTER)

    assert dict(Beginning.objects.values_list("owner", "day")) == {
        owner.pk: make.MONDAY - dt.timedelta(days=40),
        stranger.pk: make.MONDAY - dt.timedelta(days=5),
    }
