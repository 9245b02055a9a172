"""Starts programmes, and plans a person's weeks and single days."""

import datetime as dt

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from routines.actions.turns import one_after_the_other
from routines.models import DayChoice, Pause, Plan, Programme, Routine, Step
from routines.querysets import PlanQuerySet

FIRST_PROGRAMME = "article-set"


@transaction.atomic
def start_first_programme(*, person: User, today: dt.date) -> None:
    """Give a person without a routine the first programme, so that nobody begins from blank."""
    one_after_the_other(person)
    if Routine.objects.kept_by(person).exists():
        return
    programme = Programme.objects.filter(slug=FIRST_PROGRAMME).first()
    if programme:
        adopt_programme(person=person, programme=programme, today=today)


@transaction.atomic
def adopt_programme(*, person: User, programme: Programme, today: dt.date) -> Routine:
    """Copy a programme's routine for a person and plan it from today in place of the old plan.

    A second tap on the same day returns the routine of the first, and a copy that the person has
    and never changed is taken again.
    """
    one_after_the_other(person)
    begun = Plan.objects.kept_by(person).in_use().touching(today, today).of(programme)
    plan = begun.filter(starts_on=today).first()
    if plan:
        return plan.routine
    template = Routine.objects.get(programme=programme, owner__isnull=True)
    routine = _unchanged_copy(person, template) or _new_copy(person, template)
    plan_routine(person=person, routine=routine, today=today, weeks=programme.weeks)
    return routine


def _unchanged_copy(person: User, template: Routine) -> Routine | None:
    """Return a person's routine that still has the steps of its programme."""
    own = Routine.objects.kept_by(person).in_use().filter(programme=template.programme_id)
    wanted = _lines(template)
    return next((row for row in own.order_by("pk") if _lines(row) == wanted), None)


def _lines(routine: Routine) -> list[tuple[object, ...]]:
    """Return the steps of a routine in order, without what tells one row from another."""
    told = [f.attname for f in Step._meta.concrete_fields]  # noqa: SLF001 - documented
    names = [name for name in told if name not in {"id", "routine_id"}]
    return list(routine.steps.order_by("position", "pk").values_list(*names))


def _new_copy(person: User, template: Routine) -> Routine:
    routine = Routine(owner=person, programme_id=template.programme_id, name=template.name)
    routine.full_clean()
    routine.save()
    Step.objects.bulk_create(
        _copy_of(step, routine) for step in template.steps.select_related("point", "technique")
    )
    return routine


def _copy_of(step: Step, routine: Routine) -> Step:
    step.pk = None
    step.routine = routine
    step._state.adding = True  # noqa: SLF001 - Django's documented way to copy a row
    return step


@transaction.atomic
def plan_routine(*, person: User, routine: Routine, today: dt.date, weeks: int) -> Plan:
    """Plan one routine daily from today for some weeks; plans that held until now end yesterday."""
    one_after_the_other(person)
    _end(Plan.objects.kept_by(person), today)
    last = today + dt.timedelta(weeks=weeks, days=-1)
    plan = Plan(owner=person, routine=routine, starts_on=today, ends_on=last)
    return _kept(plan)


@transaction.atomic
def plan_days(*, person: User, plan: Plan, today: dt.date) -> None:
    """Keep a routine's plan from today or its first day on; the days before stay as planned.

    What was read before the lock may be out of date: every plan of the routine that still holds
    ends, and one takes the place of all.
    """
    one_after_the_other(person)
    _end(Plan.objects.kept_by(person).filter(routine=plan.routine_id), today)
    _kept(
        Plan(
            owner=person,
            routine_id=plan.routine_id,
            recurrence=plan.recurrence,
            times_a_day=plan.times_a_day,
            times=plan.times,
            starts_on=max(today, plan.starts_on),
            ends_on=plan.ends_on,
        )
    )


@transaction.atomic
def unplan_routine(*, person: User, routine: Routine, today: dt.date) -> None:
    """Take a routine out of the week from today on; the days before stay as they were planned."""
    one_after_the_other(person)
    _end(Plan.objects.kept_by(person).running(routine), today)


def _kept(plan: Plan) -> Plan:
    plan.full_clean()
    plan.save()
    return plan


def _end(plans: PlanQuerySet, today: dt.date) -> None:
    """End plans yesterday; those that would only begin from today on were never kept to."""
    held = plans.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    held.filter(starts_on__gte=today).delete()
    held.update(ends_on=today - dt.timedelta(days=1))


@transaction.atomic
def choose_day(*, person: User, day: dt.date, chosen: DayChoice | None) -> None:
    """Keep what one date is for; None goes back to the weekly plan.

    What was moved to a day that is moved itself goes on with it.

    Raises:
        ValidationError: of ``to``: that day is one of rest, or moved itself.
    """
    one_after_the_other(person)
    mine = DayChoice.objects.kept_by(person)
    if chosen is None:
        mine.filter(day=day).delete()
        return
    told = {"routine": chosen.routine, "moved_to": chosen.moved_to, "reason": chosen.reason}
    if chosen.moved_to:
        _check_room(mine.closed().filter(day=chosen.moved_to).first())
        mine.filter(moved_to=day).update(moved_to=chosen.moved_to)
        before = mine.holding().filter(day=day).first()
        told["routine"] = before.routine if before else None
    mine.update_or_create(owner=person, day=day, defaults=told)


def _check_room(closed: DayChoice | None) -> None:
    """Refuse to move something where nothing is asked for, and it would be lost."""
    if closed is None:
        return
    told = {"day": date_format(closed.day, "l j F")}
    words = (
        _("What was planned for %(day)s is moved on. Choose another day.")
        if closed.moved_to
        else _("%(day)s is a day of rest. Choose another day.")
    )
    raise ValidationError({"to": words % told})


@transaction.atomic
def keep_pause(*, person: User, pause: Pause) -> None:
    """Keep days off, new or changed.

    Raises:
        ValidationError: some of the days are in another pause.
    """
    one_after_the_other(person)
    others = Pause.objects.kept_by(person).touching(pause.first_day, pause.last_day)
    if others.exclude(pk=pause.pk).exists():
        raise ValidationError(_("Some of these days are in a pause you have. Change that one."))
    pause.owner = person
    pause.full_clean()
    pause.save()


@transaction.atomic
def end_pause(*, person: User, pause: Pause, today: dt.date) -> None:
    """Let a pause end yesterday; one that would only begin is taken back.

    One that is over by now stays as it was: what was read before the lock may be out of date.
    """
    one_after_the_other(person)
    kept = Pause.objects.kept_by(person).touching(today).filter(pk=pause.pk)
    kept.filter(first_day__gte=today).delete()
    kept.update(last_day=today - dt.timedelta(days=1))
