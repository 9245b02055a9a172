"""Starts programmes, and plans a person's weeks and single days."""

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from routines.models import DayChoice, Plan, Programme, Routine, Step
from routines.querysets import PlanQuerySet

EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
FIRST_PROGRAMME = "article-set"


def _one_after_the_other(person: User) -> None:
    """Let no second plan of the same person be made until this one stands."""
    User.objects.select_for_update().only("pk").get(pk=person.pk)


@transaction.atomic
def start_first_programme(*, person: User, today: dt.date) -> None:
    """Give a person without a routine the first programme, so that nobody begins from blank."""
    _one_after_the_other(person)
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
    _one_after_the_other(person)
    begun = Plan.objects.kept_by(person).touching(today, today).of(programme)
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
    _one_after_the_other(person)
    _end(Plan.objects.kept_by(person), today)
    last = today + dt.timedelta(weeks=weeks, days=-1)
    return _plan(person, routine, weekdays=EVERY_DAY, first=today, last=last)


@transaction.atomic
def plan_days(*, person: User, plan: Plan, today: dt.date) -> None:
    """Keep a routine's weekdays from today on; the days before stay as they were planned.

    What was read before the lock may be out of date: every plan of the routine that still holds
    ends, and one takes the place of all.
    """
    _one_after_the_other(person)
    _end(Plan.objects.kept_by(person).filter(routine=plan.routine_id), today)
    _plan(person, plan.routine, weekdays=plan.weekdays, first=today, last=plan.ends_on)


def _plan(
    person: User, routine: Routine, *, weekdays: list[int], first: dt.date, last: dt.date | None
) -> Plan:
    plan = Plan(owner=person, routine=routine, weekdays=weekdays, starts_on=first, ends_on=last)
    plan.full_clean()
    plan.save()
    return plan


def _end(plans: PlanQuerySet, today: dt.date) -> None:
    """End plans yesterday; those that would only begin from today on were never kept to."""
    held = plans.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    held.filter(starts_on__gte=today).delete()
    held.update(ends_on=today - dt.timedelta(days=1))


@transaction.atomic
def choose_day(*, person: User, day: dt.date, choice: str, routine: Routine | None) -> None:
    """Keep what one date is for; ``choice`` is ``week`` to go back to the weekly plan."""
    _one_after_the_other(person)
    if choice == "week":
        DayChoice.objects.kept_by(person).filter(day=day).delete()
    else:
        DayChoice.objects.update_or_create(owner=person, day=day, defaults={"routine": routine})
