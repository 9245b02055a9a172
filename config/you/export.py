"""Knows everything that is kept about a person, as one JSON document and as a table of entries."""

import csv
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from journal.models import Answers, Beginning, Entry, FairTest, Finding, Happening
from routines.cells import cell
from routines.models import DayChoice, Pause, Plan, Preferences, Routine, Screening, Session, Step

VERSION = 1  # of the document: it grows with every change that a reader has to know of
AT_ONCE = 500  # rows in memory

COLUMNS = (
    "day",
    "occurred_at",
    "zone",
    "pain",
    "where",
    "how_strong_where",
    "what_it_is_like",
    "stiffness",
    "stiffness_minutes",
    "legs",
    "sleep",
    "painkillers",
    "activities",
    "note",
    "deleted_at",
)

type Row = dict[str, Any]


def json_document(person: User, *, at: dt.datetime) -> Iterator[str]:
    """Yield a JSON object bit by bit: what it is, then one list of rows for each kind of row."""
    head = {"format": "backbeat", "version": VERSION, "exported_at": at, "person": account(person)}
    yield _json(head).removesuffix("}")
    for name, rows in everything(person).items():
        yield f',\n"{name}": ['
        for number, row in enumerate(rows):
            yield (",\n" if number else "\n") + _json(row)
        yield "]"
    yield "}\n"


def account(person: User) -> Row:
    """Return who the person is here."""
    return {
        "user_name": person.username,
        "email": person.email,
        "joined_at": person.date_joined,
        "last_log_in_at": person.last_login,
    }


def everything(person: User) -> Mapping[str, Iterable[Mapping[str, Any]]]:
    """Return all rows of a person by kind, read only when they are asked for."""
    return {
        "preferences": map(_row, Preferences.objects.filter(owner=person)),
        "addresses": EmailAddress.objects.filter(user=person).values(
            "email", "verified", "primary"
        ),
        "keys": Authenticator.objects.filter(user=person).values(
            "type", "created_at", "last_used_at"
        ),
        "log_ins": UserSession.objects.filter(user=person).values(
            "created_at", "last_seen_at", "ip", "user_agent"
        ),
        "screenings": map(_row, Screening.objects.kept_by(person)),
        "routines": map(_routine, Routine.objects.kept_by(person).for_reading()),
        "plans": map(_row, Plan.objects.kept_by(person)),
        "day_choices": map(_row, DayChoice.objects.kept_by(person)),
        "pauses": map(_row, Pause.objects.kept_by(person)),
        "sessions": map(_session, _sessions(person)),
        "fair_tests": map(_row, FairTest.objects.kept_by(person)),
        "beginnings": map(_row, Beginning.objects.kept_by(person)),
        "entries": map(_row, _entries(person)),
        "happenings": map(_row, Happening.objects.kept_or_binned_by(person)),
        "answers": map(_row, Answers.objects.kept_or_binned_by(person)),
        "findings": map(_row, Finding.objects.kept_by(person)),
    }


def _sessions(person: User) -> Iterator[Session]:
    rows = Session.objects.kept_by(person).order_by("occurred_at", "pk")
    return rows.prefetch_related("events").iterator(chunk_size=AT_ONCE)


def _entries(person: User) -> Iterator[Entry]:
    rows = Entry.objects.kept_or_binned_by(person).order_by("occurred_at", "pk")
    return rows.iterator(chunk_size=AT_ONCE)


def _row(row: Model) -> Row:
    """Return every column of a row but its owner, so that a new column is never left out."""
    fields = row._meta.concrete_fields  # noqa: SLF001 - Django's documented way to ask for them
    return {field.name: field.value_from_object(row) for field in fields if field.name != "owner"}


def _routine(routine: Routine) -> Row:
    return _row(routine) | {"steps": [_step(step) for step in routine.steps.all()]}


def _step(step: Step) -> Row:
    return _row(step) | {"point": step.point.code, "technique": step.technique.slug}


def _session(session: Session) -> Row:
    return _row(session) | {"events": [_row(event) for event in session.events.all()]}


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)


class _Line:
    """Hands back each line of a table as it is written."""

    def write(self, line: str) -> str:
        return line


def entries_table(person: User) -> Iterator[str]:
    """Yield the entries as lines of CSV with a head, oldest first, as a spreadsheet opens them."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(COLUMNS)
    for entry in _entries(person):
        yield writer.writerow(_cells(entry))


def _cells(entry: Entry) -> list[str | int | None]:
    offset = dt.timezone(dt.timedelta(minutes=entry.utc_offset_minutes))
    return [
        entry.local_date.isoformat(),
        entry.occurred_at.astimezone(offset).isoformat(timespec="minutes"),
        entry.zone,
        entry.intensity,
        " ".join(entry.regions),
        " ".join(f"{place}={level}" for place, level in sorted(entry.levels.items())),
        " ".join(entry.qualities),
        entry.stiffness,
        entry.stiffness_minutes,
        " ".join(entry.legs),
        entry.sleep,
        entry.painkillers,
        " ".join(entry.activities),
        cell(entry.note),
        entry.deleted_at.isoformat(timespec="minutes") if entry.deleted_at else "",
    ]
