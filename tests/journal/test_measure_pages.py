"""Questions in a rhythm: answering, gaps, drafts, results, two phones."""

import datetime as dt
import re
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from journal import actions
from journal.models import Answers
from routines.local_time import Moment
from tests import make
from tests.make import MONDAY

DAY = dt.timedelta(days=1)
WEEK, ROLAND, CHANGE = (f"/journal/questions/{kind}/" for kind in ("week", "roland", "change"))
THREE = {"pain": "5", "joy": "4", "doing": "6"}
LONG = "x" * 10_000


def url_of(row, name="answers"):
    return reverse(f"journal:{name}", args=[row.key])


@pytest.mark.parametrize("kind", ["week", "roland", "change"])
def test_each_set_of_questions_opens(signed_in, kind):
    assert signed_in.get(f"/journal/questions/{kind}/").status_code == HTTPStatus.OK


@pytest.mark.parametrize("page", ["/journal/questions/peg/", "/journal/questions/peg/keep/"])
def test_an_unknown_set_is_not_there(signed_in, page):
    assert signed_in.post(page).status_code == HTTPStatus.NOT_FOUND


def test_a_whole_week_is_scored_and_shown(signed_in, owner):
    page = signed_in.post(WEEK, THREE | {"key": uuid4()}, follow=True)

    row = Answers.objects.get()
    assert (row.owner, row.kind, row.score) == (owner, "week", 5)
    assert row.answers == {"pain": 5, "joy": 4, "doing": 6}
    assert "5.0 of 10" in page.text
    assert "This is the first one." in page.text


def test_a_week_of_noughts_is_a_score(signed_in):
    signed_in.post(WEEK, dict.fromkeys(THREE, "0") | {"key": uuid4()})

    assert Answers.objects.get().score == 0


