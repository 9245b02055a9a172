"""The safety questions: none is passed over, a stop stays, agreement lifts only what it may."""

import re

import pytest
from django.utils.dateformat import format as date_format

from points.questions import screens, version
from routines.drafts import SESSION_KEY
from routines.models import Plan, Screening, Session
from tests import make
from tests.routines.rows import NOW, answered, days_ago, started

STOP, CLINICIAN, FIRST = "/screening/result/", "/screening/next/", "/screening/1/"
CHANGED = "The safety questions have changed since you answered."
SCREEN_OF = {q.key: screen.number for screen in screens() for q in screen.questions}


def post(client, number, *keys, **fields):
    marked = dict.fromkeys(keys, "on")
    return client.post(f"/screening/{number}/", marked | fields)


def walk(client, *keys, first=1, **fields):
    """Answer all screens in order, marking some keys; return where the last one leads."""
    for number in range(first, 9):
        here = [key for key in keys if SCREEN_OF[key] == number]
        response = post(client, number, *here, **(fields if number == 1 else {}))
        assert response.status_code == 302, response.content
        if response.url != f"/screening/{number + 1}/":
            return response.url
    return response.url


def agree(client):
    """Tick the box on the page that is shown."""
    form = client.get(CLINICIAN).context["form"]
    return client.post(CLINICIAN, {"agreed": "on", "shown": form["shown"].value()})


def newest(person):
    return Screening.objects.kept_by(person).latest_first().first()


def test_a_person_answers_all_screens_and_gets_the_first_programme(signed_in, owner):
    assert walk(signed_in) == "/"

    assert newest(owner).outcome == "go"
    assert Plan.objects.kept_by(owner).count() == 1
    assert SESSION_KEY not in signed_in.session


@pytest.mark.parametrize("number", range(1, 9))
def test_every_screen_shows_its_questions_with_what_was_marked(signed_in, owner, number):
    answered(owner, **{q.key: "unsure" for q in screens()[number - 1].questions if q.group != "A"})
    for before in range(1, number):
        post(signed_in, before)

    response = signed_in.get(f"/screening/{number}/")

    assert response.status_code == 200
    for asked, marked, unsure in response.context["form"].rows():
        assert asked.statement in response.content.decode()
        assert marked == unsure == (asked.group != "A")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("number", [2, 8])
def test_a_later_screen_leads_back_to_the_first_one_unanswered(signed_in, method, number):
    response = getattr(signed_in, method)(f"/screening/{number}/")

    assert (response.status_code, response.url) == (302, FIRST)
    assert not Screening.objects.exists()


@pytest.mark.parametrize("number", [0, 9, 99999999999999999999])
def test_there_are_eight_screens(signed_in, number):
    assert signed_in.get(f"/screening/{number}/").status_code == 404


@pytest.mark.parametrize(("signed", "sure"), [(True, "yes"), (False, "unsure"), (True, "")])
@pytest.mark.parametrize("key", [q.key for s in screens() for q in s.questions if q.group == "A"])
def test_a_red_flag_stops_at_once(client, owner, signed, key, sure):
    if signed:
        client.force_login(owner)
    for number in range(1, SCREEN_OF[key]):
        post(client, number)

    response = post(client, SCREEN_OF[key], key, **{f"{key}-sure": sure})

    assert (response.status_code, response.url) == (302, STOP)
    page = client.get(STOP)
    assert page.status_code == 200
    assert b'href="tel:112"' in page.content
    assert not Plan.objects.exists()


@pytest.mark.parametrize("key", ["pregnant", "rf_cancer", "diabetes_heart"])
def test_a_lock_leads_to_someone_and_opens_once_they_agreed(signed_in, owner, key):
    assert walk(signed_in, key) == CLINICIAN
    assert newest(owner).outcome == "clinician"

    shown = signed_in.get(CLINICIAN).context["form"]["shown"].value()
    assert signed_in.post(CLINICIAN, {"shown": shown}).status_code == 422
    response = agree(signed_in)

    assert (response.status_code, response.url) == (302, "/")
    assert (newest(owner).outcome, newest(owner).cleared) == ("limits", True)
    assert Screening.objects.kept_by(owner).count() == 2


def test_agreement_never_lifts_a_stop(signed_in, owner):
    answered(owner, rf_saddle="yes", pregnant="yes")

    response = signed_in.post(CLINICIAN, {"agreed": "on"})

    assert response.url == "/"
    assert newest(owner).outcome == "stop"


def test_agreement_does_not_make_old_answers_new(signed_in, owner):
    answered(owner, pregnant="yes", moment=days_ago(91))

    response = signed_in.post(CLINICIAN, {"agreed": "on"})

    assert response.url == FIRST
    assert newest(owner).cleared is False


def test_agreement_keeps_the_day_of_the_questions(signed_in, owner):
    answered(owner, pregnant="yes", moment=days_ago(80))

    agree(signed_in)

    kept = newest(owner)
    assert (kept.cleared, kept.local_date) == (True, NOW.today)
    assert kept.asked_on == days_ago(80).today
    answers_page = signed_in.get("/screening/").content.decode()
    assert date_format(kept.asked_on, "j F Y") in answers_page


