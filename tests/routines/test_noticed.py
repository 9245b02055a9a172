"""What was noticed on the body lately, and how the next check takes it up."""

import datetime as dt

import pytest

from routines.models import Session
from routines.noticed import Noticed, noticed_lately
from tests import make
from tests.routines.rows import NOW, answered, days_ago, started, tell, told


def pressed(client, owner, *, days=0, holds=(0, 1), **noticed):
    """A session of BL23 and PC6 in which some holds were pressed."""
    session = started(owner, moment=days_ago(days))
    for hold in holds:
        tell(client, session, told(session, hold=hold))
    Session.objects.filter(pk=session.pk).update(**noticed)
    return session


def test_the_points_that_were_pressed_are_named(signed_in, owner):
    session = pressed(signed_in, owner, days=1, bruised_after=True)

    assert noticed_lately(owner, NOW.today) == Noticed(session.local_date, True, ("BL23",))


@pytest.mark.parametrize(("days", "is_told"), [(0, True), (2, True), (3, False)])
def test_two_days_are_for_rest(signed_in, owner, days, is_told):
    pressed(signed_in, owner, days=days, sore_after=True)

    assert (noticed_lately(owner, NOW.today) is not None) is is_told


def test_the_last_session_after_which_something_was_noticed_counts(signed_in, owner):
    pressed(signed_in, owner, days=2, bruised_after=True)
    pressed(signed_in, owner, days=1, holds=(2,), sore_after=True)
    pressed(signed_in, owner, days=0, holds=(0,))

    assert noticed_lately(owner, NOW.today).codes == ("PC6",)


def test_nobody_else_s_soreness_is_told(signed_in, owner, stranger):
    pressed(signed_in, owner, sore_after=True)

    assert noticed_lately(stranger, NOW.today) is None


def test_only_points_of_today_are_told():
    noticed = Noticed(NOW.today, False, ("BL23", "PC6"))

    assert noticed.at(["PC6", "GB34"]).codes == ("PC6",)
    assert noticed.at(["GB34"]) is None


@pytest.mark.parametrize("what", ["bruised_after", "sore_after"])
def test_the_next_check_opens_the_skin_and_names_the_points(signed_in, owner, what):
    answered(owner)
    session = pressed(signed_in, owner, **{what: True})
    start = f"/sessions/new/?routine={session.routine_id}"

    page = signed_in.get(start).content.decode()

    assert '<details class="fold" open>' in page
    assert "with BL23, you noted a" in page
    assert ("two days without pressing" in page) is (what == "bruised_after")

    other = make.routine(owner=owner, codes=("GV20",), name="Elsewhere")
    page = signed_in.get(f"/sessions/new/?routine={other.pk}").content.decode()
    assert "you noted" not in page
    assert '<details class="fold" open>' not in page


def test_what_a_device_keeps_names_them_too(signed_in, owner):
    answered(owner)
    pressed(signed_in, owner, sore_after=True)

    (told_routine,) = signed_in.get("/offline/pack/").json()["routines"]

    assert "with BL23, you noted a" in told_routine["start"]


def test_a_session_of_long_ago_is_not_read(signed_in, owner, django_assert_num_queries):
    pressed(signed_in, owner, days=9, sore_after=True)

    with django_assert_num_queries(1):
        noticed_lately(owner, NOW.today + dt.timedelta(days=1))
