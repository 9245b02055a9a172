"""Today: the pain, the one routine, the days, and what was left open."""

import datetime as dt
import re

import pytest

from routines.models import DayChoice, Pause, SessionEvent
from tests import make
from tests.routines.rows import NOW, answered, started

TODAY = NOW.today


def day(n):
    return TODAY + dt.timedelta(days=n)


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner)


@pytest.fixture
def reader(signed_in, owner):
    answered(owner)
    return signed_in


def test_a_visitor_sees_the_landing_page_and_a_new_person_the_questions(client, owner):
    assert client.get("/").status_code == 200

    client.force_login(owner)
    assert client.get("/").url == "/screening/1/"


@pytest.mark.parametrize(
    ("answers", "closed"),
    [
        ({}, None),
        ({"kidney": "yes"}, None),
        ({"rf_saddle": "yes"}, "routines:stop"),
        ({"pregnant": "unsure"}, "routines:clinician"),
    ],
)
def test_today_says_whether_the_routines_are_open(signed_in, owner, routine, answers, closed):
    answered(owner, **answers)

    page = signed_in.get("/")

    assert page.context["closed"] == closed
    assert (b"/sessions/new/" in page.content) is (closed is None)


def test_rating_first_is_offered_only_before_the_first_session(reader, owner, routine):
    said = "rate your pain for a week or two before your first session"
    assert said in reader.get("/").text

    make.practice(owner=owner, day=day(-60))
    assert said not in reader.get("/").text


def test_old_answers_are_asked_again(signed_in, owner):
    make.screening(owner=owner, day=day(-91))
    assert signed_in.get("/").context["ask_again"] is True

    make.screening(owner=owner, day=day(-90))
    assert signed_in.get("/").context["ask_again"] is False


def test_answers_to_other_questions_are_asked_again(signed_in, owner):
    make.screening(owner=owner, rules_version="earlier")

    page = signed_in.get("/")

    assert page.context["ask_again"] is True
    assert b"The safety questions have changed since you answered." in page.content


def test_the_routine_of_the_day_follows_choice_and_plan(reader, owner, routine):
    other = make.routine(owner=owner, name="Another")
    make.plan(owner=owner, routine=routine, starts_on=day(-3))
    assert reader.get("/").context["routine"] == routine

    DayChoice.objects.create(owner=owner, day=TODAY, routine=other)
    assert reader.get("/").context["routine"] == other


def test_a_routine_that_was_put_away_is_not_the_one_of_today(reader, owner, routine):
    away = make.routine(owner=owner, name="Another")
    make.plan(owner=owner, routine=away, starts_on=day(-9))
    make.plan(owner=owner, routine=routine, starts_on=day(-3), weekdays=[day(1).isoweekday()])
    assert reader.get("/").context["routine"] == away

    reader.post(f"/routines/{away.pk}/archive/")

    seen = reader.get("/").context
    assert seen["routine"] == routine
    assert seen["consistency"]["planned"] == 9  # as it was before


@pytest.mark.parametrize(("kind", "make_it"), [("rest", DayChoice), ("paused", Pause)])
def test_rest_and_pause_are_named(reader, owner, routine, kind, make_it):
    make.plan(owner=owner, routine=routine, starts_on=day(-3))
    field = "day" if make_it is DayChoice else "first_day"
    make_it.objects.create(owner=owner, **{field: TODAY})

    assert reader.get("/").context["day_kind"] == kind


def test_the_28_days_count_what_was_planned_and_practised(reader, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=day(-4))
    make.practice(owner=owner, day=day(-2))
    make.practice(owner=owner, day=day(-1), holds_done=0)
    make.practice(day=day(-3))  # a stranger's

    seen = reader.get("/").context["consistency"]

    assert (seen["practised"], seen["planned"], len(seen["days"])) == (1, 4, 28)
    assert [one["state"] for one in seen["days"][-5:]] == [
        "none",
        "none",
        "practised",
        "none",
        "none",
    ]
    assert seen["days"][-1]["is_today"]


def test_the_drawing_of_28_days_is_named_after_its_days_not_after_the_routine(
    reader, owner, routine
):
    make.practice(owner=owner, day=day(-2))

    page = reader.get("/").content.decode()

    named = re.search(r'class="days__row" role="img" aria-label="([^"]*)"', page)
    assert named[1] == (
        "28 days, oldest first: no session 25, practised 1, no session 1, today still open"
    )


@pytest.mark.parametrize(("days", "length", "away"), [(3, "usual", 0), (14, "short", 14)])
def test_who_was_away_two_weeks_is_offered_the_short_version(
    reader, owner, routine, days, length, away
):
    make.practice(owner=owner, day=day(-days))

    context = reader.get("/").context

    assert (context["length"], context["away"]) == (length, away)


def test_the_tomorrows_are_named(reader, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=day(2))

    ahead = reader.get("/").context["ahead"]

    assert [(one["day"], one["kind"]) for one in ahead] == [
        (day(1), "free"), (day(2), "practice"), (day(3), "practice"), (day(4), "practice"),
    ]  # fmt: skip


def test_a_day_that_was_moved_says_so(reader, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=day(1))
    DayChoice.objects.create(owner=owner, day=day(1), moved_to=day(2))

    page = reader.get("/").text

    assert page.count("Moved to another day") == 1
    assert "Nothing planned" not in page


