"""Knows which number to call for help, by country."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "catalogue" / "emergency.tsv"
DEFAULT = "112"  # answered in the European Union and on most mobile networks elsewhere


@dataclass(frozen=True, slots=True)
class Service:
    """Who comes in one country.

    Attributes:
        country: ISO 3166, two capitals.
        name: The country's, in English.
        number: What to dial for an ambulance.
        source: Who publishes the number.
    """

    country: str
    name: str
    number: str
    source: str


@cache
def services() -> tuple[Service, ...]:
    """Return the countries whose number we know, by name."""
    rows = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(Service(*row.split("\t")) for row in rows if not row.startswith("#"))


@cache
def _by_country() -> dict[str, Service]:
    return {service.country: service for service in services()}


def service_in(country: str) -> Service | None:
    """Return whom to call in a two-letter country, or None where we do not know."""
    return _by_country().get(country.upper())


def emergency_number(country: str) -> str:
    """Return the number for an ambulance, by two-letter country; 112 where we know none.

    Source:
        ``catalogue/emergency.tsv`` names one for each country.
    """
    service = service_in(country)
    return service.number if service else DEFAULT


def country_of_languages(accept_language: str) -> str:
    """Return the country that a browser's first language names ("en-US" gives "US"), or nothing."""
    first = accept_language.partition(",")[0].partition(";")[0].strip()
    region = first.rpartition("-")[2]
    return region.upper() if "-" in first and len(region) == 2 and region.isalpha() else ""
