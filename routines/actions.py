"""Writes that touch more than one row: answering, starting programmes, running sessions."""

import datetime as dt
from collections.abc import Collection, Mapping
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Q

from points.models import Point
from points.questions import version
from routines import holds as unfolding
from routines.drafts import Draft
from routines.holds import Length, holds_of, planned_seconds
from routines.local_time import Moment
from routines.models import (
    Plan,
    Programme,
    Routine,
    Screening,
    Session,
    SessionEvent,
    Step,
)
from routines.progress import Run, run
from routines.safety import Change, Fitted, Kind
from routines.screening import Standing, known_answers, weigh

EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
FIRST_PROGRAMME = "article-set"
SORE_TODAY = "Left out today: you marked the skin there as sore."


class NotAllowedError(Exception):
    """The person's safety answers do not allow a session now."""


class OtherBodyError(Exception):
    """The same key came before with something else in it."""


@transaction.atomic
def record_screening(
    *, person: User, answers: Mapping[str, object], agreed: bool, moment: Moment, key: UUID
) -> Screening:
    """Keep a finished set of answers as a new row; the same key returns the same row."""
    known = known_answers(answers)
    standing = weigh(known, agreed=agreed)
    row, _ = Screening.objects.get_or_create(
        owner=person,
        key=key,
        defaults={
            "answers": known,
            "cleared": agreed,
            "outcome": standing.verdict,
            "rules_version": version(),
            **moment.stamp(),
        },
    )
    return row


@transaction.atomic
def keep_visitor_answers(
    *, person: User, answers: Mapping[str, object] | None, at: dt.datetime, zone: ZoneInfo
) -> None:
    """Keep what a visitor answered before signing up, and start the first programme with it.

    Args:
        person: The new person.
        answers: The draft of ``routines.drafts``, or None where no question was answered.
        at: Now.
        zone: The person's zone.
    """
    draft = Draft.read(answers)
    if not draft.done:
        return
    moment = Moment(at, zone)
    record_screening(
        person=person, answers=draft.answers, agreed=draft.agreed, moment=moment, key=uuid4()
    )
    start_first_programme(person=person, today=moment.today)


@transaction.atomic
def start_first_programme(*, person: User, today: dt.date) -> None:
    """Give a person without a routine the first programme, so that nobody begins from blank."""
    if Routine.objects.kept_by(person).exists():
        return
    programme = Programme.objects.filter(slug=FIRST_PROGRAMME).first()
    if programme:
        adopt_programme(person=person, programme=programme, today=today)


@transaction.atomic
def adopt_programme(*, person: User, programme: Programme, today: dt.date) -> Routine:
    """Copy a programme's routine for a person and plan it from today in place of the old plan."""
    template = Routine.objects.get(programme=programme, owner__isnull=True)
    routine = Routine(owner=person, programme=programme, name=template.name)
    routine.full_clean()
    routine.save()
    Step.objects.bulk_create(
        _copy_of(step, routine) for step in template.steps.select_related("point", "technique")
    )
    plan_routine(person=person, routine=routine, today=today, weeks=programme.weeks)
    return routine


def _copy_of(step: Step, routine: Routine) -> Step:
    step.pk = None
    step.routine = routine
    step._state.adding = True  # noqa: SLF001 - Django's documented way to copy a row
    return step


@transaction.atomic
def plan_routine(*, person: User, routine: Routine, today: dt.date, weeks: int) -> Plan:
    """Plan one routine daily from today for some weeks; plans that held until now end yesterday."""
    old = Plan.objects.kept_by(person).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    old.filter(starts_on__gte=today).delete()
    old.update(ends_on=today - dt.timedelta(days=1))
    last = today + dt.timedelta(weeks=weeks, days=-1)
    plan = Plan(owner=person, routine=routine, weekdays=EVERY_DAY, starts_on=today, ends_on=last)
    plan.full_clean()
    plan.save()
    return plan


@transaction.atomic
def plan_days(*, person: User, plan: Plan, today: dt.date) -> None:
    """Keep a routine's weekdays from today on; the days before stay as they were planned."""
    before = Plan.objects.kept_by(person).filter(pk=plan.pk, starts_on__lt=today)
    if before.update(ends_on=today - dt.timedelta(days=1)):
        plan.pk, plan.starts_on = None, today
        plan._state.adding = True  # noqa: SLF001 - Django's documented way to copy a row
    plan.owner = person
    plan.full_clean()
    plan.save()


def fit(routine: Routine, standing: Standing, *, sore: Collection[str] = ()) -> Fitted:
    """Return a routine (read ``for_reading``) as one person may run it, with all changes.

    Args:
        routine: What is to be run.
        standing: What the person's answers mean.
        sore: Codes of points whose skin is broken or sore today.
    """
    presses = [step.press() for step in routine.steps.all()]
    fitted = standing.judge().fit(
        [press for press in presses if press.point.code not in sore],
        lambda: [p for p in Point.objects.current().for_reading() if p.code not in sore],
    )
    left_out = tuple(
        Change(Kind.LEFT_OUT, press.point.code, (SORE_TODAY,))
        for press in presses
        if press.point.code in sore
    )
    return Fitted(fitted.presses, left_out + fitted.changes)


@transaction.atomic
def start_session(
    *,
    person: User,
    routine: Routine,
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
    """
    standing = weigh(screening.answers, agreed=screening.cleared)
    fitted = fit(routine, standing, sore=sore)
    holds = unfolding.unfold(unfolding.at_length(fitted.presses, length))
    if not standing.may_press or not holds:
        raise NotAllowedError
    session, _ = Session.objects.get_or_create(
        owner=person,
        key=key,
        defaults={
            "routine": routine,
            "screening": screening,
            "name": routine.name,
            "length": length,
            "snapshot": unfolding.snapshot(holds, fitted.changes, rules_version=version()),
            "planned_seconds": planned_seconds(holds),
            "pain_before": pain_before,
            **moment.stamp(),
        },
    )
    return session


@transaction.atomic
def record_event(*, session: Session, event: SessionEvent) -> Run:
    """Keep an event of a session once, and return where the session stands then.

    Raises:
        OtherBodyError: the key came before with something else in it.
        ValidationError: the event makes no sense.
    """
    Session.objects.select_for_update().only("pk").get(pk=session.pk)  # one event after the other
    event.session = session
    event.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            event.save()
    except IntegrityError:
        _refuse_other_body(session, event)
    return refresh_progress(session=session)


def _refuse_other_body(session: Session, event: SessionEvent) -> None:
    kept = SessionEvent.objects.filter(session=session, key=event.key).first()
    fields = ("kind", "hold", "pressed_seconds", "reason", "feel")
    if kept is None or any(getattr(kept, name) != getattr(event, name) for name in fields):
        raise OtherBodyError


def refresh_progress(*, session: Session) -> Run:
    """Set a session's sums from its events, and return where it stands."""
    progress = run(holds_of(session.snapshot), session.events.all())
    session.pressed_seconds = progress.pressed_seconds
    session.holds_done = progress.done
    session.save(update_fields=["pressed_seconds", "holds_done"])
    return progress


@transaction.atomic
def finish_session(*, session: Session, at: dt.datetime) -> None:
    """End a session as it is; a session that has ended stays as it was."""
    refresh_progress(session=session)
    if session.finished_at is None:
        session.finished_at = max(at, session.occurred_at)
        session.save(update_fields=["finished_at"])
