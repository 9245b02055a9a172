"""Week, month and day: what is planned, done, moved; and changing a day."""

import datetime as dt

import pytest

from routines.models import DayChoice
from tests import make
from tests.make import MONDAY
from tests.routines.rows import NOW

TODAY = NOW.today
DAY = dt.timedelta(days=1)


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner)


def choose(client, day, choice, **fields):
    return client.post(f"/days/{day}/choose/", {"choice": choice} | fields)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("path", [f"/weeks/{MONDAY}/", "/months/2026-11/", f"/days/{MONDAY}/"])
def test_days_are_shown_in_the_same_number_of_queries(
    signed_in, owner, stranger, rows, path, django_assert_num_queries
):
    for n in range(rows):
        mine = make.routine(owner=owner, name=f"Mine {n}")
        make.plan(owner=owner, routine=mine)
        make.practice(owner=owner, routine=mine, name=f"Mine {n}")
        make.plan(owner=stranger, routine=make.routine(owner=stranger, name="Theirs"))
        make.practice(owner=stranger, name="Theirs")

    day_page = path.startswith("/days")
    with django_assert_num_queries(7 if day_page else 6):  # who 2, calendar 3, sessions, own
        page = signed_in.get(path)

    assert page.content.count(b"Mine 0") >= 1
    assert b"Theirs" not in page.content


def test_a_week_shows_what_was_planned_done_and_moved(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, weekdays=[1, 2, 3], times=[dt.time(8)])
    make.practice(owner=owner, routine=routine, day=MONDAY)
    DayChoice.objects.create(owner=owner, day=MONDAY + DAY, moved_to=MONDAY + 3 * DAY)
    DayChoice.objects.create(owner=owner, day=MONDAY + 2 * DAY, reason="Unwell")

    page = signed_in.get(f"/weeks/{MONDAY + 3 * DAY}/")

    states = [one.state for one in page.context["days"]]
    assert (states[0], states[1], states[2]) == ("practised", "moved", "rest")
    text = page.content.decode()
    assert "Moved to Thursday 19 November" in text
    assert "moved from Tue 17 Nov" in text
    assert "Rest: Unwell" in text
    assert f'rel="prev" href="/weeks/{MONDAY - 7 * DAY}/"' in text
    assert f'rel="next" href="/weeks/{MONDAY + 7 * DAY}/"' in text


def test_a_month_is_shown_in_whole_weeks_with_its_neighbours(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=dt.date(2026, 11, 3))

    page = signed_in.get("/months/2026-11/")

    weeks = page.context["weeks"]
    assert (weeks[0][0].day, weeks[-1][-1].day) == (dt.date(2026, 10, 26), dt.date(2026, 12, 6))
    assert {len(week) for week in weeks} == {7}
    assert b'rel="prev" href="/months/2026-10/"' in page.content
    assert b'rel="next" href="/months/2026-12/"' in page.content


def test_the_week_of_this_month_is_this_week_and_of_another_its_first(signed_in):
    assert b'<a class="segment__cell" href="/weeks/">Week' in signed_in.get("/months/").content
    other = signed_in.get("/months/2026-02/").content
    assert b'<a class="segment__cell" href="/weeks/2026-02-01/">Week' in other


def test_without_a_date_it_is_now(signed_in):
    assert TODAY in [one.day for one in signed_in.get("/weeks/").context["days"]]
    assert signed_in.get("/months/").context["range"].first == TODAY.replace(day=1)


@pytest.mark.parametrize(
    "path",
    [
        "/weeks/2026-02-31/", "/weeks/someday/", "/weeks/9999-12-31/", "/weeks/%00/",
        "/months/2026-13/", "/months/2026/", "/days/0000-00-00/", f"/days/{'x' * 5000}/",
    ],
)  # fmt: skip
def test_a_date_that_is_none_is_not_found(signed_in, path):
    assert signed_in.get(path).status_code == 404


