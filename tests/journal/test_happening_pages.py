"""Events, other care and bad spells: one tap, every detail, two tabs, undo."""

import datetime as dt
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from journal.forms import HappeningForm
from journal.models import Happening
from routines.local_time import Moment
from tests import make
from tests.make import MONDAY

LONG = "x" * 10_000
WRITE = "/journal/happenings/"


def url_of(row, name="happening"):
    return reverse(f"journal:{name}", args=[row.key])


def form_of(row, **changes):
    """What the page of a row sends when nothing but ``changes`` was touched."""
    one_day = row.last_day == row.local_date
    return {
        "key": row.key,
        "version": row.version,
        "kind": row.kind,
        "name": row.name,
        "first_day": row.local_date,
        "last_day": "" if one_day or row.last_day is None else row.last_day,
        **({"goes_on": "on"} if row.is_open else {}),
        **changes,
    }


def today():
    return timezone.now().astimezone(make.WARSAW).date()


def test_care_is_saved_by_one_tap_for_now(signed_in, owner):
    sent = {"kind": "yoga", "key": uuid4()}

    response = signed_in.post(WRITE, sent)

    assert (response.status_code, response.url) == (302, "/journal/")
    row = Happening.objects.get()
    assert (row.owner, row.sort, row.kind, row.key) == (owner, "care", "yoga", sent["key"])
    assert (row.local_date, row.last_day, row.minutes) == (today(), today(), None)


def test_a_tap_sent_twice_is_one_row_and_offers_undo(signed_in):
    sent = {"kind": "heat", "key": uuid4(), "minutes": "20"}

    signed_in.post(WRITE, sent)
    page = signed_in.post(WRITE, sent, follow=True)

    row = Happening.objects.get()
    assert row.minutes == 20
    assert f'action="{url_of(row, "delete_happening")}"' in page.text


def test_another_kind_under_the_same_key_is_told(signed_in):
    key = uuid4()
    signed_in.post(WRITE, {"kind": "heat", "key": key})

    response = signed_in.post(WRITE, {"kind": "yoga", "key": key})

    assert response.status_code == HTTPStatus.CONFLICT
    assert "This page had already saved Heat on 22 November 2026." in response.text
    assert f'value="{key}"' not in response.text  # the page carries a key of its own
    assert Happening.objects.get().kind == "heat"


TRIP = {"kind": "travel", "name": "To the sea", "first_day": "2026-11-16", "last_day": "2026-11-18"}


@pytest.mark.parametrize(
    "other",
    [
        {"name": "To the hills"}, {"first_day": "2026-11-15"}, {"last_day": "2026-11-17"},
        {"last_day": "", "goes_on": "on"}, {"kind": "injection"}, {"minutes": "20"},
    ],
)  # fmt: skip
def test_something_else_under_the_same_key_is_told_and_kept_below(signed_in, other):
    key = str(uuid4())
    for _time in range(2):
        assert signed_in.post(WRITE, TRIP | {"key": key}).status_code == HTTPStatus.FOUND
    kept = Happening.objects.values().get()

    response = signed_in.post(WRITE, TRIP | {"key": key} | other)

    assert response.status_code == HTTPStatus.CONFLICT
    assert "already saved Travel on 16 November 2026." in response.text
    for value in filter(None, (TRIP | other).values()):
        assert f'value="{value}"' in response.text or value == "on"
    assert f'value="{key}"' not in response.text
    assert Happening.objects.values().get() == kept


def test_a_tap_sent_again_after_midnight_is_the_same_tap(owner):
    late = dt.datetime(2026, 11, 22, 22, 59, tzinfo=dt.UTC)
    sent = {"kind": "yoga", "key": str(uuid4())}

    for at in (late, late + dt.timedelta(minutes=2)):
        form = HappeningForm(sent, now=Moment(at=at, zone=make.WARSAW))
        assert form.is_valid()
        assert form.save(owner)

    assert Happening.objects.get().local_date == dt.date(2026, 11, 22)


