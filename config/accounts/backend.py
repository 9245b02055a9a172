"""Knows who a log-in belongs to."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import User
from django.utils import timezone


class PersonBackend(AuthenticationBackend):
    """Allauth's backend, reading a person in one query with what nearly every request asks for.

    That are the preferences, and whether the first rating is written, so that no later one asks.
    """

    def get_user(self, user_id: int) -> User | None:
        """Return the person of a log-in; nobody once the account is closed or a sample is over."""
        person = User.objects.select_related("preferences", "beginning").filter(pk=user_id).first()
        if person is None or not person.is_active or is_over(person):
            return None
        return person


def is_over(person: User) -> bool:
    """Return True for a sample person whose day has passed."""
    preferences = getattr(person, "preferences", None)
    expires_at = preferences.expires_at if preferences else None
    return expires_at is not None and expires_at <= timezone.now()
