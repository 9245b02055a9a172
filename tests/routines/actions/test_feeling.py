"""How a press felt, and what it changes for next time."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from routines import actions
from routines.models import Routine, SessionEvent, Step
from tests import make
from tests.routines.rows import NOW, readable, started


def felt(session, feel, hold=0, **extra):
    event = SessionEvent(
        kind="feel", hold=hold, feel=feel, happened_at=NOW.at, received_at=NOW.at, **extra
    )
    actions.record_event(session=session, event=event)
    return event


def pressures(routine):
    return list(Step.objects.filter(routine=routine).values_list("point__code", "pressure"))


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner, codes=("LI4", "PC6"))


@pytest.mark.parametrize(
    ("feel", "word"), [("too_hard", "light"), ("good", "medium"), ("too_light", "firm")]
)
def test_next_time_is_pressed_as_it_felt(owner, routine, feel, word):
    felt(started(owner, routine=routine), feel)

    assert pressures(routine) == [("LI4", word), ("PC6", "medium")]


def test_a_second_thought_counts_and_the_session_keeps_what_it_ran(owner, routine):
    session = started(owner, routine=routine)
    before = session.snapshot
    felt(session, "too_hard")
    felt(session, "good")

    session.refresh_from_db()
    assert pressures(routine)[0] == ("LI4", "medium")
    assert session.snapshot == before


def test_no_word_goes_over_what_the_point_bears(owner):
    routine = make.routine(owner=owner, codes=("GV20",))
    hardest = Step.objects.get(routine=routine).point.pressure_max
    Step.objects.filter(routine=routine).update(pressure=hardest)
    felt(started(owner, routine=routine), "too_light")

    assert pressures(routine) == [("GV20", hardest)]


def test_the_next_session_follows_and_the_rules_come_before_it(owner, routine):
    felt(started(owner, routine=routine), "too_light")
    careful = make.screening(owner=owner, answers={"blood_thinner": "yes"})

    free = started(owner, routine=readable(routine))
    limited = started(owner, routine=readable(routine), screening=careful)

    assert free.snapshot["holds"][0]["pressure"] == "firm"
    assert limited.snapshot["holds"][0]["pressure"] == "light"


def test_a_limited_press_that_felt_too_light_makes_no_step_lighter(owner, routine):
    Step.objects.filter(routine=routine).update(pressure="firm")
    careful = make.screening(owner=owner, answers={"blood_thinner": "yes"})
    felt(started(owner, routine=readable(routine), screening=careful), "too_light")

    assert pressures(routine)[0] == ("LI4", "firm")


def test_an_edit_in_another_tab_hears_of_it_and_a_repeat_changes_nothing(owner, routine):
    session = started(owner, routine=routine)
    before = Routine.objects.get(pk=routine.pk).version
    event = felt(session, "too_hard")
    felt(session, "too_hard", key=event.key)

    assert Routine.objects.get(pk=routine.pk).version == before + 1
    assert SessionEvent.objects.filter(session=session).count() == 1


def test_a_run_that_is_no_routine_changes_none(owner, routine):
    session = started(owner, routine=routine)
    session.routine = None
    session.save()
    felt(session, "too_hard")

    assert pressures(routine) == [("LI4", "medium"), ("PC6", "medium")]


WAITS = """
    SELECT count(*) FROM pg_locks
    WHERE NOT granted AND transactionid = pg_current_xact_id_if_assigned()::xid
"""


def waits_for_a_row():
    """Whether another connection waits for a row that this one holds, within ten seconds."""
    for _n in range(200):
        with connection.cursor() as cursor:
            cursor.execute(WAITS)
            if cursor.fetchone()[0]:
                return True
        time.sleep(0.05)
    return False


@pytest.mark.django_db(transaction=True)
def test_a_feeling_waits_for_an_edit_before_it_holds_a_step(owner):
    routine = make.routine(owner=owner, codes=("LI4", "PC6"))
    session = started(owner, routine=routine)

    def feel():
        try:
            felt(session, "too_hard")
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as threads:
        with transaction.atomic():
            Routine.objects.held().get(pk=routine.pk)
            feeling = threads.submit(feel)
            assert waits_for_a_row()
            Step.objects.filter(routine=routine).update(hold_seconds=45)
        feeling.result(timeout=10)  # held the other way round, one of both ends in a deadlock

    assert pressures(routine)[0] == ("LI4", "light")
    assert set(routine.steps.values_list("hold_seconds", flat=True)) == {45}
