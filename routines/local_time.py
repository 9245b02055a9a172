"""Knows what day and what wall-clock time an instant is for a person, and the way back."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TypedDict
from zoneinfo import ZoneInfo, available_timezones


class StampFields(TypedDict):
    """The four columns that every dated row keeps, frozen at the time of writing."""

    occurred_at: dt.datetime
    zone: str
    utc_offset_minutes: int
    local_date: dt.date


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant as one person lives it.

    Attributes:
        at: The instant, aware, in UTC.
        zone: Where the person says to be.
    """

    at: dt.datetime
    zone: ZoneInfo

    @property
    def today(self) -> dt.date:
        """The person's calendar day."""
        return local_day(self.at, self.zone)

    @property
    def wall(self) -> dt.datetime:
        """What the person's clock shows, without a zone."""
        return self.at.astimezone(self.zone).replace(tzinfo=None)

    def stamp(self) -> StampFields:
        """Return the columns of a row written at this moment."""
        return stamp(self.at, self.zone)


def known_zone(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name, or None for anything else."""
    return ZoneInfo(name) if name in zone_names() else None


@cache
def zone_names() -> frozenset[str]:
    """Return every IANA name; reading them from the disk takes too long for each request."""
    return frozenset(available_timezones())


def local_day(instant: dt.datetime, zone: ZoneInfo) -> dt.date:
    """Return the calendar day of an aware instant in a zone."""
    return instant.astimezone(zone).date()


def utc_offset_minutes(instant: dt.datetime, zone: ZoneInfo) -> int:
    """Return how many minutes the zone's clocks are ahead of UTC at an instant."""
    offset = instant.astimezone(zone).utcoffset() or dt.timedelta()
    return int(offset.total_seconds() // 60)


def stamp(instant: dt.datetime, zone: ZoneInfo) -> StampFields:
    """Return the columns of a row about an aware instant, seen from a zone."""
    return {
        "occurred_at": instant.astimezone(dt.UTC),
        "zone": zone.key,
        "utc_offset_minutes": utc_offset_minutes(instant, zone),
        "local_date": local_day(instant, zone),
    }


def instant_of(wall: dt.datetime, zone: ZoneInfo, *, second: bool = False) -> dt.datetime:
    """Return the UTC instant at which a clock in the zone shows ``wall``.

    A time that a change of clocks leaves out is read with the offset before the gap. A time that
    happens twice is the first one, or the later one with ``second``.

    Args:
        wall: A naive date and time.
        zone: Where the clock hangs.
        second: Whether the later of two equal times is meant.
    """
    first, later = _readings(wall, zone)
    return later if second and first < later else first


def _readings(wall: dt.datetime, zone: ZoneInfo) -> tuple[dt.datetime, dt.datetime]:
    """Return the instants of ``wall`` by the offset before and after a change of clocks near it."""
    before = wall.replace(tzinfo=zone, fold=0).astimezone(dt.UTC)
    return before, wall.replace(tzinfo=zone, fold=1).astimezone(dt.UTC)


def happens_twice(wall: dt.datetime, zone: ZoneInfo) -> bool:
    """Return True where clocks go back over ``wall``, so that it names two instants."""
    first, later = _readings(wall, zone)
    return first < later
