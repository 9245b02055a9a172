"""Writes that end an account: everything that belongs to a person goes with it."""

import datetime as dt
from collections.abc import Collection

from django.contrib.auth.models import User
from django.contrib.sessions.models import Session as LogIn
from django.db import transaction


@transaction.atomic
def delete_people(*, people: Collection[User]) -> None:
    """Delete people with all their rows and all their log-ins, on every device."""
    _forget_log_ins({str(person.pk) for person in people})
    for person in people:
        person.delete()


def _forget_log_ins(names: set[str]) -> None:
    """Delete the log-ins of people; only the signed text of a log-in says whose it is."""
    rows = LogIn.objects.only("session_key", "session_data").iterator() if names else ()
    keys = [row.pk for row in rows if row.get_decoded().get("_auth_user_id") in names]
    LogIn.objects.filter(pk__in=keys).delete()


def delete_expired_samples(*, at: dt.datetime) -> int:
    """Delete the sample people whose day has passed, and return how many there were."""
    over = list(User.objects.filter(preferences__expires_at__lte=at))
    delete_people(people=over)
    return len(over)
