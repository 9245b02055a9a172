"""What every late message carries, and when it happened by the clock of the server."""

import datetime as dt
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.forms.late import LateForm, sentences
from tests.routines.presses import quick

NOW = dt.datetime(2026, 11, 22, 20, 0, tzinfo=dt.UTC)
AGES = st.timedeltas(min_value=dt.timedelta(0), max_value=dt.timedelta(days=400))
SKEWS = st.timedeltas(min_value=dt.timedelta(days=-3000), max_value=dt.timedelta(days=3000))


def form(happened_at, sent_at=None):
    told = {"key": str(uuid4()), "happened_at": happened_at, "sent_at": sent_at}
    return LateForm({name: value for name, value in told.items() if value is not None})


def lived(happened_at, sent_at=None):
    made = form(happened_at.isoformat(), sent_at and sent_at.isoformat())
    assert made.is_valid(), made.errors
    return made.lived_at(NOW)


def minutes(number):
    return dt.timedelta(minutes=number)


def test_a_claimed_time_is_believed_but_never_later_than_now():
    assert lived(NOW - minutes(5)) == NOW - minutes(5)
    assert lived(NOW + minutes(5)) == NOW


def test_two_readings_of_a_wrong_clock_say_how_long_ago_it_was():
    wrong = NOW.replace(year=2031)

    assert lived(wrong, wrong + minutes(12)) == NOW - minutes(12)


def test_a_clock_that_went_back_before_sending_says_now():
    assert lived(NOW, NOW - minutes(60)) == NOW


@quick
@given(age=AGES, skew=SKEWS)
def test_no_clock_is_so_wrong_that_the_time_is(age, skew):
    assert lived(NOW - age + skew, NOW + skew) == NOW - age


@pytest.mark.parametrize(
    ("happened_at", "sent_at"),
    [
        ("yesterday", None),
        ("1969-12-31T23:59:59Z", None),
        ("9999-12-31T23:59:59Z", None),
        ("2026-11-22T20:00:00Z", "0001-01-01T00:00:00Z"),
        ("2026-11-22T20:00:00Z", "soon"),
    ],
)
def test_a_time_that_no_clock_shows_is_told_in_a_sentence(happened_at, sent_at):
    assert sentences(form(happened_at, sent_at)).endswith(".")


def test_the_widest_two_readings_are_a_time_all_the_same():
    first, last = NOW.replace(year=1970), NOW.replace(year=9000)

    assert lived(first, last).year == 1926


@quick
@given(
    gap=st.timedeltas(min_value=dt.timedelta(milliseconds=1), max_value=dt.timedelta(hours=2)),
    travels=st.tuples(*[st.floats(min_value=0, max_value=15)] * 2),
    hours_wrong=st.integers(min_value=-9000, max_value=9000),
)
def test_what_happened_later_is_told_later_however_long_each_travelled(gap, travels, hours_wrong):
    first = NOW - dt.timedelta(hours=3)
    told = []
    for happened, travelled in zip((first, first + gap), travels, strict=True):
        wrong, on_the_way = dt.timedelta(hours=hours_wrong), dt.timedelta(seconds=travelled)
        sent = (happened + wrong).isoformat(), (NOW - on_the_way + wrong).isoformat()
        made = form(*sent)
        assert made.is_valid(), made.errors
        told.append(made.told_at(NOW))

    assert told == [first, first + gap]


def test_what_a_clock_says_is_to_come_is_told_now():
    made = form((NOW + minutes(5)).isoformat())

    assert made.is_valid()
    assert made.told_at(NOW) == NOW
