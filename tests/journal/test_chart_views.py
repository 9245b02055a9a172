"""The other views of the chart, their files, and how it was worked out."""

import csv
import datetime as dt
import gzip
import io
import json
import re
import xml.etree.ElementTree as ET
from http import HTTPStatus

import pytest
from django.utils import timezone

from journal.models import Happening
from routines.local_time import stamp
from routines.models import Pause, Session
from tests import make
from tests.journal.test_chart import fill

VIEWS = ["weeks", "sessions", "days"]
PAGES = [f"/journal/chart/{view}/" for view in VIEWS]


@pytest.fixture
def today():
    return timezone.now().astimezone(make.WARSAW).date()


def travel(owner, day, name="", **extra):
    kind = {"sort": "event", "kind": "other" if name else "travel", "name": name, "last_day": day}
    return Happening.objects.create(
        owner=owner, **kind, **stamp(make.at(day), make.WARSAW), **extra
    )


@pytest.mark.parametrize("page", [*PAGES, "/journal/chart/method/"])
@pytest.mark.parametrize("days", [1, 3, 400])
def test_a_view_costs_at_most_8_queries(
    signed_in, owner, today, page, days, django_assert_max_num_queries
):
    fill(owner, today, days=days)

    with django_assert_max_num_queries(8):
        response = signed_in.get(page, {"range": "all"})

    assert response.status_code == HTTPStatus.OK
    assert "NaN" not in response.text


@pytest.mark.parametrize("page", PAGES)
def test_a_view_is_mine(signed_in, owner, stranger, today, page):
    fill(stranger, today, days=100)
    travel(stranger, today, name="Private")

    response = signed_in.get(page)

    assert "Private" not in response.text
    assert response.context["spans"] == []


@pytest.mark.parametrize("page", ["/journal/chart/", *PAGES])
def test_dates_that_cannot_be_are_told_with_what_was_typed(signed_in, page):
    response = signed_in.get(page, {"from": "2026-05-02", "to": "2026-05-01"})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    if page != "/journal/chart/days/":
        assert "The last day comes before the first one." in response.text
        assert 'value="2026-05-02"' in response.text


def test_weeks_wait_for_eight_and_then_are_dots(signed_in, owner, today):
    fill(owner, today, days=30)
    early = signed_in.get("/journal/chart/weeks/")
    fill(owner, today - dt.timedelta(days=30), days=60)

    later = signed_in.get("/journal/chart/weeks/")

    assert not early.context["chart"].is_enough
    assert "Your weeks appear here after" in early.text
    assert later.context["chart"].is_enough
    assert later.text.count("a4 4 0 1 1-8 0a4") == len(later.context["chart"].dots)
    assert len(json.loads(later.context["points"])) == len(later.context["chart"].dots)


def packed(client, page, stretch):
    """Return the compressed bytes of a page."""
    return len(gzip.compress(client.get(page, {"range": stretch}).content))


@pytest.mark.parametrize(
    ("page", "most"),
    [("weeks/", 6_500), ("sessions/", 8_500), ("days/", 5_000), ("method/", 5_000)],
)
def test_ten_years_weigh_little_more_than_four_weeks(signed_in, owner, today, page, most):
    fill(owner, today, days=3_650)
    Session.objects.update(pain_before=6, pain_after=5)

    few = packed(signed_in, f"/journal/chart/{page}", "4w")
    many = packed(signed_in, f"/journal/chart/{page}", "all")

    assert many <= most
    assert many <= 2 * few


def test_sessions_of_ten_years_are_marks_of_four_weeks_and_lines_of_three_months(
    signed_in, owner, today
):
    fill(owner, today, days=3_650)
    Session.objects.update(pain_before=6, pain_after=5)

    response = signed_in.get("/journal/chart/sessions/", {"range": "all"})

    chart, total = response.context["chart"], Session.objects.count()
    assert len(chart.steps) == len(chart.pressed) <= 260
    assert response.context["weeks_a_mark"] == 4
    assert "each mark is 4 weeks" in response.text
    assert response.context["body"].count("<tr>") <= 42
    assert response.context["sums"][:4] == (total, total, 6.0, 5.0)
    months = signed_in.get("/journal/chart/sessions/", {"range": "1y"})
    assert months.context["weeks_a_mark"] == 1
    assert months.context["body"].count("<tr>") == len(months.context["slots"]) > 50


def test_of_ten_years_the_newest_two_are_dots(signed_in, owner, today):
    fill(owner, today, days=3_650)

    response = signed_in.get("/journal/chart/weeks/", {"range": "all"})

    dots = response.context["chart"].dots
    assert len(dots) == 104
    assert dots[-1].monday > today - dt.timedelta(weeks=4)
    assert "Older weeks are left out" in response.text


