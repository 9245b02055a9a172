"""How the diary is laid out."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal.ledger import Row, months

DAY = dt.date(2026, 11, 22)


def row(day, time="08:05"):
    return Row(day=day, time=time, kind="e", level="4", what="Low back, left", more="", url="/x/")


def back(days):
    return DAY - dt.timedelta(days=days)


def test_rows_of_a_day_stand_together_and_months_are_parted():
    later, morning, before = row(back(0), "20:00"), row(back(0)), row(back(23))

    first, second = months([later, morning, before], blanks=False)

    assert (first.first, second.first) == (dt.date(2026, 11, 1), dt.date(2026, 10, 1))
    assert [day.rows for day in first.days] == [[later, morning]]
    assert [day.rows for day in second.days] == [[before]]


def test_one_blank_day_is_shown_and_a_run_of_them_is_folded():
    (month,) = months([row(back(0)), row(back(2)), row(back(6))], blanks=True)

    assert [(day.first, day.day, bool(day.rows)) for day in month.days] == [
        (back(0), back(0), True),
        (back(1), back(1), False),
        (back(2), back(2), True),
        (back(5), back(3), False),
        (back(6), back(6), True),
    ]
    assert [day.is_run for day in month.days] == [False, False, False, True, False]


def test_blanks_reach_down_to_the_next_page():
    (month,) = months([row(back(0))], blanks=True, below=back(3))

    assert [(day.first, day.day) for day in month.days] == [(back(0),) * 2, (back(2), back(1))]


def test_a_filtered_diary_calls_no_day_blank():
    (month,) = months([row(back(0)), row(back(9))], blanks=False, below=back(20))

    assert [day.day for day in month.days] == [back(0), back(9)]


def test_an_empty_diary_has_no_month():
    assert months([], blanks=True) == []


@given(st.lists(st.integers(0, 400), max_size=60).map(sorted))
def test_every_row_is_shown_once_in_order_and_blanks_never_touch_a_written_day(offsets):
    rows = [row(back(offset)) for offset in offsets]

    days = [day for month in months(rows, blanks=True) for day in month.days]

    assert [shown for day in days for shown in day.rows] == rows
    blank = {
        day.first + dt.timedelta(days=n)
        for day in days
        if not day.rows
        for n in range((day.day - day.first).days + 1)
    }
    assert blank.isdisjoint({back(offset) for offset in offsets})
