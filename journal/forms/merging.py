"""Knows how what two tabs typed about one entry comes together, so that neither is lost."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.http import QueryDict

from journal.models import Entry
from journal.regions import known
from journal.when import parts_of

MERGED = (
    "intensity", "regions", "levels", "qualities", "stiffness", "stiffness_minutes", "legs",
    "sleep", "painkillers", "activities", "note", "occurred_at",
)  # fmt: skip


def seen_of(entry: Entry) -> str:
    """Return the details that a page was made from, as a hidden field carries them."""
    return json.dumps({name: _plain(getattr(entry, name)) for name in MERGED})


def read_seen(text: str) -> dict[str, Any]:
    """Return the details that a hidden field carries; none where it carries anything else."""
    try:
        seen = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return seen if isinstance(seen, dict) else {}


def taken_over(
    sent: QueryDict, *, typed: Entry, seen: Mapping[str, Any], other: Entry
) -> QueryDict:
    """Return what was sent, with what only the other tab has changed in its place.

    Args:
        sent: What this tab sent.
        typed: The entry as this tab wants it.
        seen: The details that this tab was made from.
        other: The entry as another tab has saved it since.
    """
    merged = sent.copy()
    for name in MERGED:
        mine, theirs = getattr(typed, name), getattr(other, name)
        if name in seen and _same(mine, seen[name]) and not _same(theirs, mine):
            _put(merged, name, theirs, ZoneInfo(typed.zone))
    merged["seen"] = seen_of(other)
    return merged


def _same(one: Any, another: Any) -> bool:
    return bool(_plain(one) == _plain(another))


def _plain(value: Any) -> Any:
    """Return a value without what no person means: order of ticks, kind of line end, seconds."""
    if isinstance(value, list):
        return sorted(map(str, value))
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="minutes")
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _put(merged: QueryDict, name: str, value: Any, zone: ZoneInfo) -> None:
    if name == "levels":
        for region in known():
            merged[f"level_{region}"] = str(value.get(region, ""))
    elif name == "occurred_at":
        merged["when_0"], merged["when_1"], merged["when_2"] = parts_of(value, zone)
    elif isinstance(value, list):
        merged.setlist(name, value)
    else:
        merged[name] = "" if value is None else str(value)
