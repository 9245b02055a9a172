"""Makes the bare site's tables, people and rows: the same days and numbers as ours have."""

import json
import sys
from collections.abc import Mapping, Sequence

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection

from tests.cookies import session_cookie

ROWS = """
    INSERT INTO bare_number (owner_id, at, day, level, note)
    SELECT owner, day::timestamp AT TIME ZONE 'UTC', day, (7 * n + owner) %% 11,
           CASE n %% 4 WHEN 0 THEN 'A long day at the desk.' ELSE '' END
      FROM unnest(%s::bigint[]) AS owner,
           generate_series(0, %s - 1) AS n,
           LATERAL (SELECT (now() AT TIME ZONE 'UTC')::date - n AS day) AS days
"""


def main() -> None:
    """Fill, and write the session cookies of the named people to the standard output."""
    asked = json.loads(sys.stdin.read())
    call_command("migrate", run_syncdb=True, verbosity=0)
    json.dump(fill(asked["people"], others=asked["others"], days=asked["days"]), sys.stdout)


def fill(people: Mapping[str, int], *, others: int, days: int) -> dict[str, str]:
    """Return a cookie for each named person, with one row on each of their days."""
    crowd = User.objects.bulk_create(User(username=f"other{n}") for n in range(others))
    add_rows([person.pk for person in crowd], days)
    cookies = {}
    for name, own_days in people.items():
        person = User.objects.create(username=name)
        add_rows([person.pk], own_days)
        cookies[name] = session_cookie(person)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return cookies


def add_rows(owners: Sequence[int], days: int) -> None:
    """Give each owner one row a day."""
    with connection.cursor() as cursor:
        cursor.execute(ROWS, [list(owners), days])
