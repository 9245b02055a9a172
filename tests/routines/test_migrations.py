"""What a migration does to the rows that are there."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests import make

BEFORE = [("routines", "0004_thumb_width")]
AFTER = [("routines", "0005_plans_follow_rules")]


def migrate(to):
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return executor.loader.project_state(to).apps


@pytest.mark.django_db(transaction=True)
def test_weekdays_become_rules_and_rules_weekdays_again(owner, back_to_now):
    routine = make.routine(owner=owner)
    kept = {
        make.plan(owner=owner, routine=routine, weekdays=weekdays).pk: weekdays
        for weekdays in ([1], [2, 7], [1, 2, 3, 4, 5, 6, 7])
    }

    old = migrate(BEFORE).get_model("routines", "Plan")
    assert dict(old.objects.values_list("pk", "weekdays")) == kept
    new = migrate(AFTER).get_model("routines", "Plan")

    assert dict(new.objects.values_list("pk", "recurrence")) == dict(
        zip(kept, ["FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU,SU", "FREQ=DAILY"], strict=True)
    )
    assert [(plan.times_a_day, plan.times) for plan in new.objects.all()] == [(1, [])] * 3