def test_agreement_about_the_spine_alone_can_be_said_and_shows_what_it_is_about(signed_in, owner):
    answered(owner, spine_condition="yes")

    assert CLINICIAN in signed_in.get("/screening/").content.decode()
    page = signed_in.get(CLINICIAN)
    assert [q.key for q in page.context["questions"]] == ["spine_condition"]
    agree(signed_in)
    assert newest(owner).cleared


@pytest.mark.parametrize("tick", [{"agreed": "on"}, {}])
def test_agreement_is_only_about_the_questions_that_were_shown(signed_in, owner, tick):
    answered(owner, pregnant="yes")
    shown = signed_in.get(CLINICIAN).context["form"]["shown"].value()
    answered(owner, pregnant="yes", rf_cancer="yes")  # on another device

    response = signed_in.post(CLINICIAN, {"shown": shown} | tick)

    assert response.status_code == 409
    assert b"Your answers have changed since this page was opened." in response.content
    assert {q.key for q in response.context["questions"]} == {"pregnant", "rf_cancer"}
    assert b"checked" not in response.content
    assert newest(owner).cleared is False
    again = response.context["form"]["shown"].value()
    assert signed_in.post(CLINICIAN, {"agreed": "on", "shown": again}).url == "/"
    assert newest(owner).cleared


@pytest.mark.parametrize("shown", [{}, {"shown": ""}, {"shown": "\0"}, {"shown": "x" * 10_000}])
def test_agreement_about_nothing_that_was_shown_is_none(signed_in, owner, shown):
    answered(owner, pregnant="yes")

    assert signed_in.post(CLINICIAN, {"agreed": "on"} | shown).status_code == 409
    assert newest(owner).cleared is False


def test_agreement_is_asked_anew_after_new_answers(signed_in, owner):
    answered(owner, agreed=True, pregnant="yes")

    assert walk(signed_in, "pregnant") == CLINICIAN
    assert newest(owner).cleared is False


def test_who_was_stopped_must_say_what_changed(signed_in, owner):
    answered(owner, rf_saddle="yes", dvt="yes")

    page = signed_in.get(FIRST)
    assert "checked" in page.context["form"].fields
    assert post(signed_in, 1).status_code == 422
    assert post(signed_in, 1, checked="other").status_code == 422
    assert newest(owner).outcome == "stop"

    assert walk(signed_in, "dvt", checked="checked") == "/"
    kept = newest(owner)
    assert (kept.answers, kept.after_stop) == ({"dvt": "yes"}, "checked")


@pytest.mark.parametrize("changed", ["checked", "mistake"])
def test_the_stop_page_knows_already_what_changed(signed_in, owner, changed):
    answered(owner, rf_saddle="yes")
    assert f"?changed={changed}" in signed_in.get(STOP).text

    form = signed_in.get(f"{FIRST}?changed={changed}").context["form"]
    assert form["checked"].value() == changed


def test_who_was_stopped_cannot_begin_at_a_later_screen(signed_in, owner):
    answered(owner, rf_saddle="yes")

    for number in range(2, 9):
        assert post(signed_in, number).url == FIRST
    assert newest(owner).outcome == "stop"


def test_a_red_flag_that_is_marked_again_stops_again(signed_in, owner):
    answered(owner, rf_saddle="yes")

    assert walk(signed_in, "rf_saddle", checked="checked") == STOP
    assert Screening.objects.kept_by(owner).count() == 2


def test_a_draft_from_before_a_stop_cannot_be_finished(signed_in, owner):
    for number in range(1, 8):
        post(signed_in, number)
    answered(owner, rf_saddle="yes")  # on another device, or in the check before a session

    assert post(signed_in, 8).url == FIRST
    assert newest(owner).outcome == "stop"


def test_lasting_answers_are_filled_in_and_can_be_taken_back(signed_in, owner):
    answered(owner, rf_saddle="yes", dvt="unsure", kidney="yes")

    assert walk(signed_in, "kidney", checked="mistake") == "/"
    kept = newest(owner)
    assert (kept.answers, kept.after_stop) == ({"kidney": "yes"}, "mistake")


def test_going_back_to_a_screen_replaces_its_answers_alone(signed_in, owner):
    for number in range(1, 7):
        post(signed_in, number, *(["rf_inflam"] if number == 4 else []))
    post(signed_in, 6, "dvt")
    post(signed_in, 6, "varicose_veins")

    assert walk(signed_in, first=7) == "/"
    assert newest(owner).answers == {"rf_inflam": "yes", "varicose_veins": "yes"}


def test_the_last_screen_twice_is_one_set_of_answers(signed_in, owner):
    for number in range(1, 8):
        post(signed_in, number)
    kept = signed_in.session[SESSION_KEY]
    post(signed_in, 8)
    session = signed_in.session  # the second tab still holds the draft
    session[SESSION_KEY] = kept
    session.save()

    assert post(signed_in, 8).url in {"/", FIRST}
    assert Screening.objects.kept_by(owner).count() == 1


