"""Every page, small and large, light and dark: accessible, quiet, no wider than its window."""

import datetime as dt
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from config.sample import make_sample_person
from journal.models import Answers, Entry, FairTest, Happening
from routines import actions
from routines.local_time import Moment
from routines.models import Routine, Screening, Session
from tests import make

VISITOR = [
    "/",
    "/about/",
    "/offline/",
    "/points/",
    "/points/?view=hand",
    "/points/?q=low+back",
    "/points/?q=zzz&aim=sleep&more=1",
    "/points/?region=lower_leg_foot",
    "/points/BL23/",
    "/points/EX-UE7/",
    "/points/SP14/",
    "/techniques/",
    "/techniques/static_pressure/",
    "/traditions/",
    "/traditions/chinese/",
    "/evidence/",
    "/article/",
    "/learn/",
    "/safety/",
    "/quiz/",
    "/quiz/7/1/",
    "/quiz/7/1/?show=1",
    "/quiz/7/sum/?so=0,4,12,-",
    "/screening/1/",
    "/screening/5/",
    "/account/login/",
    "/account/signup/",
    "/account/password/reset/",
]
PERSON = [
    "/points/?mine=safe&aim=low_back",
    "/",
    "/?length=full",
    "/bad-day/",
    "/routines/",
    "/routines/new/",
    "/programmes/desk/",
    "/weeks/",
    "/months/",
    "/pauses/",
    "/history/",
    "/routines/open/",
    "/screening/",
    "/screening/1/",
    "/journal/",
    "/journal/?show=sessions",
    "/journal/write/",
    "/journal/search/",
    "/journal/happenings/",
    "/journal/answers/",
    "/journal/questions/week/",
    "/journal/questions/roland/",
    "/journal/questions/change/",
    "/journal/?show=events",
    "/journal/?show=questions",
    "/journal/chart/?range=4w",
    "/journal/chart/",
    "/journal/chart/?range=1y",
    "/journal/chart/?range=all",
    "/journal/chart/?from=2026-01-01&to=2026-02-01",
    "/journal/chart/weeks/",
    "/journal/chart/sessions/",
    "/journal/chart/days/",
    "/journal/chart/method/",
    "/journal/fair-tests/",
    "/journal/fair-tests/new/",
    "/journal/letters/",
    "/you/",
    "/account/email/",
    "/account/password/change/",
    "/account/2fa/",
    "/account/sessions/",
    "/account/logout/",
]
SIZES = {"phone": (360, 800), "desktop": (1280, 900)}
NARROWEST = {"width": 320, "height": 640}


def screening_of(person):
    return Screening.objects.kept_by(person).latest_first().first()


def noted_session(person):
    """The newest session, after which it hurt more and something was noted."""
    session = Session.objects.kept_by(person).practised().first()
    Session.objects.filter(pk=session.pk).update(
        pain_before=2, pain_after=4, bruised_after=True, after_note="Haematoma" * 20
    )
    return session


def own_pages(person):
    """Addresses that hold the person's own rows, a running session among them."""
    routine = Routine.objects.kept_by(person).for_reading().first()
    session = actions.start_session(
        person=person,
        routine=routine,
        screening=screening_of(person),
        length="short",
        pain_before=None,
        moment=Moment(timezone.now(), ZoneInfo("Europe/Warsaw")),
        key=uuid4(),
    )
    return [
        f"/routines/{routine.pk}/",
        f"/routines/{routine.pk}/edit/",
        f"/routines/{routine.pk}/edit/?open={routine.steps.all()[0].pk}",
        f"/routines/{routine.pk}/points/?q=knee",
        f"/routines/{routine.pk}/delete/",
        f"/routines/{routine.pk}/days/",
        f"/routines/{routine.pk}/card/",
        f"/days/{timezone.now().astimezone(ZoneInfo('Europe/Warsaw')).date()}/",
        f"/history/{Session.objects.kept_by(person).practised().first().key}/",
        f"/sessions/{noted_session(person).key}/after/",
        f"/sessions/new/?routine={routine.pk}&length=usual",
        f"/sessions/{session.key}/",
        f"/sessions/{session.key}/after/",
        f"/journal/days/{Entry.objects.kept_by(person).first().local_date}/",
        f"/journal/happenings/{Happening.objects.kept_by(person).flares().first().key}/",
        f"/journal/answers/{Answers.objects.kept_by(person).of('roland').first().key}/",
        f"/journal/fair-tests/{FairTest.objects.kept_by(person).first().key}/",
        f"/journal/entries/{Entry.objects.kept_by(person).first().key}/",
        "/",  # now with a session to take up again
    ]


@pytest.fixture
def sample(transactional_db):
    return make_sample_person(at=timezone.now(), zone=ZoneInfo("Europe/Warsaw"))


@pytest.mark.parametrize(("size", "scheme"), [("phone", "light"), ("desktop", "dark")])
def test_every_page_is_accessible_and_fits(
    page, live_server, sample, log_in, assert_accessible, size, scheme
):
    width, height = SIZES[size]
    viewport = {"width": width, "height": height}
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme=scheme)

    for path in every_page(page, live_server, log_in, sample):
        assert fits(page), path
        assert_accessible(page)
        if size == "phone":
            page.set_viewport_size(NARROWEST)
            assert fits(page), f"{path} at {NARROWEST['width']} px"
            page.set_viewport_size(viewport)
    assert path == "/"  # to the last one, Today with a session to take up again


def every_page(page, live_server, log_in, person):
    """Go through all pages, as a visitor and then as a person; each must answer."""
    for path in VISITOR:
        yield opened(page, live_server, path)
    log_in(person)
    for path in PERSON + own_pages(person):
        yield opened(page, live_server, path)


def opened(page, live_server, path):
    answer = page.goto(live_server.url + path)
    assert answer.status == 200, path
    assert page.locator("h1").count() == 1, path
    return path


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_today_in_a_bad_spell_is_accessible_and_leads_to_the_gentle_run(
    page, live_server, sample, log_in, assert_accessible, scheme
):
    make.flare(owner=sample, day=timezone.localdate() - dt.timedelta(days=1))
    log_in(sample)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(NARROWEST)

    opened(page, live_server, "/")
    assert fits(page)
    assert_accessible(page)
    page.get_by_role("button", name="Start 3 gentle minutes").click()

    page.wait_for_url("**/sessions/new/?short=gentle")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_stop_page_is_accessible(page, live_server, assert_accessible, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{live_server.url}/screening/1/")
    page.get_by_role("checkbox", name="Numb or tingling between the legs").click()
    assert_accessible(page)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/screening/result/")
    assert_accessible(page)


def test_missing_page_says_so(page, live_server, assert_accessible, allowed_errors):
    allowed_errors.add("404")
    assert page.goto(f"{live_server.url}/nothing-here/").status == 404
    assert_accessible(page)