def test_what_was_changed_by_hand_since_is_not_told_as_something_else(signed_in, owner):
    key = uuid4()
    signed_in.post(WRITE, TRIP | {"key": key})
    Happening.objects.update(name="Home", version=2)

    assert signed_in.post(WRITE, TRIP | {"key": key}).status_code == HTTPStatus.FOUND
    assert Happening.objects.get().name == "Home"


def test_an_event_of_several_days_keeps_both_ends(signed_in):
    signed_in.post(
        WRITE,
        {
            "kind": "travel", "key": uuid4(), "name": "To the sea",
            "first_day": MONDAY, "last_day": MONDAY + dt.timedelta(days=6),
        },
    )  # fmt: skip

    row = Happening.objects.get()
    assert (row.local_date, row.last_day) == (MONDAY, MONDAY + dt.timedelta(days=6))
    assert "until 22 Nov · To the sea" in signed_in.get("/journal/").text


def test_an_event_may_go_on(signed_in):
    signed_in.post(WRITE, {"kind": "illness", "key": uuid4(), "goes_on": "on"})

    assert Happening.objects.get().last_day is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kind": ""}, "Choose what it was."),
        ({"kind": "tail"}, "Choose from what is shown here."),
        ({"first_day": "2999-01-01"}, "That is still to come. Which day was it?"),
        ({"first_day": "1899-12-31"}, "Write a year from 1900 on."),
        ({"first_day": "2026-02-30"}, "Write a day, like 2026-11-22."),
        ({"first_day": "\0"}, "Write a day, like 2026-11-22."),
        ({"last_day": "2026-11-01"}, "The last day comes before the first one."),
        ({"last_day": "2999-01-01"}, "That is still to come."),
        ({"last_day": "2026-11-18", "goes_on": "on"}, "Write a last day, or say that it goes on"),
        ({"minutes": "0"}, "Minutes are a number from 1 to 1440."),
        ({"minutes": "1441"}, "Minutes are a number from 1 to 1440."),
        ({"minutes": "long"}, "Minutes are a number from 1 to 1440."),
        ({"name": LONG}, "Use at most 80 characters; these are 10000."),
        ({"name": "a\0b"}, "This holds a character that cannot be kept."),
        ({"key": "x"}, "This page is incomplete."),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_is_kept(signed_in, changes, sentence):
    sent = {"kind": "travel", "key": uuid4(), "name": "Keep this", "first_day": "2026-11-16"}

    response = signed_in.post(WRITE, sent | changes)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in response.text
    assert f'value="{changes.get("name", "Keep this").replace(chr(0), chr(0))}"' in response.text
    assert not Happening.objects.exists()


def test_a_bad_spell_is_begun_once_and_ended(signed_in, owner):
    signed_in.post(WRITE, {"kind": "flare", "key": uuid4()})
    signed_in.post(WRITE, {"kind": "flare", "key": uuid4()})
    row = Happening.objects.get()
    assert row.is_open
    page = signed_in.get(WRITE).text
    assert "It is over" in page
    assert "A bad spell has begun" not in page

    signed_in.post(url_of(row, "end_happening"))

    row.refresh_from_db()
    assert (row.last_day, row.version) == (today(), 2)
    assert "A bad spell has begun" in signed_in.get(WRITE).text


def test_what_has_ended_keeps_its_day(signed_in, owner):
    row = make.flare(owner=owner, days=3)

    signed_in.post(url_of(row, "end_happening"))

    row.refresh_from_db()
    assert row.last_day == MONDAY + dt.timedelta(days=2)


def test_every_detail_can_be_changed(signed_in, owner):
    row = make.care(owner=owner)

    page = signed_in.get(url_of(row))
    assert page.status_code == HTTPStatus.OK
    assert "Yoga" in page.text
    changes = {"kind": "walking", "name": "Along the river", "minutes": "45"}
    response = signed_in.post(url_of(row), form_of(row, **changes))

    assert response.url == "/journal/"
    before = row.occurred_at
    row.refresh_from_db()
    assert (row.kind, row.name, row.minutes, row.version) == ("walking", "Along the river", 45, 2)
    assert row.occurred_at == before


