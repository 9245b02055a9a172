"""Times with a name."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal.presets import Preset, presets


def test_in_the_evening_all_names_are_offered_newest_first():
    assert presets(dt.datetime(2026, 11, 22, 21, 30)) == [
        Preset("midday", dt.datetime(2026, 11, 22, 13)),
        Preset("this_morning", dt.datetime(2026, 11, 22, 8)),
        Preset("yesterday_evening", dt.datetime(2026, 11, 21, 20)),
        Preset("yesterday_morning", dt.datetime(2026, 11, 21, 8)),
    ]


def test_at_night_only_yesterday_has_names():
    names = [preset.name for preset in presets(dt.datetime(2026, 11, 22, 3, 0))]

    assert names == ["yesterday_evening", "yesterday_morning"]


@given(st.datetimes(dt.datetime(1900, 1, 2), dt.datetime(2100, 1, 1)))
def test_no_name_is_still_to_come(wall):
    assert all(preset.wall < wall for preset in presets(wall))