def test_the_pages_after_the_questions_are_only_for_who_belongs_there(signed_in, owner):
    answered(owner)

    assert signed_in.get(STOP).url == "/"
    assert signed_in.get(CLINICIAN).url == "/"


def test_the_number_to_call_follows_the_person_s_country_and_then_the_browser(signed_in, owner):
    answered(owner, rf_saddle="yes")

    assert b'href="tel:911"' in signed_in.get(STOP, headers={"accept-language": "en-US"}).content
    owner.preferences.country = "GB"
    owner.preferences.save()
    assert b'href="tel:999"' in signed_in.get(STOP, headers={"accept-language": "en-US"}).content


@pytest.mark.parametrize("value", ["x" * 10_000, "\0", "🙂", "\u202emaybe"])
def test_a_strange_word_for_sure_is_refused_and_what_was_marked_is_kept(signed_in, value):
    response = post(signed_in, 1, "rf_saddle", **{"rf_saddle-sure": value})

    assert response.status_code == 422
    assert b"Not saved yet." in response.content
    assert b'name="rf_saddle" checked' in response.content
    assert not Screening.objects.exists()


def test_the_answers_page_says_what_was_marked_and_when(signed_in, owner, stranger):
    answered(stranger, rf_cancer="yes")
    assert b"You have not answered yet" in signed_in.get("/screening/").content

    answered(owner, kidney="unsure", rf_inflam="yes")

    page = signed_in.get("/screening/")
    assert [q.key for q in page.context["standing"].marked] == ["rf_inflam", "kidney"]
    assert "Cancer" not in page.content.decode()


def test_answers_to_other_questions_are_asked_again_and_say_why(signed_in, owner):
    make.screening(owner=owner, answers={"pregnant": "yes"}, rules_version="earlier")

    assert signed_in.post(CLINICIAN, {"agreed": "on"}).url == FIRST
    assert newest(owner).cleared is False
    for path in (FIRST, "/screening/"):
        assert CHANGED in signed_in.get(path).content.decode()

    assert walk(signed_in, "kidney") == "/"
    assert newest(owner).rules_version == version()
    assert CHANGED not in signed_in.get(FIRST).content.decode()


def test_a_draft_of_other_questions_begins_anew(signed_in, owner):
    for number in range(1, 8):
        post(signed_in, number)
    session = signed_in.session
    session[SESSION_KEY] |= {"version": "earlier"}
    session.save()

    assert post(signed_in, 8).url == FIRST
    assert not Screening.objects.exists()


@pytest.mark.parametrize(("key", "path"), [("rf_saddle", STOP), ("pregnant", CLINICIAN)])
def test_neither_title_nor_address_tells_what_was_answered(signed_in, owner, key, path):
    answered(owner, **{key: "yes"})

    page = signed_in.get(path)

    assert page.status_code == 200
    (title,) = re.findall(r"<title>(.*?)</title>", page.content.decode(), re.DOTALL)
    assert title == "Safety · Backbeat"
    assert not re.search("stop|someone|clinician", path)


def test_nothing_is_written_by_looking(signed_in, owner):
    started(owner)
    before = Screening.objects.count(), Session.objects.count()

    for path in (FIRST, STOP, CLINICIAN, "/screening/"):
        signed_in.get(path)

    assert (Screening.objects.count(), Session.objects.count()) == before
    assert SESSION_KEY not in signed_in.session


def test_the_number_is_shown_of_a_country_that_is_chosen_on_the_page(signed_in, owner):
    answered(owner, rf_saddle="yes")

    page = signed_in.get(STOP, {"country": "AU"})

    assert page.context["number"] == "000"
    assert b"Country: Australia. Another one?" in page.content
    for other in ("XX", "x" * 10_000, "\0"):
        assert signed_in.get(STOP, {"country": other}).context["number"] == "112"


def test_who_left_in_the_middle_is_led_back_to_where_they_were(signed_in):
    assert signed_in.get(FIRST).context["go_on"] == 0
    for number in (1, 2, 3):
        post(signed_in, number)

    page = signed_in.get(FIRST)

    assert page.context["go_on"] == 4
    assert b'href="/screening/4/"' in page.content


def test_advice_that_closes_nothing_is_told_once_and_kept_with_the_answers(signed_in, owner):
    for number in range(1, 8):
        post(signed_in, number, *(["rf_inflam"] if number == 4 else []))

    page = signed_in.post("/screening/8/", {}, follow=True)

    assert newest(owner).outcome == "go"
    told = [str(message) for message in page.context["messages"]]
    assert any("morning stiffness" in words for words in told)
    assert b"morning stiffness" in signed_in.get("/screening/").content


def test_what_a_clinician_agrees_to_is_said_for_each_answer(signed_in, owner):
    answered(owner, rf_infection="yes", pregnant="unsure")

    page = signed_in.get(CLINICIAN).content.decode()

    assert "Well again, and a clinician has agreed" in page
    assert "Say that you have back pain and feel ill with it" in page
    assert "A midwife or doctor has agreed" in page
