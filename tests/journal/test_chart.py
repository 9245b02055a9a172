"""The chart page: every range, every state, at a price that does not grow."""

import datetime as dt
import gzip
import random
from http import HTTPStatus

import pytest
from django.utils import timezone

from journal.models import Entry
from routines.local_time import stamp
from routines.models import Pause, Session
from tests import make

RANGES = ["4w", "3m", "1y", "all"]


@pytest.fixture
def today():
    return timezone.now().astimezone(make.WARSAW).date()


def fill(owner, today, *, days, share=1.0, sessions=0.6):
    """A rating at one minute past midnight of the last days, and sessions on some of them."""
    chance = random.Random(days)  # noqa: S311 - a simulation
    entries, practice = [], []
    for n in range(days):
        at = make.at(today - dt.timedelta(days=n), 0, 1)
        if (n * 7) % 10 < 10 * share:
            entries.append(Entry(owner=owner, intensity=(n * 3) % 11, **stamp(at, make.WARSAW)))
        if chance.random() < sessions:
            practice.append(
                Session(
                    owner=owner,
                    name="Desk",
                    snapshot={},
                    planned_seconds=540,
                    pressed_seconds=300 + 60 * (n % 8),
                    holds_done=5,
                    **stamp(at, make.WARSAW),
                )
            )
    Entry.objects.bulk_create(entries)
    Session.objects.bulk_create(practice)


@pytest.mark.parametrize("stretch", RANGES)
@pytest.mark.parametrize("days", [0, 1, 3, 500])
def test_the_chart_costs_at_most_8_queries(
    signed_in, owner, today, stretch, days, django_assert_max_num_queries
):
    fill(owner, today, days=days)

    with django_assert_max_num_queries(8):
        response = signed_in.get("/journal/chart/", {"range": stretch})

    assert response.status_code == HTTPStatus.OK


def test_the_chart_shows_three_months_unless_asked(signed_in, owner, today):
    fill(owner, today, days=100)

    response = signed_in.get("/journal/chart/")

    assert response.context["picture"].counts.days == 84
    assert "84 of 84 days rated" in response.text


def test_the_chart_is_mine(signed_in, owner, stranger, today):
    fill(stranger, today, days=60)
    Pause.objects.create(owner=stranger, first_day=today, reason="Private")

    response = signed_in.get("/journal/chart/", {"range": "all"})

    assert response.context["picture"].counts == (28, 0, 0, None)
    assert "Private" not in response.text


def test_the_binned_are_not_drawn(signed_in, owner, today):
    fill(owner, today, days=30)
    Entry.objects.update(deleted_at=timezone.now())

    for stretch in RANGES:
        response = signed_in.get("/journal/chart/", {"range": stretch})
        assert response.context["picture"].counts.rated == 0


def test_nothing_written_offers_to_begin(signed_in):
    response = signed_in.get("/journal/chart/")

    assert "Your chart starts with one number." in response.text
    assert "Rate today" in response.text
    assert "NaN" not in response.text


def test_two_days_say_when_a_line_appears(signed_in, owner, today):
    fill(owner, today, days=2)

    response = signed_in.get("/journal/chart/")

    assert "Two days rated. A line appears after four." in response.text
    assert 'class="chart__line"' not in response.text
    assert "Rate today" in response.text


def test_several_ratings_of_a_day_are_one_dot_at_their_mean(signed_in, owner, today):
    for hour, intensity in [(0, 2), (0, 5)]:
        at = make.at(today, hour, intensity)
        make.entry(owner=owner, instant=at, intensity=intensity)

    (dot,) = signed_in.get("/journal/chart/").context["picture"].chart.dots

    assert dot.y == 222 - 70


def test_pain_before_and_after_a_session_is_not_daily_pain(signed_in, owner, today):
    make.practice(owner=owner, day=today, hour=0, pain_before=9, pain_after=2)

    assert signed_in.get("/journal/chart/").context["picture"].chart.dots == []


def test_days_off_are_a_band_with_their_reason(signed_in, owner, today):
    fill(owner, today, days=30)
    Pause.objects.create(
        owner=owner,
        first_day=today - dt.timedelta(days=20),
        last_day=today - dt.timedelta(days=15),
        reason="<b>Travel</b>",
    )

    response = signed_in.get("/journal/chart/", {"range": "4w"})

    assert "&lt;b&gt;Travel" in response.text
    assert response.text.count('class="chart__band"') == 1


