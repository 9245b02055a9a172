"""Pages to read: what is said stands beside what is known, with its source, and nothing is sure."""

import re

import pytest

from points import cautious, lessons, questions
from points.models import Claim, Lesson, Point, Source, Study, Technique
from points.words import Part
from tests.points.text import text

pytestmark = pytest.mark.django_db

SOON = {
    *("Relaxation", "Stress", "Circulation", "Digestion", "Breathing", "Immunity", "Tiredness"),
    *("Inflammation", "Sore joints"),
}
LATER = {
    *("Energy", "Sleep", "Range of motion", "Less pain", "Mood", "Skin", "Posture", "Prevention"),
}


def cited(page):
    """The short names of sources that stand beside a text."""
    return re.findall(r'class="cites">Source: (.*?)</span>', page)


def told(slug):
    return Lesson.objects.get(slug=slug)


@pytest.mark.parametrize(("part", "titles"), [(Part.SOON, SOON), (Part.LATER, LATER)])
def test_every_benefit_that_is_claimed_stands_beside_its_evidence(client, part, titles):
    page = client.get("/learn/").text
    found = list(Lesson.objects.parts(part).for_reading())

    assert {one.title for one in found} == titles
    for one in found:
        assert one.what_is_said
        assert one.support
        assert page.count(f'<tr id="{one.slug}">') == 1


def test_claim_of_the_audit_is_told_in_its_own_words(client):
    claim = Claim.objects.get(slug="benefit-sleep")

    assert told("later-sleep").said == ""
    assert told("later-sleep").what_is_said == claim.article_says
    assert f'href="/article/#{claim.slug}"' in client.get("/learn/").text


def test_no_sentence_of_the_audit_is_written_twice():
    audited = {entry.values["article_says"] for entry in text()["claim"]}

    assert audited.isdisjoint(entry.values.get("said", "") for entry in text()["lesson"])


def test_the_questions_people_ask_come_first_and_have_answers(client):
    page = client.get("/learn/")

    assert list(page.context["passages"]) == [str(part) for part in lessons.LEARNING]
    asked = [one.lesson.title for one in page.context["passages"]["question"].told]
    assert asked == [
        "What is acupressure?",
        "Can it help back pain?",
        "How is it meant to act?",
        "Is it safe?",
        "How often?",
        "Can it go with other therapies?",
    ]


def test_five_companions_are_named(client):
    told_with = client.get("/learn/").context["passages"]["together"].told

    assert [one.lesson.title for one in told_with] == [
        "Exercise",
        "Yoga",
        "Physiotherapy",
        "Massage",
        "Chiropractic",
    ]


@pytest.mark.parametrize("address", ["/learn/", "/safety/", "/evidence/"])
def test_every_text_shows_its_own_sources(client, address):
    response = client.get(address)
    shown = [one for passage in response.context["passages"].values() for one in passage.told]

    assert len(cited(response.text)) == len(shown)
    for one in shown:
        assert [source.slug for source in one.sources] == one.lesson.source_slugs


def test_trials_come_closest_first_and_none_is_lost(client):
    groups = client.get("/evidence/").context["trials"]

    assert [group.key for group in groups] == ["close", "other_hands", "far"]
    assert {one.slug for one in groups[0].studies} == {
        *("murphy2019_relaxing", "murphy2019_stimulating", "ghanbari2022", "li_z2023"),
    }
    assert sum(len(group.studies) for group in groups) == Study.objects.filter(kind="trial").count()


def test_verdict_stands_before_the_studies(client):
    page = client.get("/evidence/").text

    assert page.index("too small, too short") < page.index("What was measured")
    assert page.index("What was measured") < page.index('id="murphy2019_relaxing"')


def test_an_unchecked_list_of_points_is_not_shown(client):
    page = client.get("/evidence/").text
    for study in Study.objects.filter(kind="trial", points_confirmed=False):
        row = page[page.index(f'<tr id="{study.slug}">') :].split("</tr>")[0]
        assert "still to be checked against the paper" in row
        assert study.points_pressed not in row


def test_range_is_shown_where_it_was_seen(client):
    page = client.get("/evidence/").text

    for seen in ("(0.10 to 0.97)", "(0.24 to 1.24)", "(1.9 to 5.7)", "(1.5 to 4.1)"):
        assert seen in page