def test_a_page_has_one_main_button_with_or_without_a_session_to_take_up(reader, owner, routine):
    assert reader.get("/").text.count('data-kind="main"') == 1

    started(owner, routine=routine)

    page = reader.get("/").text
    assert page.count('data-kind="main"') == 1
    assert "Resume, " in page.split('data-kind="main"')[1].split("</a>")[0]


@pytest.mark.parametrize("hours", [11, 13])
def test_a_session_left_open_is_offered_for_twelve_hours(reader, owner, hours):
    session = started(owner)
    session.occurred_at = NOW.at - dt.timedelta(hours=hours)
    session.save()

    resume = reader.get("/").context["resume"]

    assert (resume and resume["session"]) == (session if hours < 12 else None)


def test_a_session_left_by_someone_else_is_not_offered(reader, stranger):
    started(stranger)

    assert reader.get("/").context["resume"] is None


def test_pain_and_sessions_of_today_are_mine(reader, owner, stranger):
    make.entry(owner=owner, instant=NOW.at, intensity=3)
    make.entry(owner=stranger, instant=NOW.at, intensity=9)
    make.practice(owner=owner, day=TODAY, hour=0)
    make.practice(owner=owner, day=TODAY, hour=1, holds_done=0)  # ended before anything

    context = reader.get("/").context

    assert context["done_today"] == 1
    assert (context["pain"].level, context["pain"].earlier) == (3, [])


@pytest.mark.parametrize("rows", [1, 3])
def test_today_reads_the_same_number_of_queries_for_any_history(
    reader, owner, routine, rows, django_assert_max_num_queries
):
    for n in range(rows):
        make.plan(owner=owner, routine=routine, starts_on=day(-n))
        make.practice(owner=owner, day=day(-n))
        make.entry(owner=owner, instant=NOW.at)

    with django_assert_max_num_queries(10):
        reader.get("/")


def away(owner, routine):
    make.practice(owner=owner, routine=routine, day=day(-90))


def resuming(owner, routine):
    session = started(owner, routine=routine)
    for about in ({"hold": 0}, {"hold": 1, "kind": "skip", "pressed_seconds": 4, "reason": "sore"}):
        told = {"kind": "hold", "pressed_seconds": 30, "happened_at": NOW.at, "received_at": NOW.at}
        SessionEvent.objects.create(session=session, **(told | about))


def planned(owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=day(-30))
    DayChoice.objects.create(owner=owner, day=day(-1), moved_to=TODAY)
    Pause.objects.create(owner=owner, first_day=day(-9), last_day=day(-8))


@pytest.mark.parametrize("in_a_spell", [False, True])
@pytest.mark.parametrize("is_planned", [False, True])
@pytest.mark.parametrize("state", [away, resuming])
def test_the_worst_of_states_takes_ten_queries(
    reader, owner, routine, state, is_planned, in_a_spell, django_assert_max_num_queries
):
    state(owner, routine)
    if is_planned:
        planned(owner, routine)
    if in_a_spell:
        make.flare(owner=owner, day=day(-3))

    with django_assert_max_num_queries(7 if in_a_spell else 10):
        page = reader.get("/")

    assert bool(page.context["resume"]) is (state is resuming)
    if state is resuming:
        assert (page.context["resume"]["done"], page.context["resume"]["holds"]) == (1, 4)


@pytest.mark.parametrize(("days", "until"), [(0, "Tuesday"), (1, "Monday"), (2, ""), (9, "")])
def test_two_days_after_a_bruise_are_for_rest(reader, owner, stranger, routine, days, until):
    make.plan(owner=owner, routine=routine, starts_on=day(-9))
    make.practice(owner=owner, day=day(-days), bruised_after=True)
    make.practice(owner=stranger, day=TODAY, bruised_after=True)
    make.practice(owner=owner, day=day(-days), sore_after=True)

    text = " ".join(reader.get("/").text.split())

    told = f"<strong>You noted a bruise.</strong> Rest from pressing until {until};"
    assert (told in text) is bool(until)
    assert ("You noted a bruise" in text) is bool(until)
    start = text[text.index('class="today__start"') :]
    assert ('data-kind="main"' in start[: start.index("</form>")]) is not bool(until)


def test_in_a_bad_spell_today_goes_gently(reader, owner, routine):
    planned(owner, routine)
    make.practice(owner=owner, routine=routine, day=day(-40))
    spell = make.flare(owner=owner, day=day(-3))

    page = reader.get("/")

    main = page.text[page.text.index("<main") : page.text.index("</main>")]
    assert "Go gently today" in main
    assert 'name="short" value="gentle"' in main
    for word in ("28 days", "planned", "practised", "Start short", "The next days", routine.name):
        assert word not in main
    assert reader.get("/sessions/new/", {"short": "gentle"}).status_code == 200

    spell.last_day = day(-1)
    spell.save()
    assert "Go gently today" not in reader.get("/").text


def test_a_bad_spell_of_somebody_else_or_in_the_bin_changes_nothing(reader, owner, stranger):
    make.flare(owner=stranger, day=day(-3))
    make.flare(owner=owner, day=day(-3), deleted_at=NOW.at)

    assert reader.get("/").context["in_a_spell"] is False


@pytest.mark.parametrize("answers", [{"rf_saddle": "yes"}, {"pregnant": "unsure"}])
def test_what_is_closed_stays_closed_in_a_bad_spell(signed_in, owner, answers):
    answered(owner, **answers)
    make.flare(owner=owner, day=day(-3))

    page = signed_in.get("/").text

    assert "Go gently today" not in page
    assert "/sessions/new/" not in page
