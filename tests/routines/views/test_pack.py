"""What a device keeps of today's and tomorrow's routines: only what may be pressed now."""

import datetime as dt
import gzip
import json

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from points.models import Point
from points.questions import questions, version
from routines import actions
from routines.holds import holds_of
from routines.kept import KeptRun
from routines.local_time import Moment
from routines.models import Preferences, Screening, Session
from routines.views.standing import standing_of
from tests import make
from tests.routines.rows import NOW, answered, readable, started

HEAVIEST = 40_000  # bytes on the line, for two routines
CONDITIONS = sorted(q.key for q in questions() if q.group == "C")
TODAY = Moment(timezone.now(), make.WARSAW).today
DAY = dt.timedelta(days=1)
some = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def pack_of(client):
    response = client.get("/offline/pack/")
    assert response.status_code == 200
    return response.json()


def planned(owner, *, codes=("BL23", "PC6"), name="Low back at the desk", starts_on=TODAY, **plan):
    routine = make.routine(owner=owner, codes=codes, name=name)
    make.plan(owner=owner, routine=routine, starts_on=starts_on, **plan)
    return routine


@pytest.fixture
def allowed(owner):
    return answered(owner)


def test_a_pack_holds_what_is_planned_for_today_and_tomorrow(signed_in, owner, allowed):
    both = planned(owner, name="Both days")
    tomorrow = planned(owner, name="Tomorrow", starts_on=TODAY + DAY, codes=("GV20",))
    planned(owner, name="Later", starts_on=TODAY + 2 * DAY)
    make.routine(owner=owner, name="Never planned")

    pack = pack_of(signed_in)

    assert pack["days"] == [
        {"day": str(TODAY), "title": "Today", "routines": [both.pk]},
        {"day": str(TODAY + DAY), "title": "Tomorrow", "routines": [both.pk, tomorrow.pk]},
    ]
    assert [(one["routine"], one["name"]) for one in pack["routines"]] == [
        (both.pk, "Both days"),
        (tomorrow.pk, "Tomorrow"),
    ]
    assert "why" not in pack
    addresses = [pack[f"{name}_url"] for name in ("start", "checks", "pain")]
    assert addresses == ["/sessions/kept/", "/sessions/checks/kept/", "/journal/kept/"]


def test_a_chosen_rest_and_a_pause_beat_the_week(signed_in, owner, allowed):
    routine = planned(owner)
    newest = make.routine(owner=owner, name="Newest")
    owner.day_choices.create(day=TODAY)
    make.pause(owner=owner, first_day=TODAY + DAY, last_day=TODAY + DAY)

    pack = pack_of(signed_in)

    assert [day["routines"] for day in pack["days"]] == [[], []]
    assert [one["routine"] for one in pack["routines"]] == [newest.pk]
    assert routine.pk != newest.pk


def test_a_routine_that_was_put_away_is_not_kept(signed_in, owner, allowed):
    away, newest = planned(owner), make.routine(owner=owner, name="Newest")
    actions.put_away(person=owner, routine=away, today=TODAY)

    assert [one["routine"] for one in pack_of(signed_in)["routines"]] == [newest.pk]


def test_who_has_no_routine_keeps_none(signed_in, owner, allowed):
    pack = pack_of(signed_in)

    assert (pack["routines"], [day["routines"] for day in pack["days"]]) == ([], [[], []])


def test_lengths_of_the_same_minutes_are_kept_once(signed_in, owner, allowed):
    planned(owner, codes=("PC6",)).steps.update(hold_seconds=180)  # as long as it bears

    (told,) = pack_of(signed_in)["routines"]

    assert [(one["length"], one["minutes"]) for one in told["lengths"]] == [
        ("short", 5),
        ("usual", 6),
    ]