def test_the_statement_stands_with_its_days_and_limits(signed_in, owner, today):
    fill(owner, today, days=120)

    response = signed_in.get("/journal/chart/")

    assert "On days after a session your pain was" in response.text
    assert "days with a session" in response.text


def test_the_table_says_the_same_as_the_chart(signed_in, owner, today):
    fill(owner, today, days=84)

    response = signed_in.get("/journal/chart/", {"range": "3m"})

    rows, counts = response.context["table"].rows, response.context["picture"].counts
    assert sum(int(row.rated) for row in rows) == counts.rated == 84
    assert sum(int(row.sessions) for row in rows) == counts.sessions


def test_htmx_gets_the_region_alone_and_links_work_without(signed_in, owner, today):
    fill(owner, today, days=10)

    part = signed_in.get(
        "/journal/chart/?range=1y", headers={"HX-Request": "true", "HX-Target": "chart-region"}
    )

    assert part.text.strip().startswith('<div id="chart-region">')
    address = "/journal/chart/?range=4w"
    assert f'href="{address}" id="chart-region-1" hx-get="{address}"' in part.text


@pytest.mark.parametrize(("stretch", "most"), [("4w", 4_500), ("3m", 5_000), ("1y", 5_500)])
def test_the_page_is_light(signed_in, owner, today, stretch, most):
    fill(owner, today, days=400)

    page = signed_in.get("/journal/chart/", {"range": stretch}).content

    assert len(gzip.compress(page)) < most


@pytest.mark.parametrize(("stretch", "asked"), [("4w", 28), ("3m", 84), ("1y", 364)])
def test_planned_sessions_stand_beside_the_practised_ones(
    signed_in, owner, today, stretch, asked, django_assert_max_num_queries
):
    fill(owner, today, days=120)
    begun = today - dt.timedelta(days=800)
    make.plan(owner=owner, routine=make.routine(owner=owner), starts_on=begun)

    with django_assert_max_num_queries(8):
        response = signed_in.get("/journal/chart/", {"range": stretch})

    shown = response.context["picture"]
    planned = shown.counts.planned
    assert planned == shown.counts.days >= asked - 6
    assert f"{planned} sessions were planned." in response.text
    assert response.text.count('class="chart__plan"') == 1
    assert sum(map(int, shown.values.planned.split())) == planned
    assert sum(map(int, shown.values.sessions.split())) == shown.counts.sessions
    assert sum(int(row.planned) for row in response.context["table"].rows) <= planned


def test_without_a_plan_nothing_is_said_of_one(signed_in, owner, stranger, today):
    fill(owner, today, days=60)
    make.plan(owner=stranger, routine=make.routine(owner=stranger), starts_on=today)

    response = signed_in.get("/journal/chart/")

    assert response.context["picture"].counts.planned is None
    for words in ["planned", "chart__plan"]:
        assert words not in response.text.partition('id="chart-region"')[2].partition("<h2>")[0]


def test_ten_years_weigh_and_work_little_more(signed_in, owner, today):
    fill(owner, today, days=3_650)
    make.plan(owner=owner, routine=make.routine(owner=owner), starts_on=today)

    response = signed_in.get("/journal/chart/", {"range": "all"})

    chart, values = response.context["chart"], response.context["picture"].values
    assert len(chart.bars) <= 260
    assert sum(map(len, chart.line)) <= 260
    assert len(values.pain.split()) == len(values.minutes.split()) <= 260
    assert "mean of 4 weeks" in response.text
    assert "The plan is shown beside a year or less." in response.text

    assert response.context["picture"].counts.rated == 3_650
    assert len(response.context["table"].rows) <= 42
    assert len(gzip.compress(response.content)) < 6_500


def test_5000_points_in_one_day_are_one_dot(signed_in, owner, today):
    at = make.at(today, 0, 1)
    Entry.objects.bulk_create(
        [Entry(owner=owner, intensity=n % 11, **stamp(at, make.WARSAW)) for n in range(5_000)]
    )

    for stretch in RANGES:
        (dot,) = signed_in.get("/journal/chart/", {"range": stretch}).context["picture"].chart.dots
        assert dot.y == 222 - round(20 * sum(n % 11 for n in range(5_000)) / 5_000)
