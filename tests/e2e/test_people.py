"""Five people, each from the first page to what they may do here, and what not."""

import re

import pytest
from playwright.sync_api import expect

from routines.models import Routine, Screening, Session
from tests import make

SADDLE = (1, "Numb or tingling between the legs")
PREGNANT = (5, "Pregnant, perhaps pregnant")
BLOOD = (6, "Blood thinners, a bleeding disorder")
HIP = (8, "A new hip joint")


@pytest.fixture
def walk(page, live_server):
    """Lead a visitor through the questions, with one thing marked, and into an account."""

    def go(name, mark=None):
        page.goto(live_server.url)
        page.get_by_role("link", name="Begin with the safety questions").click()
        for screen in range(1, 9):
            page.wait_for_url(f"**/screening/{screen}/")
            if mark and mark[0] == screen:
                page.get_by_role("checkbox", name=mark[1]).click()
                page.get_by_role("button", name="Continue").click()
                if "rf_" in mark[1] or mark == SADDLE:
                    break
            else:
                page.get_by_role("button", name="None of these").click()
        page.wait_for_url(re.compile("(signup|result|next)/"))
        if "signup" not in page.url:
            page.goto(f"{live_server.url}/account/signup/")
        page.get_by_label("User name").fill(name)
        page.get_by_label("Password").fill(make.PASSWORD)
        page.get_by_role("button", name="Make my account").click()
        page.wait_for_url(lambda url: "signup" not in url)

    return go


def begin_session(page, live_server):
    """Start what Today offers, and return the holds that were stored."""
    page.goto(live_server.url)
    page.get_by_role("button", name=re.compile("^Start")).click()
    page.get_by_role("button", name="None of these, start").click()
    page.wait_for_url(re.compile(r"/sessions/[0-9a-f-]{36}/"))
    return Session.objects.latest("pk").snapshot["holds"]


def adopt(page, live_server, slug):
    """Start a programme, and return what its page said before it was started."""
    page.goto(f"{live_server.url}/programmes/{slug}/")
    said = page.locator("main").inner_text()
    page.get_by_role("button", name=re.compile("^Start these")).click()
    page.wait_for_url(f"{live_server.url}/")
    return said


def is_closed(page, live_server, heading):
    """Try every door to a session; each leads to the page with a heading."""
    routine = Routine.objects.filter(owner__isnull=False).first()
    doors = ["/sessions/new/?point=PC6&length=usual"]
    if routine:
        doors.append(f"/sessions/new/?routine={routine.pk}&length=usual")
    for path in doors:
        page.goto(live_server.url + path)
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    return not Session.objects.exists()


def test_who_has_nothing_to_report_may_do_everything(page, live_server, walk):
    walk("nothing")

    assert Screening.objects.get().outcome == "go"
    expect(page.get_by_text("Changed for you")).to_have_count(0)
    holds = begin_session(page, live_server)
    assert {hold["code"] for hold in holds} == {"BL23", "BL30", "BL13", "GB39", "PC6"}
    assert {hold["tool"] for hold in holds} == {"hand", "ball"}


def test_who_has_saddle_numbness_is_sent_for_help_and_nothing_opens(page, live_server, walk):
    walk("saddle", SADDLE)

    assert Screening.objects.get().outcome == "stop"
    page.goto(live_server.url)
    expect(page.get_by_role("heading", name="Routines are closed")).to_be_visible()
    assert is_closed(page, live_server, "Please get medical help now")
    expect(page.get_by_role("link", name=re.compile("^Call "))).to_be_visible()
    page.get_by_role("link", name="I have been checked").click()
    expect(page.get_by_text("What is different now?")).to_be_visible()


def test_who_was_checked_after_a_stop_answers_anew_and_both_rows_are_kept(page, live_server, walk):
    walk("checked", SADDLE)
    page.goto(f"{live_server.url}/screening/1/?changed=checked")
    for screen in range(1, 9):
        page.wait_for_url(re.compile(rf"/screening/{screen}/"))
        page.get_by_role("button", name="None of these").click()
    page.wait_for_url(f"{live_server.url}/")

    rows = Screening.objects.order_by("pk")
    assert [(row.outcome, row.after_stop) for row in rows] == [("stop", ""), ("go", "checked")]
    assert begin_session(page, live_server)


def test_who_is_pregnant_asks_first_and_then_presses_what_suits(page, live_server, walk):
    walk("pregnant", PREGNANT)

    assert Screening.objects.get().outcome == "clinician"
    assert is_closed(page, live_server, "See someone first")
    page.get_by_role("checkbox", name="A clinician has agreed").click()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(f"{live_server.url}/")

    said = adopt(page, live_server, "wind-down")
    assert "SP6" in said.partition("Correct my answer")[0]
    assert "pregnancy" in said
    codes = {hold["code"] for hold in begin_session(page, live_server)}
    never = {"SP6", "LR3", "BL60", "BL32", "LI4", "GB21", "CV4", "CV6", "BL30"}
    assert codes
    assert codes.isdisjoint(never)


def test_who_takes_blood_thinners_presses_lightly_and_with_no_ball(page, live_server, walk):
    walk("thinner", BLOOD)

    assert Screening.objects.get().outcome == "limits"
    expect(page.get_by_text(re.compile("Changed for you")).first).to_be_visible()
    holds = begin_session(page, live_server)
    assert holds
    assert {hold["tool"] for hold in holds} == {"hand"}
    assert {hold["pressure"] for hold in holds} == {"light"}
    assert max(hold["seconds"] for hold in holds) <= 45


def test_who_has_a_new_hip_leaves_the_points_there_out(page, live_server, walk):
    walk("hip", HIP)

    said = adopt(page, live_server, "ball")
    assert "GB30" in said.partition("Correct my answer")[0]
    holds = begin_session(page, live_server)
    codes = [hold["code"] for hold in holds]
    assert {"GB29", "GB30"}.isdisjoint(codes)
    assert {hold["pressure"] for hold in holds if hold["code"] in {"BL53", "BL54"}} <= {"light"}