def test_the_lengths_are_what_a_session_of_now_would_hold(signed_in, owner, allowed):
    routine = planned(owner, codes=("BL23", "BL25", "PC6", "GB34", "SP6"))
    routine.steps.update(hold_seconds=60)

    (told,) = pack_of(signed_in)["routines"]

    assert [one["length"] for one in told["lengths"]] == ["short", "usual", "full"]
    assert [one["usual"] for one in told["lengths"]] == [False, True, False]
    for one in told["lengths"]:
        session = started(owner, routine=routine, screening=allowed, length=one["length"])
        kept = KeptRun.read(one["token"])
        assert list(holds_of(kept.snapshot)) == list(holds_of(session.snapshot))
        assert one["minutes"] == session.minutes_planned
        assert (kept.person, kept.routine, kept.screening) == (owner.pk, routine.pk, allowed.pk)
        page = signed_in.get(f"/sessions/{session.key}/")
        online = page.context["data"]
        of_a_session = {"session", "events_url", "finish_url", "home_url"}
        assert one["data"] == {k: v for k, v in online.items() if k not in of_a_session}
        assert one["score"].count("<rect") == len(page.context["bars"])


def test_the_player_is_the_one_of_the_page_without_a_session(signed_in, owner, allowed):
    planned(owner)

    (told,) = pack_of(signed_in)["routines"]

    assert told["player"].strip().startswith(("<session-player", "\n<session-player"))
    for part in ("scene", "live", "words", "finish", "waiting", "skip-question"):
        assert f'data-part="{part}"' in told["player"]
    for part in ("csrf", "data-plain", "/sessions/", "/offline/"):
        assert part not in told["player"]
    for plate in ("BL23-left", "BL23-right", "PC6-left", "PC6-right"):
        assert f'data-plate="{plate}"' in told["player"]


def test_the_check_asks_about_the_skin_of_what_is_pressed(signed_in, owner, allowed):
    planned(owner)

    (told,) = pack_of(signed_in)["routines"]

    assert told["start"].count('name="sore"') == 2
    assert 'name="checks" value="fever"' in told["start"]
    assert 'data-note="high" hidden' in told["start"]
    assert "csrf" not in told["start"]


def test_a_pack_runs_out_with_the_person_s_tomorrow(signed_in, owner, allowed):
    planned(owner)
    Preferences.objects.filter(owner=owner).update(zone="Pacific/Kiritimati")  # 14 hours ahead

    pack = pack_of(signed_in)

    issued, expires = (
        dt.datetime.fromisoformat(pack[f"{name}_at"]) for name in ("issued", "expires")
    )
    assert abs(issued - timezone.now()) < dt.timedelta(minutes=1)
    there = expires + dt.timedelta(hours=14)
    assert (there.hour, there.minute) == (0, 0)
    assert there.date() == (issued + dt.timedelta(hours=14)).date() + 2 * DAY
    kept = KeptRun.read(pack["routines"][0]["lengths"][0]["token"])
    assert (kept.issued_at, kept.expires_at) == (issued, expires)


@pytest.mark.parametrize(
    ("answers", "word"),
    [({"rf_saddle": "unsure"}, "medical help"), ({"pregnant": "unsure"}, "someone")],
)
def test_answers_that_close_routines_keep_nothing(signed_in, owner, answers, word):
    answered(owner, **answers)
    planned(owner)

    pack = pack_of(signed_in)

    assert (pack["days"], pack["routines"]) == ([], [])
    assert word in pack["why"]
    assert "BL23" not in json.dumps(pack)


def test_without_answers_or_with_old_ones_nothing_is_kept(signed_in, owner):
    planned(owner)
    assert "Answer the safety questions" in pack_of(signed_in)["why"]

    row = answered(owner)
    for change in ({"asked_on": TODAY - 91 * DAY}, {"rules_version": "old", "asked_on": TODAY}):
        Screening.objects.filter(pk=row.pk).update(**change)
        pack = pack_of(signed_in)
        assert (pack["routines"], "once more" in pack["why"]) == ([], True)


def test_a_routine_of_which_nothing_may_be_pressed_is_left_out(signed_in, owner, allowed):
    planned(owner)
    Preferences.objects.filter(owner=owner).update(out_of_reach=sorted(every_code()))

    pack = pack_of(signed_in)

    assert pack["routines"] == []
    assert [day["routines"] for day in pack["days"]] == [[], []]


