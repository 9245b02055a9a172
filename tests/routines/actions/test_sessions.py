"""Running sessions: snapshots, keys, sums."""

import datetime as dt
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from points.loading import load_catalogue
from points.models import Point
from routines import actions
from routines.actions.sessions import SORE_TODAY
from routines.models import Session, SessionEvent
from routines.safety import Change, Kind
from routines.screening import weigh
from tests import make
from tests.routines.rows import NOW, answered, readable, started

NOTHING = weigh({}, agreed=False)


def event(session, **extra):
    usual = {"key": uuid4(), "kind": "hold", "hold": 0, "pressed_seconds": 30}
    times = {"happened_at": NOW.at, "received_at": NOW.at}
    return SessionEvent(**(usual | times | extra))


def record(session, **extra):
    return actions.record_event(session=session, event=event(session, **extra))


def codes(session):
    return [hold["code"] for hold in session.snapshot["holds"]]


def test_a_session_holds_what_is_run_and_its_sums(owner):
    screening = answered(owner)

    session = started(owner, screening=screening, pain_before=6)

    assert codes(session) == ["BL23", "BL23", "PC6", "PC6"]
    assert (session.planned_seconds, session.pressed_seconds, session.holds_done) == (120, 0, 0)
    assert (session.screening, session.pain_before, session.local_date) == (screening, 6, NOW.today)
    assert session.finished_at is None


def test_the_same_key_and_body_are_one_session(owner):
    same = {"routine": make.routine(owner=owner), "screening": answered(owner), "key": uuid4()}

    assert started(owner, **same) == started(owner, **same)
    assert Session.objects.count() == 1


@pytest.mark.parametrize("other", [{"pain_before": 3}, {"length": "full"}, {"sore": ["PC6"]}])
def test_the_same_key_with_another_body_is_refused(owner, other):
    same = {"routine": make.routine(owner=owner), "screening": answered(owner), "key": uuid4()}
    first = started(owner, **same)

    with pytest.raises(actions.OtherBodyError):
        started(owner, **same, **other)

    first.refresh_from_db()
    assert (first.pain_before, codes(first)) == (None, ["BL23", "BL23", "PC6", "PC6"])


@pytest.mark.parametrize("answers", [{"rf_saddle": "yes"}, {"pregnant": "unsure"}])
def test_answers_that_close_the_routines_refuse_a_session(owner, answers):
    screening = answered(owner, **answers)

    with pytest.raises(actions.NotAllowedError):
        started(owner, screening=screening)


def test_a_stop_refuses_a_session_although_a_clinician_agreed(owner):
    screening = answered(owner, agreed=True, rf_clot="unsure")

    with pytest.raises(actions.NotAllowedError):
        started(owner, screening=screening)


def test_a_session_with_nothing_left_is_refused(owner):
    routine = make.routine(owner=owner, codes=("PC6",))

    with pytest.raises(actions.NotAllowedError):
        started(owner, routine=routine, sore=["PC6"])


def test_a_left_out_point_is_in_no_session_and_the_snapshot_says_why(owner):
    routine = make.routine(owner=owner, codes=("SP6", "LI4", "PC6"))
    screening = answered(owner, agreed=True, pregnant="yes")

    session = started(owner, routine=routine, screening=screening)

    assert not {"SP6", "LI4"} & set(codes(session))
    changes = {change["code"]: change for change in session.snapshot["changes"]}
    assert set(changes) == {"SP6", "LI4", "PC6"}
    assert all(change["reasons"] for change in changes.values())
    assert {hold["seconds"] for hold in session.snapshot["holds"]} == {30}
    assert {hold["pressure"] for hold in session.snapshot["holds"]} == {"light"}


def test_a_full_session_keeps_to_a_condition_s_seconds(owner):
    session = started(owner, screening=answered(owner, blood_thinner="unsure"), length="full")

    assert {hold["seconds"] for hold in session.snapshot["holds"]} == {45}


def test_sore_skin_is_left_out_and_nobody_takes_its_place(owner):
    routine = readable(make.routine(owner=owner))

    fitted = actions.fit(routine, NOTHING, sore=["BL23"])

    assert [press.point.code for press in fitted.presses] == ["PC6"]
    assert fitted.changes == (Change(Kind.LEFT_OUT, "BL23", (SORE_TODAY,)),)


def test_sore_skin_at_a_swapped_in_point_leaves_that_out_too(owner):
    routine = readable(make.routine(owner=owner, codes=("SP6",)))
    standing = weigh({"pregnant": "yes"}, agreed=True)
    (swap,) = actions.fit(routine, standing).presses

    fitted = actions.fit(routine, standing, sore=[swap.point.code])

    assert fitted.presses == ()
    assert [change.kind for change in fitted.changes] == [Kind.SWAPPED, Kind.LEFT_OUT]


