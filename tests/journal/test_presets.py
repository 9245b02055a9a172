"""Times with a name."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal.presets import Preset, presets

at = dt.datetime.fromisoformat  # a wall clock, without a zone


def test_in_the_evening_all_names_are_offered_newest_first():
    assert presets(at("2026-11-22T21:30")) == [
        Preset("midday", at("2026-11-22T13:00")),
        Preset("this_morning", at("2026-11-22T08:00")),
        Preset("yesterday_evening", at("2026-11-21T20:00")),
        Preset("yesterday_morning", at("2026-11-21T08:00")),
    ]


def test_at_night_only_yesterday_has_names():
    names = [preset.name for preset in presets(at("2026-11-22T03:00"))]

    assert names == ["yesterday_evening", "yesterday_morning"]


@given(st.datetimes(at("1900-01-02"), at("2100-01-01")))
def test_no_name_is_still_to_come(wall):
    assert all(preset.wall < wall for preset in presets(wall))