def test_it_can_be_moved_to_another_day_and_be_open_again(signed_in, owner):
    row = make.flare(owner=owner, days=2)
    day = MONDAY - dt.timedelta(days=3)

    signed_in.post(url_of(row), form_of(row, first_day=day, last_day="", goes_on="on"))

    row.refresh_from_db()
    assert (row.local_date, row.last_day) == (day, None)
    assert row.occurred_at == make.at(day, 12)


def test_care_stays_care(signed_in, owner):
    row = make.care(owner=owner)

    response = signed_in.post(url_of(row), form_of(row, kind="injection"))

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Choose from what is shown here." in response.text


def test_the_second_of_two_tabs_keeps_its_text_and_is_told(signed_in, owner):
    row = make.event(owner=owner)
    sent = form_of(row, name="from the second tab")
    signed_in.post(url_of(row), form_of(row, name="from the first tab"))

    response = signed_in.post(url_of(row), sent)

    assert response.status_code == HTTPStatus.CONFLICT
    assert "This was changed in another tab." in response.text
    assert 'value="from the second tab"' in response.text
    signed_in.post(url_of(row), sent | {"version": 2})
    row.refresh_from_db()
    assert row.name == "from the second tab"


def test_delete_offers_undo_and_undo_brings_it_back(signed_in, owner):
    row = make.event(owner=owner)

    page = signed_in.post(url_of(row, "delete_happening"), follow=True)
    assert f'action="{url_of(row, "restore_happening")}"' in page.text
    assert signed_in.get(url_of(row)).status_code == HTTPStatus.NOT_FOUND

    signed_in.post(url_of(row, "restore_happening"))
    assert Happening.objects.kept_by(owner).get() == row


def test_a_second_bad_spell_is_not_brought_back_beside_an_open_one(signed_in, owner):
    old = make.flare(owner=owner, deleted_at=timezone.now())
    make.flare(owner=owner)

    page = signed_in.post(url_of(old, "restore_happening"), follow=True)

    assert "Not brought back: another one is open." in page.text
    old.refresh_from_db()
    assert old.deleted_at is not None


@pytest.mark.parametrize(
    "name", ["happening", "end_happening", "delete_happening", "restore_happening"]
)
def test_a_stranger_finds_nothing(client, stranger, name):
    row = make.flare()
    client.force_login(stranger)

    sent = client.post(url_of(row, name), form_of(row, name="mine now"))

    assert sent.status_code == HTTPStatus.NOT_FOUND
    before = (row.name, row.version, row.last_day, row.deleted_at)
    row.refresh_from_db()
    assert (row.name, row.version, row.last_day, row.deleted_at) == before


def test_what_was_done_of_late_is_offered_first(signed_in, owner):
    for kind, ago in [("heat", 3), ("massage", 1), ("chiropractic", 200)]:
        make.care(owner=owner, kind=kind, day=today() - dt.timedelta(days=ago))

    offered = [kind for kind, _word in signed_in.get(WRITE).context["care"]]

    assert offered[:3] == ["massage", "heat", "exercise"]
    assert len(offered) == 9


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_few_queries(signed_in, owner, rows, django_assert_num_queries):
    for n in range(rows):
        make.event(owner=owner, day=MONDAY - dt.timedelta(days=n), days=None)

    with django_assert_num_queries(4):  # session, person, recent kinds, what is open
        signed_in.get(WRITE)


def test_the_diary_tells_events_among_the_rest(signed_in, owner):
    make.event(owner=owner, kind="other", name="New mattress")
    make.care(owner=owner, minutes=30, day=MONDAY - dt.timedelta(days=1))
    make.flare(owner=owner, day=MONDAY - dt.timedelta(days=2))

    page = signed_in.get("/journal/", {"show": "events"})
    rows = [r for month in page.context["months"] for day in month.days for r in day.rows]

    assert [(row.what, row.more, row.icon) for row in rows] == [
        ("New mattress", "", "event"),
        ("Yoga", "30 min", "hand"),
        ("Bad spell", "goes on", "care"),
    ]
    assert "New mattress" in signed_in.get("/journal/").text
    assert "New mattress" not in signed_in.get("/journal/", {"show": "pain"}).text
