"""Where a page of the diary ends."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.keyset import Cursor, cursor_of

INSTANTS = st.datetimes(timezones=st.just(dt.UTC)).filter(lambda at: at.year >= 1900)


@given(INSTANTS, st.sampled_from("es"), st.integers(0, 10**18 - 1))
def test_a_cursor_survives_the_way_through_an_address(at, kind, pk):
    cursor = Cursor(at, kind, pk)

    assert cursor_of(str(cursor)) == cursor
    assert cursor_of(str(cursor).replace("+", " ")) == cursor


@pytest.mark.parametrize(
    "text",
    ["", "x", "2026-13-01T00:00:00+00:00-e1", "2026-11-22T08:05:00-e1", "٢٠٢٦", "\0", "e" * 10_000],
)
def test_anything_else_is_no_cursor(text):
    assert cursor_of(text) is None


@given(st.text())
def test_no_text_breaks_it(text):
    assert cursor_of(text) is None
