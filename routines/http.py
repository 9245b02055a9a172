"""Knows what a signed-in person's request carries, and asks the clock once for it."""

from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from django_htmx.middleware import HtmxDetails

from routines.local_time import Moment, known_zone

UTC = ZoneInfo("UTC")


class PersonRequest(HttpRequest):
    """A request that has passed the log-in and that django-htmx has read."""

    user: User
    htmx: HtmxDetails


def moment(request: PersonRequest) -> Moment:
    """Return now, in the zone that the person's preferences name; UTC where it is none."""
    preferences = getattr(request.user, "preferences", None)
    zone = known_zone(preferences.zone) if preferences else None
    return Moment(at=timezone.now(), zone=zone or UTC)
