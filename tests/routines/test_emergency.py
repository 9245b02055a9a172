"""Whom to call, by country."""

import pytest

from routines.emergency import country_of_languages, emergency_number, service_in, services


@pytest.mark.parametrize(
    ("country", "number"),
    [("PL", "112"), ("US", "911"), ("gb", "999"), ("AU", "000"), ("NZ", "111"), ("SG", "995"),
     ("JP", "119"), ("IN", "112"), ("", "112"), ("??", "112")],
)  # fmt: skip
def test_a_country_has_its_number_and_112_where_none_is_known(country, number):
    assert emergency_number(country) == number


def test_every_number_can_be_dialled_and_has_a_source():
    countries = [service.country for service in services()]

    assert len(countries) == len(set(countries)) > 70
    assert all(len(country) == 2 and country.isupper() for country in countries)
    assert all(one.number.isdecimal() and 2 < len(one.number) < 6 for one in services())
    assert all(one.name and one.source for one in services())


def test_countries_are_offered_by_name():
    names = [service.name for service in services()]

    assert names == sorted(names)
    assert service_in("pl") == next(one for one in services() if one.name == "Poland")
    assert service_in("XX") is None


@pytest.mark.parametrize(
    ("languages", "country"),
    [
        ("en-US,en;q=0.9", "US"),
        ("zh-Hans-CN", "CN"),
        ("en-gb;q=1", "GB"),
        *dict.fromkeys(["pl", "pl,en-US", "es-419", "", "-", "*", "en-12", "\0-\0\0"], "").items(),
        ("x" * 10_000, ""),
    ],
)
def test_a_browser_s_first_language_may_name_a_country(languages, country):
    assert country_of_languages(languages) == country