def test_a_sore_point_is_not_called_lighter_as_well(owner):
    routine = readable(make.routine(owner=owner))

    fitted = actions.fit(routine, weigh({"blood_thinner": "yes"}, agreed=False), sore=["BL23"])

    assert [(one.kind, one.code) for one in fitted.changes] == [
        (Kind.LIGHTER, "PC6"),
        (Kind.LEFT_OUT, "BL23"),
    ]


def test_neither_editing_nor_deleting_nor_reloading_changes_a_past_session(owner):
    routine = make.routine(owner=owner)
    session = started(owner, routine=routine)
    record(session)
    before = Session.objects.values().get(pk=session.pk)

    routine.steps.update(hold_seconds=300)
    routine.name = "Renamed"
    routine.save()
    Point.objects.filter(code="BL23").update(name_pinyin="Changed", seconds_max=90)
    load_catalogue()
    routine.delete()

    after = Session.objects.values().get(pk=session.pk)
    assert after == before | {"routine_id": None}
    assert session.events.count() == 1


def test_deleting_the_answers_keeps_the_session(owner):
    session = started(owner)
    session.screening.delete()

    session.refresh_from_db()
    assert session.screening is None


def test_events_add_up_and_the_last_one_ends_the_session(owner):
    session = started(owner)
    later = NOW.at + dt.timedelta(minutes=3)

    for hold in range(3):
        record(session, hold=hold)
    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds, session.finished_at) == (3, 90, None)

    record(session, kind="skip", hold=3, pressed_seconds=5, reason="sore", received_at=later)
    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds, session.finished_at) == (3, 95, later)


def test_the_same_event_twice_is_one_row_and_one_answer(owner):
    session, key = started(owner), uuid4()

    assert record(session, key=key) == record(session, key=key)
    assert SessionEvent.objects.count() == 1


@pytest.mark.parametrize(
    "other", [{"hold": 1}, {"pressed_seconds": 29}, {"kind": "skip"}, {"reason": "sore"}]
)
def test_the_same_event_key_with_another_body_is_refused_and_changes_nothing(owner, other):
    session, key = started(owner), uuid4()
    record(session, key=key)

    with pytest.raises(actions.OtherBodyError):
        record(session, key=key, **other)

    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds) == (1, 30)


def test_the_same_event_key_in_another_session_is_another_event(owner):
    key = uuid4()
    for _ in range(2):
        record(started(owner), key=key)

    assert SessionEvent.objects.count() == 2


def test_an_event_that_makes_no_sense_is_refused(owner):
    with pytest.raises(ValidationError):
        record(started(owner), kind="jump")


def test_late_events_of_a_finished_session_are_merged_in_any_order(owner):
    session = started(owner)
    record(session, kind="skip", hold=1, pressed_seconds=0, reason="no_time")
    actions.finish_session(session=session, at=NOW.at + dt.timedelta(minutes=1))
    ended = session.finished_at

    record(session, hold=1)
    record(session, hold=0, happened_at=NOW.at - dt.timedelta(minutes=5))

    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds, session.finished_at) == (2, 60, ended)


def test_an_event_ends_a_session_where_it_stood_and_when_it_says(owner):
    session = started(owner)
    record(session, hold=0)
    then = NOW.at + dt.timedelta(minutes=2)

    end = event(session, kind="finish", hold=1, pressed_seconds=0)
    actions.record_event(session=session, event=end, at=then)

    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds, session.finished_at) == (1, 30, then)


def test_an_end_that_comes_before_what_it_ends_loses_nothing(owner):
    session = started(owner)
    record(session, kind="finish", hold=2, pressed_seconds=0)
    for kind, hold in [("resume", 1), ("hold", 1), ("pause", 0), ("hold", 0)]:
        record(session, kind=kind, hold=hold, pressed_seconds=30 if kind == "hold" else 0)

    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds, session.finished_at) == (2, 60, NOW.at)
    assert session.events.count() == 5


def test_a_pause_ends_nothing(owner):
    session = started(owner)
    record(session, kind="pause", pressed_seconds=0)
    record(session, kind="resume", pressed_seconds=0)

    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds, session.finished_at) == (0, 0, None)


def test_a_session_ends_once_and_never_before_it_began(owner):
    session = started(owner)
    actions.finish_session(session=session, at=NOW.at - dt.timedelta(hours=1))
    actions.finish_session(session=session, at=NOW.at + dt.timedelta(hours=1))

    session.refresh_from_db()
    assert session.finished_at == session.occurred_at


def test_ending_with_an_old_copy_of_the_row_keeps_newer_sums(owner):
    session = started(owner)
    old = Session.objects.get(pk=session.pk)
    record(session, hold=0)

    actions.finish_session(session=old, at=NOW.at)

    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds) == (1, 30)


def test_a_new_session_ends_what_was_left_open_and_no_one_elses(owner, stranger):
    open_before, others = started(owner), started(stranger)

    new = started(owner, screening=open_before.screening)

    for row in (open_before, others, new):
        row.refresh_from_db()
    assert open_before.finished_at is not None
    assert others.finished_at is None
    assert new.finished_at is None