def test_the_first_and_the_last_year_have_pages_with_one_neighbour(signed_in):
    for path in ("/weeks/2000-01-01/", "/months/2000-01/", "/days/2000-01-01/",
                 "/weeks/2099-12-31/", "/months/2099-12/", "/days/2099-12-31/"):  # fmt: skip
        assert signed_in.get(path).status_code == 200, path


def test_a_day_is_made_a_rest_another_routine_or_the_week_again(signed_in, routine):
    assert choose(signed_in, TODAY, "rest", reason="No time").url == f"/days/{TODAY}/"
    kept = DayChoice.objects.get()
    assert (kept.routine, kept.reason) == (None, "No time")

    choose(signed_in, TODAY, str(routine.pk))
    assert DayChoice.objects.get().routine == routine

    choose(signed_in, TODAY, "week")
    assert not DayChoice.objects.exists()


def test_today_is_moved_to_tomorrow_and_both_days_say_so(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY, ends_on=TODAY)

    page = signed_in.post(
        f"/days/{TODAY}/choose/", {"choice": "move", "to": f"{TODAY + DAY}"}, follow=True
    )

    assert page.context["day"].state == "moved"
    tomorrow = signed_in.get(f"/days/{TODAY + DAY}/").context["day"]
    assert [(line.name, line.moved_from) for line in tomorrow.lines] == [(routine.name, TODAY)]


@pytest.mark.parametrize(
    "fields",
    [
        {"choice": ""},
        {"choice": "x" * 10_000},
        {"choice": "\0"},
        {"choice": "9" * 30},
        {"choice": "move"},
        {"choice": "move", "to": "2026-02-31"},
        {"choice": "move", "to": f"{TODAY}"},
        {"choice": "rest", "reason": "x" * 81},
    ],
)
def test_a_choice_that_cannot_be_is_told_on_the_page_of_the_day(signed_in, owner, routine, fields):
    make.plan(owner=owner, routine=routine, starts_on=TODAY)

    response = signed_in.post(f"/days/{TODAY}/choose/", fields)

    assert response.status_code == 422
    assert b"Not saved yet." in response.content
    assert not DayChoice.objects.exists()


def test_a_day_that_is_over_or_far_away_cannot_be_changed(signed_in):
    for day in (TODAY - DAY, TODAY + 400 * DAY):
        assert choose(signed_in, day, "rest").status_code == 422
    assert choose(signed_in, "2026-02-31", "rest").status_code == 404
    assert not DayChoice.objects.exists()
    assert b"This day is over." in signed_in.get(f"/days/{TODAY - DAY}/").content


def test_a_stranger_s_routine_cannot_be_chosen(signed_in, stranger):
    theirs = make.routine(owner=stranger)

    assert choose(signed_in, TODAY, str(theirs.pk)).status_code == 422
    assert not DayChoice.objects.exists()


NO_ROOM = "No day of the next two weeks has room: each is off, a day of rest, or moved on."
TAKEN = [  # what was chosen for a later day, and what is said of moving there
    ({"choice": "rest"}, "Tuesday 24 November is a day of rest. Choose another day."),
    (
        {"choice": "move", "to": f"{TODAY + 4 * DAY}"},
        "What was planned for Tuesday 24 November is moved on. Choose another day.",
    ),
]


@pytest.mark.parametrize(("chosen", "said"), TAKEN)
def test_moving_to_a_day_of_rest_or_one_moved_itself_is_refused(
    signed_in, owner, routine, chosen, said
):
    make.plan(owner=owner, routine=routine, starts_on=TODAY)
    assert signed_in.post(f"/days/{TODAY + 2 * DAY}/choose/", chosen).status_code == 302

    response = choose(signed_in, TODAY + DAY, "move", to=f"{TODAY + 2 * DAY}")

    assert response.status_code == 422
    page = response.content.decode()
    assert said in page
    assert f'name="to" value="{TODAY + 2 * DAY}" aria-invalid="true"' in page
    assert signed_in.get(f"/days/{TODAY + DAY}/").context["day"].lines
    assert choose(signed_in, TODAY + DAY, "move", to=f"{TODAY + 3 * DAY}").status_code == 302
    moved = signed_in.get(f"/days/{TODAY + 3 * DAY}/").context["day"]
    assert [line.moved_from for line in moved.lines] == [None, TODAY + DAY]


