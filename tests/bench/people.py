"""Fills our tables with people and days: the same for the same day, nothing random."""

import datetime as dt
import json
from collections.abc import Sequence
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from config.sample.practices import versions_of
from routines.actions import FIRST_PROGRAMME, adopt_programme, record_screening
from routines.local_time import Moment
from routines.models import Plan, Preferences, Programme, Routine

UTC = ZoneInfo("UTC")
ENTRIES = """
    INSERT INTO journal_entry (key, owner_id, occurred_at, zone, utc_offset_minutes, local_date,
           intensity, regions, levels, qualities, stiffness, legs, sleep, painkillers,
           activities, note, version)
    SELECT md5('entry ' || owner || ' ' || n)::uuid, owner, day::timestamp AT TIME ZONE 'UTC',
           'UTC', 0, day, (7 * n + owner) %% 11,
           CASE n %% 3 WHEN 0 THEN '{low_back_left}' ELSE '{}' END::varchar[], '{}', '{}', '', '{}',
           CASE n %% 3 WHEN 0 THEN n %% 11 END, '', '{}',
           CASE n %% 4 WHEN 0 THEN 'A long day at the desk.' ELSE '' END, 1
      FROM unnest(%s::bigint[]) AS owner,
           generate_series(0, %s - 1) AS n,
           LATERAL (SELECT %s::date - n AS day) AS days
"""
SESSIONS = """
    INSERT INTO routines_session (key, owner_id, occurred_at, zone, utc_offset_minutes, local_date,
           name, length, snapshot, planned_seconds, pressed_seconds, holds_done, pain_before,
           pain_after, sore_after, bruised_after, after_note, next_morning, finished_at)
    SELECT md5('session ' || owner || ' ' || n)::uuid, owner,
           day::timestamp AT TIME ZONE 'UTC' + interval '18 hours', 'UTC', 0, day,
           'Five points for the back', 'usual', %s::jsonb, 600, 480 + n %% 120, 12,
           (7 * n + owner) %% 11,
           CASE n %% 3 WHEN 0 THEN (5 * n + owner) %% 11 END, false, false, '', '',
           day::timestamp AT TIME ZONE 'UTC' + interval '18 hours 10 minutes'
      FROM unnest(%s::bigint[]) AS owner,
           generate_series(1, %s - 1) AS n,
           LATERAL (SELECT %s::date - n AS day) AS days
     WHERE n %% 7 IN (0, 2, 3, 5)
"""
BEGINNINGS = """
    INSERT INTO journal_beginning (owner_id, day)
    SELECT owner, %s::date - %s FROM unnest(%s::bigint[]) AS owner
"""
NOTHING_RUN = {"version": 1, "rules_version": "bench", "holds": [], "changes": []}


def make_crowd(size: int, *, days: int) -> None:
    """Make people who only fill the tables."""
    place = User.objects.count()
    crowd = User.objects.bulk_create(User(username=f"other{place + n}") for n in range(size))
    owners = [person.pk for person in crowd]
    Preferences.objects.bulk_create(Preferences(owner_id=owner) for owner in owners)
    add_days(owners, days, snapshot=NOTHING_RUN)


def make_regular(name: str, *, days: int) -> User:
    """Make a person who has answered, follows the first programme and wrote on each day."""
    person = User.objects.create(username=name)
    Preferences.objects.create(owner=person, zone="UTC")
    now = Moment(timezone.now(), UTC)
    record_screening(person=person, answers={}, agreed=False, moment=now, key=uuid4())
    programme = Programme.objects.get(slug=FIRST_PROGRAMME)
    first = now.today - dt.timedelta(days=days)
    routine = adopt_programme(person=person, programme=programme, today=first)
    Plan.objects.kept_by(person).update(ends_on=None)
    whole = Routine.objects.kept_by(person).for_reading().get(pk=routine.pk)
    add_days([person.pk], days, snapshot=dict(versions_of(whole)["usual"].stored))
    return User.objects.select_related("preferences").get(pk=person.pk)


def add_days(owners: Sequence[int], days: int, *, snapshot: dict[str, object]) -> None:
    """Give each owner an entry a day and a session on four days a week, today without one."""
    today = timezone.now().date()
    with connection.cursor() as cursor:
        cursor.execute(ENTRIES, [list(owners), days, today])
        cursor.execute(BEGINNINGS, [today, days - 1, list(owners)])
        cursor.execute(SESSIONS, [json.dumps(snapshot), list(owners), days, today])


def tidy() -> None:
    """Let the database know its tables, as it does by itself after a while."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
