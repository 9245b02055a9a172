"""The catalogue's text as tests see it, without a database."""

from functools import cache

from points import reading
from points.kinds import KINDS
from points.models import Point
from points.questions import CATALOGUE


@cache
def text():
    """Every entry of every kind."""
    return {name: reading.entries(CATALOGUE / kind.path) for name, kind in KINDS.items()}


@cache
def points():
    """Unsaved points by code."""
    columns = KINDS["point"].columns
    return {entry.key: Point(code=entry.key, **columns(entry)) for entry in text()["point"]}


def point(code):
    return points()[code]
