"""Countries and time zones of the world."""

from config.you.places import countries, country_name, country_of, zones_by_area
from routines.local_time import known_zone


def test_every_zone_of_the_table_exists_and_leads_back_to_its_country():
    for country in countries():
        for zone in (*country.zones, *country.old_zones):
            assert known_zone(zone)
            assert country_of(zone) == country.code


def test_places_know_their_country():
    assert (country_of("Europe/Oslo"), country_of("America/Los_Angeles")) == ("NO", "US")
    assert (country_of("UTC"), country_of("nowhere")) == ("", "")
    assert (country_name("NO"), country_name("")) == ("Norway", "")
    assert [area for area, _zones in zones_by_area()][:3] == ["Africa", "America", "Antarctica"]
