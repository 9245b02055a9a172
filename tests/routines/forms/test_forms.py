"""What is accepted from outside; the pages' tests post the rest."""

import datetime as dt

import pytest
from django.http import QueryDict

from points.questions import screens, session_checks
from routines import actions
from routines.forms import AfterForm, MorningForm, NoticedForm, ScreenForm, StartForm
from routines.models import Session
from tests.routines.rows import NOW, started


def screen_form(text, **extra):
    return ScreenForm(QueryDict(text), screen=screens()[0], after_stop=False, **extra)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("", {}),
        ("rf_saddle=on", {"rf_saddle": "yes"}),
        ("rf_saddle=on&rf_saddle-sure=yes", {"rf_saddle": "yes"}),
        ("rf_saddle=on&rf_saddle-sure=unsure", {"rf_saddle": "unsure"}),
        ("rf_saddle-sure=yes&rf_sexual=on", {"rf_sexual": "yes"}),  # the box decides
        ("dvt=on", {}),  # of another screen
    ],
)
def test_a_screen_gives_its_marked_questions(text, answers):
    form = screen_form(text)

    assert form.is_valid()
    assert form.answers() == answers


def test_answers_of_last_time_are_shown_as_they_were_given():
    initial = ScreenForm.initial_of({"rf_saddle": "unsure", "rf_sexual": "yes"})
    form = ScreenForm(screen=screens()[0], after_stop=False, initial=initial)

    shown = {asked.key: (marked, unsure) for asked, marked, unsure in form.rows() if marked}
    assert shown == {"rf_saddle": (True, True), "rf_sexual": (True, False)}


def test_each_check_before_a_session_stands_for_a_question():
    text = "routine=1&length=usual&key=6f1c6f4e-5d0e-4a0c-8a55-0f4f6f1d2c3b"
    checks = "".join(f"&checks={check.key}" for check in session_checks())
    form = StartForm(QueryDict(text + checks))

    assert form.is_valid()
    assert form.marked() == [check.question for check in session_checks()]


@pytest.mark.parametrize(
    ("pain", "sure", "asks"),
    [("", "", False), ("8", "", False), ("9", "", True), ("10", "on", False)],
)
def test_pain_from_nine_wants_a_second_word(pain, sure, asks):
    form = StartForm(
        QueryDict(
            f"routine=1&length=usual&key=6f1c6f4e-5d0e-4a0c-8a55-0f4f6f1d2c3b"
            f"&pain_before={pain}&sure={sure}"
        )
    )

    assert form.is_valid()
    assert form.wants_a_second_word() is asks


@pytest.mark.parametrize(
    ("form_class", "save", "field", "value"),
    [
        (AfterForm, lambda form: form.save_at(NOW.at), "pain_after", "2"),
        (NoticedForm, lambda form: form.save_at(NOW.at), "after_note", "A blue spot."),
        (MorningForm, lambda form: form.save(), "next_morning", "worse"),
    ],
)
def test_an_answer_afterwards_writes_nothing_else(owner, form_class, save, field, value):
    """The form holds an old copy of the row while a device sends its last holds."""
    session = started(owner)
    form = form_class({field: value}, instance=Session.objects.get(pk=session.pk))
    assert form.is_valid()
    actions.finish_session(session=session, at=NOW.at + dt.timedelta(minutes=5))
    Session.objects.update(pressed_seconds=99)

    save(form)

    session.refresh_from_db()
    assert session.pressed_seconds == 99
    assert session.finished_at is not None
    assert str(getattr(session, field)) == value
