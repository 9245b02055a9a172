"""What the library tells a signed-in person about a point."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import timezone

from points.care import care_at
from points.models import Point
from points.personal import personal_of
from points.questions import CLEARED, conditions, rules
from points.words import Verdict
from routines.library import fit_of, usual_press
from routines.safety import NOT_FOR_PRESSING, Judge
from tests import make

pytestmark = pytest.mark.django_db


def asking(person):
    """A request of a person, without a browser."""
    request = RequestFactory().get("/points/")
    request.user, request.session = person, {}
    return request


def point(code):
    return Point.objects.for_reading().get(code=code)


def own(owner, **answers):
    """What the library may say to somebody with these answers, given today."""
    make.screening(owner=owner, answers=answers)
    return personal_of(asking(owner))


def test_visitor_is_nobody():
    assert personal_of(asking(AnonymousUser())) is None


def test_library_without_the_setting_knows_nobody(owner, settings):
    settings.LIBRARY_PERSONAL = ""

    assert personal_of(asking(owner)) is None


def test_person_costs_one_query(owner, django_assert_num_queries):
    make.screening(owner=owner)
    request, points = asking(owner), list(Point.objects.current().for_reading())

    with django_assert_num_queries(1):
        personal = personal_of(request)
        assert [personal.fit(one) for one in points]


def test_unanswered_person_gets_no_verdict(owner):
    personal = personal_of(asking(owner))

    assert personal.asks == "unanswered"
    assert personal.fit(point("BL23")) is None
    assert personal.instead_of(point("BL23"), [point("PC6")]) == ()


def test_answers_of_a_stranger_do_not_count(owner, stranger):
    make.screening(owner=stranger, answers={"pregnant": "yes"})

    assert personal_of(asking(owner)).asks == "unanswered"


def test_nothing_marked_allows_a_point(owner):
    fit = own(owner).fit(point("BL23"))

    assert (fit.verdict, fit.reasons, fit.may_press) == (Verdict.ALLOW, (), True)


def test_osteoporosis_leaves_out_the_spine_and_says_why(owner):
    fit = own(owner, osteoporosis="yes").fit(point("GV4"))

    assert fit.verdict == Verdict.AVOID
    assert fit.reasons == ("Left out: thin bones should not be pressed along the spine.",)
    assert not fit.may_press


def test_not_sure_counts_as_yes(owner):
    assert own(owner, osteoporosis="unsure").fit(point("GV4")).verdict == Verdict.AVOID


def test_blood_thinner_makes_it_lighter_with_its_limits(owner):
    fit = own(owner, blood_thinner="yes").fit(point("BL23"))

    assert fit.verdict == Verdict.LIGHTER
    assert (fit.seconds, fit.pressure, fit.pressure_name) == (45, "light", "light")
    assert fit.reasons
    assert fit.may_press


def test_ball_that_may_not_be_used_leaves_out_what_no_hand_reaches(owner):
    assert not point("BL13").reachable_by_hand
    assert usual_press(point("BL13")).tool == "ball"

    assert own(owner, blood_thinner="yes").fit(point("BL13")).verdict == Verdict.AVOID


def test_reference_point_is_for_nobody(owner):
    fit = own(owner).fit(point("SP14"))

    assert (fit.verdict, fit.reasons) == (Verdict.AVOID, (NOT_FOR_PRESSING,))


def test_what_a_clinician_may_lift_is_asked_about():
    lifted = next(rule for rule in rules() if rule.effect == "ask" and rule.concerns_point)
    flags = frozenset({lifted.flag})
    asked = [one for one in Point.objects.current().for_reading() if lifted.covers_point(one)]

    verdicts = {fit_of(Judge(flags, (lifted,)), one).verdict for one in asked if one.seconds_max}

    assert verdicts == {Verdict.ASK}


def test_stop_forbids_everything(owner):
    personal = own(owner, rf_saddle="yes")

    assert {personal.fit(point(code)).verdict for code in ("BL23", "PC6")} == {Verdict.AVOID}
    assert personal.instead_of(point("BL23"), [point("PC6")]) == ()


def test_see_someone_first_asks_about_everything(owner):
    fit = own(owner, pregnant="yes").fit(point("PC6"))

    assert fit.verdict == Verdict.ASK
    assert "see someone first" in fit.reasons[0]


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("old", {"day": timezone.now().date() - dt.timedelta(days=120)}),
        ("changed", {"rules_version": "before"}),
    ],
)
def test_answers_out_of_date_allow_nothing(owner, why, changes):
    make.screening(owner=owner, **changes)
    personal = personal_of(asking(owner))

    assert personal.asks == why
    assert personal.fit(point("BL23")) is None


def test_stop_that_is_out_of_date_is_still_a_stop(owner):
    make.screening(owner=owner, answers={"rf_saddle": "yes"}, rules_version="before")

    assert personal_of(asking(owner)).fit(point("BL23")).verdict == Verdict.AVOID


def test_points_instead_share_an_aim_and_may_be_pressed(owner):
    personal, among = own(owner, osteoporosis="yes"), list(Point.objects.current().for_reading())
    named = {one.code: one for one in among}

    instead = personal.instead_of(point("GV3"), among)

    assert len(instead) == len(set(instead)) == 3
    for code in instead:
        assert code != "GV3"
        assert set(named[code].routine_tags) & set(point("GV3").routine_tags)
        assert personal.fit(named[code]).may_press


def test_few_points_give_few_instead(owner):
    assert own(owner).instead_of(point("GV3"), [point("GV3"), point("BL23")]) == ("BL23",)


def test_the_page_of_a_point_says_of_every_condition_what_the_rules_do():
    """What a visitor reads and what a person with that one condition is allowed are the same."""
    told = {Verdict.AVOID: "leave_out", Verdict.ASK: "ask", Verdict.LIGHTER: "lighter"}
    wrong = []
    for one in Point.objects.current().pressed().for_reading():
        care = care_at(one)
        for flag, condition in conditions().items():
            verdict = fit_of(Judge(frozenset({flag}), rules()), one).verdict
            said = [name for name in told.values() if condition.short in getattr(care, name)]
            meant = [told[verdict]] if verdict in told else []
            if flag != CLEARED and said != meant:
                wrong.append((one.code, flag, said, meant))
    assert wrong == []