def test_sent_twice_is_one_row(signed_in):
    sent = THREE | {"key": uuid4()}

    answers = [signed_in.post(WEEK, sent).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert Answers.objects.count() == 1


@pytest.mark.parametrize(
    ("path", "first", "second", "told", "score"),
    [
        (WEEK, THREE, THREE | {"joy": "8"}, "5.0 of 10", 19 / 3),
        (ROLAND, {"statements": ["1"]}, {"statements": ["2", "3"]}, "1 of 24", 2),
        (CHANGE, {"change": "3"}, {"change": "5"}, "A little better", 5),
    ],
)
def test_other_answers_under_the_same_key_are_told_and_offered_again(
    signed_in, path, first, second, told, score
):
    key = str(uuid4())
    signed_in.post(path, first | {"key": key})

    response = signed_in.post(path, second | {"key": key})

    kept = Answers.objects.get()
    assert response.status_code == HTTPStatus.CONFLICT
    assert f'<a href="{url_of(kept)}">other answers: {told}</a>' in response.text
    assert f'value="{key}"' not in response.text  # the page carries a key of its own
    shown = response.context["form"].data
    signed_in.post(path, {name: shown.getlist(name) for name in shown})
    assert Answers.objects.exclude(pk=kept.pk).get().score == pytest.approx(score, abs=0.1)


def test_other_answers_in_place_of_deleted_ones_are_told(signed_in):
    key = uuid4()
    signed_in.post(WEEK, THREE | {"key": key})
    signed_in.post(url_of(Answers.objects.get(), "delete_answers"))

    response = signed_in.post(WEEK, THREE | {"key": key, "pain": "1"})

    assert response.status_code == HTTPStatus.CONFLICT
    assert "they were deleted since" in response.text


def test_a_gap_is_asked_for_and_may_be_kept_without_a_score(signed_in):
    sent = {"pain": "5", "doing": "6", "key": uuid4()}

    asked = signed_in.post(WEEK, sent)
    assert asked.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Choose an answer, or keep this without a score." in asked.text
    assert asked.text.count("checked") == 2
    assert not Answers.objects.exists()

    page = signed_in.post(WEEK, sent | {"without": "1"}, follow=True)
    row = Answers.objects.get()
    assert (row.answers, row.score) == ({"pain": 5, "doing": 6}, None)
    assert "there is no score. Your answers are kept." in page.text


@pytest.mark.parametrize(
    ("path", "sent", "sentence"),
    [
        (WEEK, THREE | {"pain": "11"}, "Choose a number from 0 to 10."),
        (WEEK, THREE | {"joy": "-1"}, "Choose a number from 0 to 10."),
        (WEEK, THREE | {"doing": LONG}, "Choose a number from 0 to 10."),
        (ROLAND, {"statements": ["1", "25"]}, "Choose from what is shown here."),
        (ROLAND, {"statements": ["\0"]}, "Choose from what is shown here."),
        (CHANGE, {"change": "8"}, "Choose from what is shown here."),
        (CHANGE, {}, "Choose an answer"),
        (WEEK, THREE | {"key": "x"}, "This page is incomplete."),
    ],
)
def test_what_cannot_be_gets_a_sentence(signed_in, path, sent, sentence):
    response = signed_in.post(path, {"key": uuid4()} | sent)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in response.text
    assert not Answers.objects.exists()


@pytest.mark.parametrize(
    ("path", "field", "controls"),
    [(WEEK, "pain", 11), (ROLAND, "statements", 24), (CHANGE, "change", 7)],
)
def test_what_is_wrong_is_tied_to_its_question(signed_in, path, field, controls):
    asked = signed_in.get(path).text
    assert "aria-describedby" not in asked

    page = signed_in.post(path, {"key": uuid4()}).text

    question = re.search(
        rf'<fieldset[^>]* aria-describedby="id_{field}_error".*?</fieldset>', page, re.S
    )[0]
    assert f'id="id_{field}_error"' in question
    wrong = re.findall(r"<input[^>]*aria-invalid[^>]*>", question)
    assert sum(f'name="{field}"' in control for control in wrong) == controls


def test_statements_are_counted_and_carry_their_licence(signed_in):
    asked = signed_in.get(ROLAND)
    assert asked.text.count('name="statements"') == 24
    assert "Spine 1983;8:141–144. In the public domain" in asked.text
    assert "we have not seen the authors’ own form" in asked.text

    page = signed_in.post(ROLAND, {"statements": ["1", "7", "24"], "key": uuid4()}, follow=True)

    assert Answers.objects.get().score == 3
    assert "3 of 24" in page.text
    assert "Ostelo 2008" in page.text


def test_no_statement_is_a_score_of_nought(signed_in):
    signed_in.post(ROLAND, {"none_fits": "on", "key": uuid4()})

    assert Answers.objects.get().score == 0


def test_the_table_of_answers_is_named_after_its_questions(signed_in, owner):
    for n in range(4):
        make.answers(owner=owner, day=MONDAY + n * 7 * DAY)
    newest = Answers.objects.kept_by(owner).latest("occurred_at")

    page = signed_in.get(url_of(newest)).text

    (heading,) = re.findall(r"<h1>(.*?)</h1>", page)
    assert re.findall(r"<table[^>]*><caption[^>]*>(.*?)</caption>", page) == [heading]


def test_the_change_is_told_in_words(signed_in):
    page = signed_in.post(CHANGE, {"change": "3", "key": uuid4()}, follow=True)

    assert "A little better" in page.text


# Kept for later


def test_a_closed_tab_loses_nothing(signed_in):
    signed_in.post(f"{WEEK}keep/", {"pain": "5", "key": uuid4()}, headers={"HX-Request": "true"})
    signed_in.post(f"{ROLAND}keep/", {"statements": ["2", "9"], "key": uuid4()})

    assert 'name="pain" value="5" checked' in signed_in.get(WEEK).text
    assert signed_in.get(ROLAND).text.count("checked") == 2
    assert Answers.objects.filter(score__isnull=True, finished_at__isnull=True).count() == 2
    assert "What you answered is kept." in signed_in.get("/journal/answers/").text
    assert "Your week in three numbers" not in signed_in.get("/journal/").text.split("<main")[1]


def test_a_script_is_answered_without_a_page(signed_in):
    htmx = {"HX-Request": "true"}

    kept = signed_in.post(f"{WEEK}keep/", {"pain": "5", "key": uuid4()}, headers=htmx)

    assert (kept.status_code, kept.content) == (HTTPStatus.NO_CONTENT, b"")


def test_keeping_again_changes_the_one_draft_and_finishing_ends_it(signed_in):
    for number in ("5", "7"):
        signed_in.post(f"{WEEK}keep/", {"pain": number, "key": uuid4()})
    assert Answers.objects.get().answers == {"pain": 7}

    signed_in.post(WEEK, THREE | {"key": uuid4()})

    assert Answers.objects.get().score == 5


def test_drafts_left_alone_are_cleared(owner):
    make.answers(owner=owner, finished=False)
    make.answers(owner=owner)

    assert actions.empty_drafts(before=make.at(MONDAY, 8)) == 0
    assert actions.empty_drafts(before=make.at(MONDAY + DAY)) == 1
    assert Answers.objects.get().score == 4


# Results


def compared(signed_in, owner, first, now, kind="roland", days=28):
    make.answers(owner=owner, kind=kind, score=first, day=MONDAY - days * DAY)
    row = make.answers(owner=owner, kind=kind, score=now)
    make.answers(owner=owner, kind=kind, score=1, day=MONDAY + DAY)  # later: not looked at
    return signed_in.get(url_of(row)).context["result"]


def test_a_clear_change_is_called_so_and_says_what_it_cannot(signed_in, owner):
    told = compared(signed_in, owner, 12, 6)

    assert told["sentences"] == [
        "6 points lower than the first one, on 19 October 2026.",
        "That is a clear change.",
        "Back pain often settles by itself over weeks, so this alone does not say why.",
    ]
    assert [dot.score for dot in told["chart"].dots] == [12, 6]


def test_a_small_change_and_a_change_from_little_are_not_clear(signed_in, owner):
    assert compared(signed_in, owner, 12, 9)["sentences"][1] == "That is less than a clear change."
    Answers.objects.all().delete()
    assert "only points can be told" in compared(signed_in, owner, 2, 9)["sentences"][1]


def test_worse_is_told_as_plainly(signed_in, owner):
    assert compared(signed_in, owner, 10, 16)["sentences"] == [
        "6 points higher than the first one, on 19 October 2026.",
        "That is a clear change.",
    ]


def test_the_end_of_the_scale_is_named(signed_in, owner):
    assert "end of the scale" in compared(signed_in, owner, 10, 2)["sentences"][-1]


def test_two_near_scores_are_not_compared(signed_in, owner):
    assert compared(signed_in, owner, 10, 2, days=20)["sentences"] == [
        "The first one is too near to compare. The next ones will tell more."
    ]


def test_the_overview_tells_what_is_due_and_what_was(signed_in, owner):
    today = timezone.now().astimezone(make.WARSAW).date()
    make.entry(owner=owner, day=today - 30 * DAY)
    make.answers(owner=owner, day=today - 8 * DAY)
    make.answers(owner=owner, kind="roland", score=8, day=today - 8 * DAY)

    kinds = signed_in.get("/journal/answers/").context["kinds"]

    assert [(kind["kind"], kind["is_due"]) for kind in kinds] == [
        ("week", True), ("roland", False), ("change", True),
    ]  # fmt: skip
    assert kinds[1]["next"] == today + 20 * DAY


@pytest.mark.parametrize("rows", [1, 3])
def test_the_overview_costs_few_queries(signed_in, owner, rows, django_assert_num_queries):
    for n in range(rows):
        make.answers(owner=owner, day=MONDAY - 7 * n * DAY)

    with django_assert_num_queries(5):  # session, person, answers, drafts, first day
        signed_in.get("/journal/answers/")


def test_delete_offers_undo_and_undo_brings_it_back(signed_in, owner):
    row = make.answers(owner=owner)

    page = signed_in.post(url_of(row, "delete_answers"), follow=True)
    assert f'action="{url_of(row, "restore_answers")}"' in page.text
    assert signed_in.get(url_of(row)).status_code == HTTPStatus.NOT_FOUND

    signed_in.post(url_of(row, "restore_answers"))
    assert signed_in.get(url_of(row)).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", ["answers", "delete_answers", "restore_answers"])
def test_a_stranger_finds_nothing(client, stranger, name):
    row = make.answers()
    client.force_login(stranger)

    for send in (client.get, client.post):
        assert send(url_of(row, name)).status_code in {302, 404, 405}
    row.refresh_from_db()
    assert row.deleted_at is None
    assert client.get(url_of(row)).status_code == HTTPStatus.NOT_FOUND


def test_a_draft_has_no_result(signed_in, owner):
    row = make.answers(owner=owner, finished=False)

    assert signed_in.get(url_of(row)).status_code == HTTPStatus.NOT_FOUND


def test_two_phones_keep_one_draft(owner):
    now = Moment(make.at(MONDAY), make.WARSAW)
    for answers in ({"pain": 1}, {"pain": 2}):
        actions.keep_draft(person=owner, kind="week", answers=answers, stamp=now.stamp())

    assert Answers.objects.get().answers == {"pain": 2}


def test_a_stray_tap_on_save_is_no_score_of_nought(signed_in, owner):
    response = signed_in.post(ROLAND, {"key": uuid4()})

    assert response.status_code == 422
    assert "Tick what is true of you today" in response.text
    assert not Answers.objects.kept_by(owner).finished().exists()


def test_the_line_of_a_clear_change_is_named_as_it_is_drawn(signed_in, owner):
    compared(signed_in, owner, first=12, now=11)

    page = signed_in.get("/journal/answers/").text

    assert 'class="chart__clear"' in page
    assert "by an amount that studies often call a change that matters. Back pain often" in page
    assert "clearly lower" not in page


@pytest.mark.parametrize("now", [11, 13])
def test_the_limit_of_a_lower_score_is_said_once(signed_in, owner, now):
    make.answers(owner=owner, kind="roland", score=12, day=MONDAY - 28 * DAY)

    page = signed_in.get(url_of(make.answers(owner=owner, kind="roland", score=now))).text

    assert page.count("so this alone does not say why.") == 1


def test_each_kind_has_its_chart_the_change_in_words(signed_in, owner):
    for kind, scores in {"week": (5.0, 4.0), "roland": (9.0, 8.0), "change": (5, 3)}.items():
        for n, score in enumerate(scores):
            make.answers(owner=owner, kind=kind, score=score, day=MONDAY - (56 - 28 * n) * DAY)

    page = signed_in.get("/journal/answers/")

    assert [len(part["chart"].dots) for part in page.context["kinds"]] == [2, 2, 2]
    assert "Better or worse since you began: 2 answers." in page.text
    newest = Answers.objects.kept_by(owner).of("change").latest("local_date")
    result = signed_in.get(url_of(newest)).text
    assert result.count("chart__dots") == 2
    assert "A little worse</td>" in result
    assert "A little better</td>" in result
    assert "dashed" not in result
