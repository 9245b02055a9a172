"""Days and wall-clock times, through every change of clocks."""

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.local_time import (
    Moment,
    happens_twice,
    instant_of,
    known_zone,
    local_day,
    stamp,
    utc_offset_minutes,
)
from tests.routines.presses import quick

WARSAW = ZoneInfo("Europe/Warsaw")
ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)


def utc(*parts):
    return dt.datetime(*parts, tzinfo=dt.UTC)


def wall(*parts):
    return utc(*parts).replace(tzinfo=None)


WALLS = st.datetimes(wall(1990, 1, 1), wall(2060, 1, 1)).map(lambda at: at.replace(second=0))


def test_an_evening_belongs_to_the_day_of_the_person():
    instant = utc(2026, 11, 16, 23, 30)

    assert local_day(instant, WARSAW) == dt.date(2026, 11, 17)
    assert local_day(instant, ZoneInfo("America/New_York")) == dt.date(2026, 11, 16)


def test_a_stamp_freezes_zone_offset_and_day():
    instant = utc(2026, 7, 1, 22, 30).astimezone(ZoneInfo("Asia/Tokyo"))

    assert stamp(instant, WARSAW) == {
        "occurred_at": utc(2026, 7, 1, 22, 30),
        "zone": "Europe/Warsaw",
        "utc_offset_minutes": 120,
        "local_date": dt.date(2026, 7, 2),
    }


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [("UTC", 0), ("Asia/Kathmandu", 345), ("America/St_Johns", -210), ("Pacific/Kiritimati", 840)],
)
def test_offsets_are_whole_minutes_ahead_of_utc(zone, minutes):
    assert utc_offset_minutes(utc(2026, 12, 1), ZoneInfo(zone)) == minutes


def test_a_moment_knows_its_day_its_clock_and_its_stamp():
    moment = Moment(utc(2026, 11, 16, 23, 30), WARSAW)

    assert moment.today == dt.date(2026, 11, 17)
    assert moment.wall == wall(2026, 11, 17, 0, 30)
    assert moment.stamp() == stamp(moment.at, WARSAW)


def test_a_time_that_does_not_exist_is_read_with_the_offset_before_the_gap():
    gap = wall(2027, 3, 28, 2, 30)  # 02:00 becomes 03:00

    assert instant_of(gap, WARSAW) == utc(2027, 3, 28, 1, 30)  # 03:30 on the new clock
    assert instant_of(gap, WARSAW, second=True) == utc(2027, 3, 28, 1, 30)
    assert not happens_twice(gap, WARSAW)


def test_a_time_that_happens_twice_is_the_first_unless_the_second_is_meant():
    repeated = wall(2027, 10, 31, 2, 30)  # 03:00 becomes 02:00

    assert happens_twice(repeated, WARSAW)
    assert instant_of(repeated, WARSAW) == utc(2027, 10, 31, 0, 30)
    assert instant_of(repeated, WARSAW, second=True) == utc(2027, 10, 31, 1, 30)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Africa/Cairo", dt.date(2026, 4, 24)), ("America/Santiago", dt.date(2026, 9, 6))],
)
def test_a_midnight_that_does_not_exist_begins_its_day_an_hour_later(zone, day):
    midnight = dt.datetime.combine(day, dt.time())
    instant = instant_of(midnight, ZoneInfo(zone))

    assert local_day(instant, ZoneInfo(zone)) == day
    assert local_day(instant - dt.timedelta(seconds=1), ZoneInfo(zone)) == day - dt.timedelta(1)


def test_samoa_skipped_a_whole_day():
    apia = ZoneInfo("Pacific/Apia")
    skipped = wall(2011, 12, 30, 12)

    assert local_day(instant_of(skipped, apia), apia) == dt.date(2011, 12, 31)


@quick
@given(instant=WALLS.map(lambda at: at.replace(tzinfo=dt.UTC)), zone=ZONES)
def test_every_instant_has_one_way_back_in_every_zone(instant, zone):
    instant = instant.replace(microsecond=0)
    shown = Moment(instant, zone).wall

    assert instant in {instant_of(shown, zone), instant_of(shown, zone, second=True)}
    assert abs(utc_offset_minutes(instant, zone)) <= 24 * 60


@quick
@given(shown=WALLS, zone=ZONES)
def test_every_wall_time_names_one_instant_two_or_none(shown, zone):
    first, later = instant_of(shown, zone), instant_of(shown, zone, second=True)

    assert first <= later
    assert (first < later) == happens_twice(shown, zone)
    (back,) = {Moment(first, zone).wall, Moment(later, zone).wall}
    assert back >= shown  # later only where clocks go forward over it
    assert back == shown or not happens_twice(shown, zone)


def test_every_zone_is_known_by_its_name():
    names = sorted(available_timezones())

    assert [known_zone(name).key for name in names] == names


def test_half_past_two_is_one_instant_a_day_in_every_zone_all_year():
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        first = wall(2027, 1, 1, 2, 30)
        days = [instant_of(first + dt.timedelta(days=n), zone) for n in range(366)]
        steps = {after - before for before, after in pairwise(days)}
        assert dt.timedelta(hours=22) <= min(steps)
        assert max(steps) <= dt.timedelta(hours=26)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Mars/Olympus",
        "../../etc/passwd",
        "/etc/passwd",
        "Europe/Warsaw\0",
        "europe/warsaw",
        "Europe",
        "🙂",
        "x" * 9000,
    ],
)
def test_anything_else_is_no_zone(name):
    assert known_zone(name) is None
