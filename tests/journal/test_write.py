"""Writing a number down for now or for another time: the time it was for, and what was typed."""

import datetime as dt
from http import HTTPStatus
from uuid import uuid4

import pytest

from journal.models import Entry
from tests.journal.test_pages import entry_url


def test_write_shows_presets_and_eleven_numbers(signed_in):
    response = signed_in.get("/journal/write/")

    assert response.status_code == HTTPStatus.OK
    assert response.text.count('name="intensity"') == 11
    assert "Yesterday evening" in response.text


def test_write_saves_at_the_time_it_was_for(signed_in):
    sent = {"intensity": 6, "key": uuid4(), "when_0": "own", "when_1": "2026-01-31T21:10"}

    response = signed_in.post("/journal/write/", sent)

    entry = Entry.objects.get()
    assert response.url == entry_url(entry)
    assert entry.occurred_at == dt.datetime(2026, 1, 31, 20, 10, tzinfo=dt.UTC)
    assert entry.local_date == dt.date(2026, 1, 31)


def test_write_refused_keeps_the_time(signed_in):
    sent = {"intensity": 6, "key": uuid4(), "when_0": "own", "when_1": "2999-01-31T21:10"}

    response = signed_in.post("/journal/write/", sent)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "That is still to come." in response.text
    assert 'value="2999-01-31T21:10"' in response.text


def test_write_sent_twice_with_another_number_is_told(signed_in):
    sent = {"key": uuid4(), "when_0": "now"}
    signed_in.post("/journal/write/", sent | {"intensity": 4})

    response = signed_in.post("/journal/write/", sent | {"intensity": 5})

    assert response.status_code == HTTPStatus.CONFLICT
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"when_0": "own", "when_1": "2026-11-20T10:00"}, "2026-11-10T10:00"),
        ({"when_0": "2026-11-20T10:00"}, "2026-11-20T10:01"),
        ({"when_0": "now"}, "2026-11-20T10:00"),
        ({"when_0": "own", "when_1": "2026-11-20T10:00"}, "now"),
    ],
)
def test_write_sent_twice_with_another_time_is_told_and_offered_again(signed_in, first, second):
    key = str(uuid4())
    typed = {"when_0": "now"} if second == "now" else {"when_0": "own", "when_1": second}
    sent = {"key": key, "intensity": 3}
    for _time in range(2):
        assert signed_in.post("/journal/write/", sent | first).status_code == HTTPStatus.FOUND
    kept = Entry.objects.get()

    response = signed_in.post("/journal/write/", sent | typed)

    assert response.status_code == HTTPStatus.CONFLICT
    assert f"already saved 3 for {kept.wall.day} November 2026, {kept.wall:%H:%M}" in response.text
    assert f'value="{second}"' in response.text
    assert f'value="{key}"' not in response.text  # the page carries a key of its own
    assert Entry.objects.get().occurred_at == kept.occurred_at
    again = signed_in.post("/journal/write/", sent | typed | {"key": response.context["key"]})
    assert again.status_code == HTTPStatus.FOUND
    assert Entry.objects.count() == 2
