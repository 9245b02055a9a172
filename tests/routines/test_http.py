"""What a signed-in person's request carries."""

import pytest
from django.test import RequestFactory

from routines.http import moment
from routines.models import Preferences


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("Asia/Tokyo", "Asia/Tokyo"), ("Mars/Olympus", "UTC"), ("", "UTC"), ("../passwd", "UTC")],
)
def test_a_moment_is_in_the_person_s_zone_and_in_utc_where_there_is_none(owner, zone, expected):
    owner.preferences.zone = zone
    request = RequestFactory().get("/")
    request.user = owner

    assert moment(request).zone.key == expected


def test_a_person_made_by_hand_has_no_preferences_and_lives_in_utc(owner):
    Preferences.objects.all().delete()
    request = RequestFactory().get("/")
    request.user = type(owner).objects.get(pk=owner.pk)

    assert moment(request).zone.key == "UTC"
