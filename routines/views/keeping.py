"""Takes what a device did by itself while it had no network: a session, a check, how it was."""

from dataclasses import replace
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from routines import actions
from routines.forms import KeptAfterForm, KeptChecksForm, KeptStartForm
from routines.http import PersonRequest, moment
from routines.kept import KeptRun
from routines.views.late import SOMEONE_ELSES, RefusedError, checked, late_door
from routines.views.screening import PAGE_OF
from routines.views.standing import standing_of
from routines.views.telling import own_session

WHY_NOT = {
    actions.ExpiredError: _(
        "This session began from a copy that had run out: it holds until the end of the next day. "
        "Open Today to renew it."
    ),
    actions.SupersededError: _(
        "The safety rules or your answers have changed since this device kept the session. "
        "Open Today to start with what holds now."
    ),
    actions.NotAllowedError: _("With what you marked, nothing of this routine was left."),
}
NO_ANSWERS = _("There are no safety answers of yours yet. Open Today to give them.")


@late_door
def kept_session(request: PersonRequest, told: QueryDict) -> dict[str, Any]:
    """Open a session that was started without a network."""
    form, now = checked(KeptStartForm(told)), moment(request)
    kept: KeptRun = form.cleaned_data["token"]
    if kept.person != request.user.pk:
        raise RefusedError(SOMEONE_ELSES, HTTPStatus.CONFLICT)
    try:
        session = actions.start_kept_session(
            person=request.user,
            kept=kept,
            pain_before=form.cleaned_data["pain_before"],
            sore=form.cleaned_data["sore"],
            moment=replace(now, at=kept.began_at(form.lived_at(now.at))),
            key=form.cleaned_data["key"],
        )
    except actions.NotAllowedError as refused:
        raise RefusedError(WHY_NOT[type(refused)]) from refused
    return {"key": str(session.key)}


@late_door
def kept_checks(request: PersonRequest, told: QueryDict) -> dict[str, Any]:
    """Keep as new answers what a check brought up, and say where it is told what they mean."""
    form = checked(KeptChecksForm(told))
    try:
        screening = actions.keep_checks(
            person=request.user,
            marked=form.questions(),
            moment=moment(request),
            key=form.cleaned_data["key"],
        )
    except actions.NotAllowedError as refused:
        raise RefusedError(NO_ANSWERS) from refused
    page = PAGE_OF.get(standing_of(screening).verdict, "today")
    return {"key": str(screening.key), "next": reverse(page)}


@late_door
def kept_after(request: PersonRequest, told: QueryDict, key: UUID) -> dict[str, Any]:
    """Keep how it was after a session that ended without a network."""
    row, form = own_session(request, key), checked(KeptAfterForm(told))
    actions.keep_after(
        session=row,
        told=form.after(),
        at=form.told_at(moment(request).at),
        key=form.cleaned_data["key"],
    )
    return {"key": str(form.cleaned_data["key"])}
