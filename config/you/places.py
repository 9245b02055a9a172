"""Knows the countries and time zones of the world, and which country a zone lies in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

TABLE = Path(__file__).with_name("places.tsv")


@dataclass(frozen=True, slots=True)
class Country:
    """One country.

    Attributes:
        code: ISO 3166, two capitals.
        name: In English.
        zones: The IANA zones people there live in, in alphabetical order.
        old_zones: Names of the same zones that have been replaced, still used by browsers.
    """

    code: str
    name: str
    zones: tuple[str, ...]
    old_zones: tuple[str, ...] = ()


@cache
def countries() -> tuple[Country, ...]:
    """Return all countries in the order of their names."""
    rows = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(_country(*row.split("\t")) for row in rows if not row.startswith("#"))


def _country(code: str, name: str, zones: str = "", old_zones: str = "") -> Country:
    return Country(code, name, tuple(zones.split()), tuple(old_zones.split()))


@cache
def _codes() -> Mapping[str, str]:
    return {
        zone: country.code
        for country in countries()
        for zone in (*country.zones, *country.old_zones)
    }


def country_of(zone: str) -> str:
    """Return the code of the country that a zone lies in, or an empty text where none is sure."""
    return _codes().get(zone, "")


def country_name(code: str) -> str:
    """Return a country in words, or an empty text for a code that is none."""
    return next((country.name for country in countries() if country.code == code), "")


@cache
def zones_by_area() -> Sequence[tuple[str, tuple[str, ...]]]:
    """Return the zones people live in, by the area that their names begin with."""
    zones = sorted(zone for country in countries() for zone in country.zones)
    areas = groupby(zones, key=lambda zone: zone.partition("/")[0])
    return tuple((area, tuple(names)) for area, names in areas)
