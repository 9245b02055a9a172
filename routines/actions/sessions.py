"""Runs sessions: starts them from a routine, keeps their events, ends them."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from points.models import Point
from points.questions import version
from routines import holds as unfolding
from routines.actions.feeling import heed
from routines.actions.refusals import NotAllowedError, OtherBodyError
from routines.holds import Length, Snapshot, holds_of, planned_seconds
from routines.local_time import Moment
from routines.models import Routine, Screening, Session, SessionEvent
from routines.progress import Happening, Run, run
from routines.reach import out_of_reach
from routines.safety import Change, Fitted, Kind
from routines.screening import Standing, weigh
from routines.usual import Passing

TOLD = ("kind", "hold", "pressed_seconds", "reason", "feel")  # what makes an event another one
SUMS = ("pressed_seconds", "holds_done", "finished_at")
SORE_TODAY = "Left out today: you marked the skin there as sore."


def fit(
    routine: Routine | Passing,
    standing: Standing,
    *,
    sore: Collection[str] = (),
    out_of_reach: Collection[str] = (),
    read_points: Callable[[], Sequence[Point]] | None = None,
) -> Fitted:
    """Return a routine (read ``for_reading``) as one person may run it, with all changes.

    Args:
        routine: What is to be run. Nothing takes the place of a point of
            a run that is no routine.
        standing: What the person's answers mean.
        out_of_reach: Codes of points that the person cannot reach.
        sore: Codes of points whose skin is broken or sore today. Nothing takes their place: the
            person was not asked about the skin anywhere else.
        read_points: How to read every point that may take the place of another, where several
            routines are fitted.
    """
    others = read_points or cache(all_points)
    fitted = standing.judge(out_of_reach=out_of_reach).fit(
        routine.presses(), others if isinstance(routine, Routine) else _none
    )
    codes = dict.fromkeys(press.point.code for press in fitted.presses)
    left_out = tuple(Change(Kind.LEFT_OUT, code, (SORE_TODAY,)) for code in codes if code in sore)
    return Fitted(
        tuple(press for press in fitted.presses if press.point.code not in sore),
        tuple(change for change in fitted.changes if not _is_moot(change, sore)) + left_out,
    )


def all_points() -> list[Point]:
    """Return every point that may be pressed, as it is read for the rules."""
    return list(Point.objects.current().for_reading())


def _none() -> list[Point]:
    return []


def _is_moot(change: Change, sore: Collection[str]) -> bool:
    """Return True where a point is to be pressed lighter that is not pressed today."""
    return change.kind is Kind.LIGHTER and change.code in sore


@transaction.atomic
def start_session(
    *,
    person: User,
    routine: Routine | Passing,
    screening: Screening,
    length: Length,
    pain_before: int | None,
    moment: Moment,
    key: UUID,
    sore: Collection[str] = (),
) -> Session:
    """Open a session holding a snapshot of the routine; the same key returns the same session.

    Raises:
        NotAllowedError: the answers do not allow it, or leave nothing of the routine.
        OtherBodyError: the key came before with something else in it.
    """
    standing = weigh(screening.answers, agreed=screening.cleared)
    reach = out_of_reach(person)
    run_now = _run_now(routine.name, fit(routine, standing, sore=sore, out_of_reach=reach), length)
    if not standing.may_press or not run_now["planned_seconds"]:
        raise NotAllowedError
    told = {"routine": _kept(routine), "length": length, "pain_before": pain_before}
    rest = {"screening": screening, **run_now, **moment.stamp()}
    session, made = Session.objects.get_or_create(owner=person, key=key, defaults=told | rest)
    if made:
        end_what_was_left_open(session)
    elif not is_same(session, told, run_now["snapshot"]):
        raise OtherBodyError
    return session


def _kept(routine: Routine | Passing) -> Routine | None:
    return routine if isinstance(routine, Routine) else None


def is_same(session: Session, told: dict[str, Any], asked: Snapshot) -> bool:
    """Return True where a session that was there already is the one that is asked for."""
    same = all(getattr(session, name) == value for name, value in told.items())
    return same and bool(session.snapshot["holds"] == asked["holds"])


def end_what_was_left_open(session: Session) -> None:
    """End the person's sessions that began before one, as they are: one can be picked up again."""
    began = session.occurred_at
    rows = Session.objects.kept_by(session.owner).left_open().begun_by(began)
    for left in rows.exclude(pk=session.pk):
        finish_session(session=left, at=began)


def _run_now(name: str, fitted: Fitted, length: Length) -> dict[str, Any]:
    """Return the columns of what is run, as it is now."""
    holds = unfolding.unfold(unfolding.at_length(fitted.presses, length))
    return {
        "name": name,
        "snapshot": unfolding.snapshot(holds, fitted.changes, rules_version=version()),
        "planned_seconds": planned_seconds(holds),
    }


@transaction.atomic
def record_event(*, session: Session, event: SessionEvent, at: dt.datetime | None = None) -> Run:
    """Keep an event of a session once, and return where the session stands then.

    The last hold ends the session, and so does an event that says so: ``at`` an instant on the
    clock of the server, when the event came unless said.

    Raises:
        OtherBodyError: the key came before with something else in it.
        ValidationError: the event makes no sense.
    """
    _one_after_the_other(session)
    event.session = session
    event.full_clean(exclude=["session"], validate_unique=False, validate_constraints=False)
    events: list[Any] = list(session.events.values_list("key", *TOLD, named=True))
    before = next((kept for kept in events if kept.key == event.key), None)
    if before is None:
        event.save(force_insert=True)
        _heed(session, event)
        events.append(event)
    elif any(getattr(before, name) != getattr(event, name) for name in TOLD):
        raise OtherBodyError
    progress = _summed(session, events)
    if progress.current is None or event.kind == SessionEvent.Kind.FINISH:
        _end(session, at or event.received_at)
    return progress


def _heed(session: Session, event: SessionEvent) -> None:
    if event.kind == SessionEvent.Kind.FEEL and event.feel and session.routine_id:
        heed(session, event)


def _one_after_the_other(session: Session) -> None:
    """Hold the session's row: no key is kept twice, and no sum is written over a newer one."""
    kept = Session.objects.select_for_update().only(*SUMS).get(pk=session.pk)
    for name in SUMS:
        setattr(session, name, getattr(kept, name))


def refresh_progress(*, session: Session) -> Run:
    """Set a session's sums from its events, and return where it stands."""
    return _summed(session, session.events.all())


def _summed(session: Session, events: Iterable[Happening]) -> Run:
    progress = run(holds_of(session.snapshot), events)
    sums = progress.pressed_seconds, progress.done
    if sums != (session.pressed_seconds, session.holds_done):
        session.pressed_seconds, session.holds_done = sums
        session.save(update_fields=["pressed_seconds", "holds_done"])
    return progress


@transaction.atomic
def finish_session(*, session: Session, at: dt.datetime) -> None:
    """End a session as it is; a session that has ended stays as it was."""
    _one_after_the_other(session)
    refresh_progress(session=session)
    _end(session, at)


def _end(session: Session, at: dt.datetime) -> None:
    if session.finished_at is None:
        session.finished_at = max(at, session.occurred_at)
        session.save(update_fields=["finished_at"])
