"""Knows whether somebody may press now, and the way to get there otherwise."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _

from points.questions import version
from routines.http import PersonRequest, moment
from routines.models import Screening, Session
from routines.views.screening import PAGE_OF
from routines.views.standing import given, latest_screening, standing_of, why_again


def gate_of(request: PersonRequest) -> Screening | HttpResponse:
    """Return the answers that allow a session, or the way to get them.

    A session keeps the row it runs under, so limits that are in no row yet are asked for again.
    """
    screening = latest_screening(request.user)
    answers = given(request, screening)
    page = PAGE_OF.get(answers.standing().verdict) if answers else None
    if page == PAGE_OF["stop"]:
        return redirect(page)
    if screening is None or why_again(screening, moment(request).today):
        return redirect("routines:screening", 1)
    if page:
        return redirect(page)
    kept = answers is None or answers.standing().allows_all_of(standing_of(screening))
    return screening if kept else redirect("routines:screening", 1)


CLOSED = {
    "stop": _(
        "Your safety answers say to get medical help first. Routines stay closed until then."
    ),
    "clinician": _(
        "Your safety answers say to see someone first. Routines stay closed until then."
    ),
}


def why_closed(request: PersonRequest) -> str:
    """Return in a sentence why somebody may not press now."""
    screening = latest_screening(request.user)
    answers = given(request, screening)
    verdict = answers.standing().verdict if answers else ""
    if verdict in CLOSED:
        return str(CLOSED[verdict])
    if screening is None:
        return _gettext("Answer the safety questions first.")
    return _gettext("Please answer the safety questions once more.")


def is_outlived(row: Session, screening: Screening) -> bool:
    """Return True where less may be pressed now than when a session began."""
    if row.snapshot["rules_version"] != version():
        return True
    if row.screening_id == screening.pk:
        return False
    began_with = row.screening
    return began_with is None or not standing_of(screening).allows_all_of(standing_of(began_with))
