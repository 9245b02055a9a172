"""Finds the answers that hold for whoever asks: a person's newest row, or a visitor's draft."""


from django.contrib.auth.models import User
from django.http import HttpRequest

from routines.drafts import SESSION_KEY, Draft
from routines.models import Screening
from routines.screening import Standing, weigh


def latest_screening(person: User) -> Screening | None:
    """Return a person's newest answers."""
    return Screening.objects.kept_by(person).latest_first().first()


def standing_of(screening: Screening) -> Standing:
    """Return what a row of answers means today, by the rules of today."""
    return weigh(screening.answers, agreed=screening.cleared)


def draft_of(request: HttpRequest) -> Draft:
    """Return the answers that are being given."""
    return Draft.read(request.session.get(SESSION_KEY))


def standing_of_request(request: HttpRequest) -> Standing | None:
    """Return what the newest finished answers of a person or a visitor mean."""
    if request.user.is_authenticated:
        screening = latest_screening(request.user)
        return standing_of(screening) if screening else None
    draft = draft_of(request)
    return weigh(draft.answers, agreed=draft.agreed) if draft.done else None