@pytest.mark.parametrize("page", ["/journal/chart/", *PAGES])
def test_an_event_can_be_added_from_every_chart(signed_in, page):
    assert '<a href="/journal/happenings/">Add an event</a>' in signed_in.get(page).text


def test_the_change_since_the_start_never_stands_without_its_limit(signed_in, owner, today):
    for n in range(84):
        make.entry(owner=owner, day=today - dt.timedelta(days=n), hour=0, intensity=2 + n // 12)

    response = signed_in.get("/journal/chart/weeks/")

    assert "lower than in your first two weeks." in response.text
    assert "Back pain often settles by itself over six weeks" in response.text


def test_sessions_are_strokes_from_before_to_after(signed_in, owner, today):
    make.practice(owner=owner, day=today, hour=0, pain_before=7, pain_after=5, seconds=240)
    make.practice(owner=owner, day=today - dt.timedelta(days=3), pain_before=9)

    response = signed_in.get("/journal/chart/sessions/")

    (step,) = response.context["chart"].steps
    assert (step.before, step.after) == (222 - 140, 222 - 100)
    assert "2 sessions" in response.text
    assert "Over these, pain was 7.0 before and 5.0 after." in response.text


def test_days_without_a_plan_are_not_counted_against_one(signed_in):
    words = signed_in.get("/journal/chart/days/").text
    assert "0 days practised, none planned." in words
    assert "of 0 planned" not in words


def test_28_days_say_what_each_was_for(signed_in, owner, today):
    routine = make.routine(owner=owner)
    make.plan(owner=owner, routine=routine, starts_on=today - dt.timedelta(days=60))
    make.practice(owner=owner, day=today - dt.timedelta(days=2), hour=0)
    Pause.objects.create(
        owner=owner, first_day=today - dt.timedelta(days=9), last_day=today - dt.timedelta(days=8)
    )

    cells = signed_in.get("/journal/chart/days/").context["month"].cells

    assert len(cells) == 28
    assert [cell.state for cell in cells[-10:]] == [
        "paused", "paused", *["none"] * 5, "practised", "none", "today",
    ]  # fmt: skip
    assert cells[-1].is_planned
    assert not cells[-9].is_planned


def test_earlier_days_have_a_page_and_no_today_in_it(signed_in, owner, today):
    last = today - dt.timedelta(days=40)

    response = signed_in.get("/journal/chart/days/", {"from": str(last), "to": str(last)})

    assert [cell.state for cell in response.context["month"].cells] == ["none"] * 28
    assert response.context["month"].cells[-1].day == last


@pytest.mark.parametrize(("ago", "asked"), [(0, 27), (1, 28), (7, 28)])
def test_the_days_that_asked_for_a_session_are_those_drawn_so_today_excepted(
    signed_in, owner, today, ago, asked
):
    first = today - dt.timedelta(days=90)
    make.plan(owner=owner, routine=make.routine(owner=owner), starts_on=first)
    last = str(today - dt.timedelta(days=ago))

    page = signed_in.get("/journal/chart/days/", {"from": last, "to": last})

    month = page.context["month"]
    open_ones = [cell for cell in month.cells if cell.is_planned and cell.state == "none"]
    assert (month.practised, month.planned, len(open_ones)) == (0, asked, asked)


@pytest.mark.parametrize("view", ["pain", *VIEWS])
@pytest.mark.parametrize("days", [0, 1, 120])
def test_a_drawing_stands_alone(signed_in, owner, today, view, days):
    fill(owner, today, days=days)

    response = signed_in.get(f"/journal/chart/{view}.svg", {"range": "3m"})

    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="backbeat-')
    drawn = ET.fromstring(response.text.strip())  # noqa: S314 - ours
    inner = drawn.find("{http://www.w3.org/2000/svg}svg")
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    assert int(drawn.get("width")) >= int(inner.get("x")) + int(inner.get("width"))
    assert int(inner.get("x")) >= 36  # room for the numbers of the axis
    assert int(drawn.get("height")) >= int(inner.get("y")) + int(inner.get("height"))


@pytest.mark.parametrize("view", ["pain", *VIEWS])
def test_numbers_are_a_table_that_opens_without_running_anything(signed_in, owner, today, view):
    fill(owner, today, days=120)
    travel(owner, today - dt.timedelta(days=5), name="=1+1")
    travel(owner, today - dt.timedelta(days=12), name="=1+1")

    response = signed_in.get(f"/journal/chart/{view}.csv", {"range": "3m"})

    rows = list(csv.reader(io.StringIO(response.text.removeprefix("\ufeff"))))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 10
    assert not [value for row in rows for value in row if value.startswith("=")]
    assert ("'=1+1" in response.text) == (view != "sessions")


@pytest.mark.parametrize(("stretch", "days"), [("4w", "1"), ("1y", "7")])
def test_the_file_has_planned_sessions(signed_in, owner, today, stretch, days):
    fill(owner, today, days=40)
    routine = make.routine(owner=owner)
    make.plan(owner=owner, routine=routine, starts_on=today - dt.timedelta(days=7))

    text = signed_in.get("/journal/chart/pain.csv", {"range": stretch}).text

    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert {row["days"] for row in rows} == {days}
    assert sum(int(row["sessions_planned"] or 0) for row in rows) == 8
    assert rows[0]["sessions_planned"] == ""


def test_a_negative_change_stays_a_number(signed_in, owner, today):
    fill(owner, today, days=120)

    text = signed_in.get("/journal/chart/weeks.csv").text

    rows = list(csv.reader(io.StringIO(text)))[1:]
    assert [float(row[3]) for row in rows]
    assert "'-" not in text


def test_files_of_dates_that_cannot_be_are_not_there(signed_in):
    assert signed_in.get("/journal/chart/pain.csv?from=x").status_code == HTTPStatus.NOT_FOUND
    assert signed_in.get("/journal/chart/moon.csv").status_code == HTTPStatus.NOT_FOUND


def test_how_it_was_worked_out_has_the_numbers(signed_in, owner, today):
    fill(owner, today, days=120)

    response = signed_in.get("/journal/chart/method/")

    found = response.context["statement"].found
    assert f"<dd>{found.counts.pairs}</dd>" in response.text
    assert f"<dd>{found.shifts}</dd>" in response.text


def test_less_pain_is_written_with_a_minus(signed_in, owner, today):
    for n in range(70):
        make.entry(owner=owner, day=today - dt.timedelta(days=n), intensity=2 + n // 12)

    response = signed_in.get("/journal/chart/method/")

    points = response.context["change"].points
    assert points < 0
    assert f"<dd>−{-points:.2f}</dd>" in response.text
    assert not re.search(r"[>( ]-\d", response.text)


def test_other_care_is_a_limit_and_no_finding(signed_in, owner, today):
    fill(owner, today, days=120)
    for n in range(40, 54):
        day = today - dt.timedelta(days=n)
        Happening.objects.create(
            owner=owner, sort="care", kind="yoga", **stamp(make.at(day), make.WARSAW)
        )

    response = signed_in.get("/journal/chart/")

    assert "yoga on 14 days. This view cannot tell them apart." in response.text


def test_events_are_bands_on_every_chart(signed_in, owner, today):
    fill(owner, today, days=100)
    travel(owner, today - dt.timedelta(days=20))

    for page in ["/journal/chart/", "/journal/chart/sessions/", "/journal/chart/days/"]:
        assert signed_in.get(page).text.count('class="chart__band"') == 1, page
    assert 'data-kind="event"' in signed_in.get("/journal/chart/weeks/").text


@pytest.mark.parametrize("page", ["/journal/chart/", "/journal/chart/sessions/"])
def test_no_band_runs_through_the_words_between_the_panels(signed_in, owner, today, page):
    make.entry(owner=owner, day=today)
    make.event(owner=owner, day=today - dt.timedelta(days=9), days=5)

    told = signed_in.get(page).text

    assert told.count('class="chart__band"') == 1
    assert "v200m0 34v60" in told  # from 22 to 222, and from 256 to 316; the words stand at 246
    assert "294v294" not in told


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (
            "/journal/chart/?range=4w",
            "Pain and sessions by week, 26 October 2026 to 22 November 2026",
        ),
        ("/journal/chart/?range=all", "Pain and sessions by week, up to 22 November 2026"),
        (
            "/journal/chart/sessions/?range=4w",
            "Sessions and pain around them by day, 26 October 2026 to 22 November 2026",
        ),
        (
            "/journal/chart/weeks/?range=all",
            "Days with a session, and how pain changed by the week after, up to 22 November 2026",
        ),
        ("/journal/chart/days/", "Sessions and pain by day, 26 October 2026 to 22 November 2026"),
    ],
)
def test_the_table_under_a_chart_is_named_after_what_it_counts_and_its_days(
    signed_in, owner, today, page, name
):
    fill(owner, today, days=60)
    make.practice(owner=owner, day=today - dt.timedelta(days=3))

    table = signed_in.get(page).text.split("<table", 1)[1]

    assert re.findall(r"<caption[^>]*>([^<]*)</caption>", table) == [name]
