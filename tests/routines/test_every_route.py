"""No session holds what the rules leave out, by whatever way it came into a routine."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from points.models import Point, Technique
from points.questions import questions
from routines import actions
from routines.models import Routine, Session, Step
from routines.screening import weigh
from tests import make
from tests.routines.rows import NOW, answered, readable, started

CONDITIONS = sorted(q.key for q in questions() if q.group == "C")
some = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def judge(conditions):
    return weigh(dict.fromkeys(conditions, "yes"), agreed=False).judge()


def assert_all_allowed(session, conditions):
    """Each hold of a session, as it is, is allowed by the rules and needs no more easing."""
    who = judge(conditions)
    points = {point.code: point for point in Point.objects.all()}
    for hold in session.snapshot["holds"]:
        press = Step(
            point=points[hold["code"]],
            technique=Technique(slug=hold["technique"]),
            side=hold["side"],
            hold_seconds=hold["seconds"],
            pressure=hold["pressure"],
            posture=hold["posture"],
            tool=hold["tool"],
        ).press()
        ruled = who.ruling(press).press
        assert ruled is not None, hold
        assert replace(ruled, limit=None) == press, hold


@some
@given(data=st.data())
def test_any_steps_in_the_database_run_only_as_allowed(db, data):
    """An edited form, an old row, an import: whatever stands in a routine is judged as it runs."""
    owner = make.person()
    codes = data.draw(
        st.lists(st.sampled_from(list(Point.objects.values_list("code", flat=True))), max_size=6)
    )
    conditions = data.draw(st.lists(st.sampled_from(CONDITIONS), max_size=4, unique=True))
    routine = make.routine(owner=owner, codes=tuple(codes))
    for step in routine.steps.all():
        step.technique = data.draw(st.sampled_from(list(Technique.objects.all())))
        step.tool = data.draw(st.sampled_from(Step.Tool.values))
        step.pressure = data.draw(st.sampled_from(Step.Pressure.values))
        step.hold_seconds = data.draw(st.integers(5, 300))
        step.save()
    screening = answered(owner, **dict.fromkeys(conditions, "yes"))

    for length in Session.Length.values:
        try:
            session = started(owner, routine=routine, screening=screening, length=length)
        except actions.NotAllowedError:
            continue
        assert_all_allowed(session, conditions)


@pytest.fixture
def conditions(owner):
    answered(owner, neck_vessel="yes", dvt="yes")
    return ("neck_vessel", "dvt")


def latest(owner):
    return Session.objects.kept_by(owner).recent_first().first()


def begin(client, **told):
    return client.post("/sessions/", {"length": "usual", "key": str(uuid4())} | told)


def test_an_old_tab_and_a_deep_link_start_nothing_that_is_left_out(signed_in, owner, conditions):
    routine = make.routine(owner=owner, codes=("GB20", "ST36", "BL23"))

    assert signed_in.get(f"/sessions/new/?routine={routine.pk}").status_code == 200
    begin(signed_in, routine=routine.pk)

    session = Session.objects.get(pk=latest(owner).pk)
    assert session.snapshot["holds"]
    assert_all_allowed(session, conditions)
    for code in ("GB20", "ST36"):
        assert begin(signed_in, point=code).status_code == 422


def test_a_copy_of_a_programme_or_of_a_routine_is_judged_like_the_rest(
    signed_in, owner, conditions
):
    template = Routine.objects.of_programmes().get(programme__slug="neck-shoulder")
    signed_in.post(f"/routines/{template.pk}/copy/", {"key": str(uuid4())})
    copy = Routine.objects.kept_by(owner).get()
    signed_in.post(f"/routines/{copy.pk}/copy/", {"key": str(uuid4())})

    for routine in Routine.objects.kept_by(owner):
        begin(signed_in, routine=routine.pk)
        assert_all_allowed(Session.objects.get(pk=latest(owner).pk), conditions)


def test_an_answer_given_after_the_start_closes_the_running_session(signed_in, owner):
    answered(owner)
    routine = make.routine(owner=owner, codes=("GB20", "BL23"))
    begin(signed_in, routine=routine.pk)
    running = f"/sessions/{latest(owner).key}/"
    assert signed_in.get(running).status_code == 200

    answered(owner, neck_vessel="yes")

    assert signed_in.get(running).url == f"/sessions/new/?routine={routine.pk}&length=usual"


def test_what_is_shown_of_a_routine_is_what_is_run(owner, conditions):
    routine = make.routine(owner=owner, codes=("GB20", "ST36", "BL23"))
    standing = weigh(dict.fromkeys(conditions, "yes"), agreed=False)

    shown = actions.fit(readable(routine), standing)
    run = started(owner, routine=routine, screening=owner.screenings.first(), moment=NOW)

    assert [change.code for change in shown.changes] == [
        change["code"] for change in run.snapshot["changes"]
    ]
    assert dict.fromkeys(press.point.code for press in shown.presses) == dict.fromkeys(
        hold["code"] for hold in run.snapshot["holds"]
    )