@pytest.mark.parametrize(("chosen", "said"), TAKEN)
def test_one_tap_moves_a_day_to_none_of_rest_or_moved_itself(
    signed_in, owner, routine, chosen, said
):
    make.plan(owner=owner, routine=routine, starts_on=TODAY)
    signed_in.post(f"/days/{TODAY + 2 * DAY}/choose/", chosen)

    later = signed_in.get(f"/days/{TODAY + DAY}/").context["form"].later

    assert later == [TODAY + n * DAY for n in (3, 4, 5)]


def test_two_weeks_of_rest_are_told_without_a_word_of_a_pause(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY)
    DayChoice.objects.bulk_create(DayChoice(owner=owner, day=TODAY + n * DAY) for n in range(1, 15))

    page = signed_in.get(f"/days/{TODAY}/").content.decode()

    assert NO_ROOM in page
    assert "Change or end the pause" not in page


def days_off(owner, first, last):
    return make.pause(owner=owner, first_day=TODAY + first * DAY, last_day=TODAY + last * DAY)


def test_one_tap_moves_a_day_only_to_days_that_are_not_off(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY)
    days_off(owner, 1, 3)
    days_off(owner, 5, 5)

    page = signed_in.get(f"/days/{TODAY}/").content.decode()

    offered = [TODAY + n * DAY for n in (4, 6, 7)]
    for n in range(1, 9):
        chip = f'name="to" value="{TODAY + n * DAY}" form='
        assert (chip in page) == (TODAY + n * DAY in offered), n
    assert f'<input type="date" name="to" value="{TODAY + 4 * DAY}"' in page


def test_two_weeks_off_are_told_where_no_day_is_left_to_move_to(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY)
    make.pause(owner=owner, first_day=TODAY + DAY)

    page = signed_in.get(f"/days/{TODAY}/")

    assert page.context["form"].later == []
    assert NO_ROOM in page.content.decode()
    assert "Change or end the pause" in page.content.decode()


def test_moving_to_a_day_off_is_refused_and_what_was_typed_stays(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY)
    days_off(owner, 3, 5)

    response = choose(signed_in, TODAY, "move", to=f"{TODAY + 3 * DAY}")

    assert response.status_code == 422
    page = response.content.decode()
    assert "Wednesday 25 November is one of your days off. Choose another day." in page
    assert f'name="to" value="{TODAY + 3 * DAY}" aria-invalid="true"' in page
    assert not DayChoice.objects.exists()


def test_a_routine_cannot_be_chosen_for_a_day_off(signed_in, owner, routine):
    days_off(owner, 0, 1)

    assert routine.name not in signed_in.get(f"/days/{TODAY}/").content.decode()
    response = choose(signed_in, TODAY, str(routine.pk))

    assert response.status_code == 422
    assert "This is one of your days off. Change or end them first." in response.content.decode()
    assert not DayChoice.objects.exists()


def test_days_off_taken_later_tell_what_had_been_moved_there(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY, ends_on=TODAY)
    choose(signed_in, TODAY, "move", to=f"{TODAY + DAY}")
    days_off(owner, 1, 3)

    told = f"{routine.name}, moved here from Sun 22 Nov, is paused too"
    for path in (f"/days/{TODAY + DAY}/", f"/weeks/{TODAY + DAY}/"):
        assert told in signed_in.get(path).content.decode(), path
    day = signed_in.get(f"/days/{TODAY + DAY}/").content.decode()
    assert f"Choose another day for {routine.name} of Sun 22 Nov" in day
    assert choose(signed_in, TODAY, "move", to=f"{TODAY + 4 * DAY}").status_code == 302
    moved = signed_in.get(f"/days/{TODAY + 4 * DAY}/").context["day"]
    assert [line.moved_from for line in moved.lines] == [TODAY]