def test_a_share_of_pain_says_of_what_and_a_trial_in_groups_how_large_they_were(client):
    page = client.get("/evidence/").text

    assert page.count("one trial with groups of 22, 22 and 23.") == 2
    assert page.count("35 to 36 percent lower than at the start in both pressing groups.") == 2
    assert page.count("better than usual care; the range of the difference could not be seen.") == 2
    assert "own pain score 2.28 against 5.05" in page


def test_numbers_that_were_not_checked_are_not_shown(client):
    page = client.get("/evidence/").text

    for unseen in ("9.2 of 100", "-13.8", "13.8", "0.75", "6 sessions", "3-4 kg", "3 to 4 kg"):
        assert unseen not in page


def test_safety_page_names_every_question(client):
    page = client.get("/safety/").text.replace("&#x27;", "'")

    for one in questions.questions():
        if one.screen:
            assert one.statement in page


def test_safety_page_tells_when_to_get_help_before_anything_else(client):
    page = client.get("/safety/").text

    order = ["Get help now", "When to stop", "How hard, how long", "Ask someone first", "on record"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_no_question_is_asked_for_nothing():
    asked = cautious.asked()

    assert len(asked.urgent) == 9
    assert [one.key for one in asked.advised] == ["rf_inflam", "sciatica_new"]
    assert all(limit.reasons for limit in asked.limits)


def test_safety_page_names_the_points_that_a_condition_leaves_out(client):
    told = {limit.statement: limit for limit in client.get("/safety/").context["asked"].limits}

    assert [one.code for one in told["A new hip joint"].left_out] == ["GB30", "GB29"]
    pregnant = next(limit for statement, limit in told.items() if statement.startswith("Pregnant"))
    assert {"LI4", "SP6"} <= {one.code for one in pregnant.left_out}
    assert not any("seen" in " ".join(limit.reasons) for limit in told.values())


def test_technique_shows_where_it_suits_and_where_it_is_left_out(client):
    response = client.get("/techniques/tapping/")
    suits, avoid = response.context["suits"], response.context["avoid"]

    assert {one.code for one in suits} == {
        one.code for one in Point.objects.all() if "tapping" in one.techniques_suitable
    }
    assert {one.code for one in avoid} == {
        one.code for one in Point.objects.all() if "tapping" in one.techniques_avoid
    }
    assert suits
    assert avoid


def test_technique_that_suits_nothing_says_so(client):
    Point.objects.update(techniques_suitable=[], techniques_avoid=[])

    assert "None of the points here." in client.get("/techniques/tapping/").text


def test_support_is_asked_of_every_benefit():
    slugs = {entry.key for entry in text()["lesson"] if entry.values["part"] in ("soon", "later")}

    assert len(slugs) == len(SOON) + len(LATER)


@pytest.mark.parametrize("page", ["/", "/points/", "/learn/", "/techniques/", "/evidence/"])
def test_visitor_s_foot_leads_to_learning_and_safety(client, page):
    foot = client.get(page).text.split('class="visitor-foot"')[1]

    assert 'href="/learn/"' in foot
    assert 'href="/safety/"' in foot


@pytest.mark.parametrize(
    ("page", "own"),
    [("/learn/", "/learn/"), ("/safety/", "/safety/"), ("/techniques/", "/techniques/")],
)
def test_more_to_read_leaves_out_the_open_page(client, page, own):
    more = client.get(page).text.split('aria-label="More to read"')[1].split("</nav>")[0]

    assert f'href="{own}"' not in more
    assert 'href="/evidence/"' in more


def test_passages_leave_out_parts_without_a_text():
    lesson = Lesson(slug="one", part=Part.IDEA, title="One", known="Two.", source_slugs=["a", "b"])
    source = Source(slug="b", short="B")

    found = lessons.passages([lesson], [source], [Part.DOSE, Part.IDEA])

    assert list(found) == [Part.IDEA]
    assert found[Part.IDEA].told == [lessons.Told(lesson, [source])]


def test_every_technique_is_reached_from_the_list(client):
    page = client.get("/techniques/").text

    for one in Technique.objects.all():
        assert f'href="/techniques/{one.slug}/"' in page
