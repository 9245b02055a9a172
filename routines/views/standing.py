"""Finds the answers that hold for whoever asks: a person's newest row, or a visitor's draft."""

import datetime as dt

from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models.expressions import BaseExpression
from django.http import HttpRequest

from routines.drafts import SESSION_KEY, Draft
from routines.models import Screening
from routines.screening import AskAgain, Standing, weigh, why_ask_again


def latest_screening(person: User, **told: BaseExpression) -> Screening | None:
    """Return a person's newest answers, and with them what the database shall tell besides."""
    return Screening.objects.kept_by(person).latest_first().annotate(**told).first()


def why_again(screening: Screening | None, today: dt.date) -> AskAgain:
    """Return why a person's answers are asked for again; nothing while they hold."""
    if screening is None:
        return ""
    return why_ask_again(screening.asked_on, today, rules_version=screening.rules_version)


def standing_of(screening: Screening) -> Standing:
    """Return what a row of answers means today, by the rules of today."""
    return weigh(screening.answers, agreed=screening.cleared)


def advise(request: HttpRequest, standing: Standing | None) -> None:
    """Say on the next page what some answers advise although they close nothing."""
    for asked in standing.advice if standing else ():
        messages.info(request, asked.message)


def draft_of(request: HttpRequest) -> Draft:
    """Return the answers that are being given."""
    return Draft.read(request.session.get(SESSION_KEY))


def last_of(request: HttpRequest) -> Screening | None:
    """Return the newest answers of a person; a visitor has none."""
    return latest_screening(request.user) if request.user.is_authenticated else None


def given(request: HttpRequest, last: Screening | None) -> Draft | None:
    """Return the finished answers that hold for whoever asks, or None.

    Answers of a visitor that were not kept at the log-in are not left behind at the door: they
    count beside the person's own until new ones are given.
    """
    draft = draft_of(request)
    if last is None:
        return draft if draft.done else None
    own = last.draft()
    return own.beside(draft) if draft.done else own


def standing_of_request(request: HttpRequest) -> Standing | None:
    """Return what the newest finished answers of a person or a visitor mean."""
    answers = given(request, last_of(request))
    return answers.standing() if answers else None