def every_code():
    return set(Point.objects.values_list("code", flat=True))


def codes_in(pack):
    """Every code of a point that a pack would let somebody press, wherever it stands."""
    for one in pack["routines"]:
        for version_of in one["lengths"]:
            yield from (hold["code"] for hold in version_of["data"]["holds"])
            yield from (h.code for h in holds_of(KeptRun.read(version_of["token"]).snapshot))
        for code in every_code():
            if f'value="{code}"' in one["start"] or f'data-plate="{code}-' in one["player"]:
                yield code


@some
@given(data=st.data())
def test_no_pack_holds_a_point_that_the_person_may_not_press(db, client, data):
    """Any routine, any conditions ("not sure" counts as yes), any points out of reach."""
    owner = make.person()
    every = sorted(every_code())
    codes = data.draw(st.lists(st.sampled_from(every), max_size=8, unique=True))
    marked = data.draw(st.lists(st.sampled_from(CONDITIONS), max_size=4, unique=True))
    unreachable = data.draw(st.lists(st.sampled_from(every), max_size=3, unique=True))
    said = data.draw(st.sampled_from(["yes", "unsure"]))
    screening = answered(owner, **dict.fromkeys(marked, said))
    Preferences.objects.filter(owner=owner).update(out_of_reach=unreachable)
    routine = planned(owner, codes=tuple(codes))
    client.force_login(owner)

    found = set(codes_in(pack_of(client)))

    standing = standing_of(screening)
    judge = standing.judge(out_of_reach=unreachable)
    points = {point.code: point for point in Point.objects.coded(found).for_reading()}
    assert not any(judge.refusals(point) for point in points.values())
    fitted = actions.fit(readable(routine), standing, out_of_reach=unreachable)
    may = {press.point.code for press in fitted.presses} if standing.may_press else set()
    assert found == may


def test_rules_and_answers_are_named_in_what_is_signed(signed_in, owner, allowed):
    planned(owner)

    kept = KeptRun.read(pack_of(signed_in)["routines"][0]["lengths"][1]["token"])

    assert (kept.snapshot["rules_version"], kept.screening) == (version(), allowed.pk)


def test_a_pack_that_comes_back_is_a_session(signed_in, owner, allowed):
    planned(owner)
    pack = pack_of(signed_in)
    token = pack["routines"][0]["lengths"][0]["token"]
    body = {"key": "6f1c2e0e-9d1e-4c55-8f5b-1f6f5f8a9b10", "token": token, "person": owner.pk}

    answer = signed_in.post(
        pack["start_url"],
        json.dumps(body | {"happened_at": timezone.now().isoformat()}),
        content_type="application/json",
    )

    assert answer.json() == {"key": body["key"]}
    assert signed_in.get(f"/sessions/{body['key']}/").status_code == 200


@pytest.mark.parametrize("routines", [1, 3])
def test_a_pack_takes_few_queries_and_is_light(
    signed_in, owner, allowed, routines, django_assert_num_queries
):
    for number in range(routines):
        planned(owner, name=f"Routine {number}", codes=("BL23", "BL25", "GB34", "PC6", "SP6"))
    pack_of(signed_in)

    with django_assert_num_queries(12):  # session, person, answers, 3 of days, 2 of routines, ...
        content = signed_in.get("/offline/pack/").content

    assert len(gzip.compress(content)) < HEAVIEST * max(1, routines / 2)


def test_swaps_are_read_once_for_all_routines(signed_in, owner, django_assert_num_queries):
    answered(owner, neck_vessel="yes")
    for number in range(3):
        planned(owner, name=f"Routine {number}", codes=("GB20", "BL23"))
    pack_of(signed_in)

    with django_assert_num_queries(13):
        pack_of(signed_in)


def test_a_pack_changes_nothing(signed_in, owner, allowed):
    planned(owner)
    pack_of(signed_in)

    assert not Session.objects.exists()
    assert Screening.objects.count() == 1
    assert allowed.occurred_at <= NOW.at + dt.timedelta(days=1)
