"""Pages of the safety questions and of what follows from the answers."""

from dataclasses import replace
from http import HTTPStatus
from typing import cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from points.questions import question, screens, version
from routines import actions
from routines.drafts import SESSION_KEY, Draft
from routines.emergency import (
    country_of_languages,
    emergency_number,
    service_in,
    services,
)
from routines.forms import AgreedForm, ScreenForm
from routines.http import PersonRequest, moment
from routines.screening import SCREENS, AskAgain, Standing, is_urgent, known_answers
from routines.views.standing import (
    advise,
    draft_of,
    given,
    last_of,
    latest_screening,
    standing_of,
    standing_of_request,
    why_again,
)

A_DAY = 24 * 60 * 60  # in seconds
PAGE_OF = {"stop": "routines:stop", "clinician": "routines:clinician"}


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def screening(request: HttpRequest, screen: int) -> HttpResponse:
    """One of the eight screens; each post keeps its answers in the session."""
    if not 1 <= screen <= SCREENS:
        raise Http404
    draft = _draft_to_continue(request)
    if screen > draft.screens + 1:  # a deep link or an old tab: no screen is passed over
        return redirect("routines:screening", draft.screens + 1)
    asked = screens()[screen - 1]
    after_stop = screen == 1 and _was_stopped(request)
    initial = ScreenForm.initial_of(draft.answers) | {
        "checked": draft.checked or request.GET.get("changed", "")
    }
    posted = request.POST if request.method == "POST" else None
    form = ScreenForm(posted, screen=asked, after_stop=after_stop, initial=initial)
    if form.is_valid():
        return _go_on(request, form, draft)
    return TemplateResponse(
        request,
        "routines/screening.html",
        {
            "form": form,
            "screen": asked,
            "beats": [n <= screen for n in range(1, SCREENS + 1)],
            "again": _again(request) if screen == 1 else "",
            "go_on": draft.screens + 1 if screen == 1 and draft.screens else 0,
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK,
    )


def _draft_to_continue(request: HttpRequest) -> Draft:
    """Return the draft, or a new one with the lasting answers of last time filled in.

    A draft that began before the newest finished answers is out of date, on whatever device
    those were given. So is one that other questions were put to.
    """
    draft, last = draft_of(request), last_of(request)
    follows = str(last.key) if last else ""
    begun = draft.key and not draft.done and draft.version == version()
    if begun and draft.follows == follows:
        return draft
    finished = given(request, last)
    known = known_answers(finished.answers) if finished else {}
    lasting = {key: value for key, value in known.items() if not is_urgent(question(key))}
    return Draft(answers=lasting, follows=follows, key=str(uuid4()))


def _again(request: HttpRequest) -> AskAgain:
    """Return why a person is asked again; a visitor is asked for the first time."""
    return why_again(last_of(request), moment(cast("PersonRequest", request)).today)


def _was_stopped(request: HttpRequest) -> bool:
    standing = standing_of_request(request)
    return standing is not None and standing.verdict == "stop"


def _go_on(request: HttpRequest, form: ScreenForm, draft: Draft) -> HttpResponse:
    """Keep a screen's answers, then show the next screen or what all of them mean."""
    here, number = {asked.key for asked in form.screen.questions}, form.screen.number
    others = {key: value for key, value in draft.answers.items() if key not in here}
    draft = replace(
        draft,
        answers=others | form.answers(),
        screens=max(draft.screens, number),
        checked=form.cleaned_data.get("checked", draft.checked),
    )
    _keep(request, draft)
    if draft.standing().urgent or number == SCREENS:
        return _finish(request, replace(draft, done=True))
    return redirect("routines:screening", number + 1)


def _keep(request: HttpRequest, draft: Draft) -> None:
    """Keep answers in the session; a visitor's are health data of nobody, gone after a day."""
    request.session[SESSION_KEY] = draft.stored()
    if not request.user.is_authenticated:
        request.session.set_expiry(A_DAY)


def _finish(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Keep the answers with the person, or in the visitor's session until there is one."""
    standing = draft.standing()
    if not request.user.is_authenticated:
        asked_on = draft.asked_on or timezone.now().date()
        _keep(request, replace(draft, asked_on=asked_on))
        return redirect(PAGE_OF.get(standing.verdict, "account_signup"))
    person_request = cast("PersonRequest", request)
    request.session.pop(SESSION_KEY, None)
    try:
        actions.record_screening(
            person=person_request.user,
            answers=draft.answers,
            agreed=draft.agreed,
            moment=moment(person_request),
            key=UUID(draft.key),
            after_stop=draft.checked,
            asked_on=draft.asked_on,
            rules_version=draft.version,
        )
    except actions.OtherBodyError:
        messages.error(request, _("Two sets of answers came at once. Please answer again."))
        return redirect("routines:screening", 1)
    return _after_answers(person_request, standing)


def _after_answers(request: PersonRequest, standing: Standing) -> HttpResponse:
    advise(request, standing)
    if standing.may_press:
        actions.start_first_programme(person=request.user, today=moment(request).today)
    return redirect(PAGE_OF.get(standing.verdict, "today"))


@login_not_required
@never_cache
@require_safe
def stop(request: HttpRequest) -> HttpResponse:
    """The turned page: nothing may be pressed, and whom to call."""
    standing = standing_of_request(request)
    if standing is None or standing.verdict != "stop":
        return redirect("today")
    country = country_of(request)
    return TemplateResponse(
        request,
        "routines/stop.html",
        {
            "questions": standing.urgent,
            "number": emergency_number(country),
            "here": service_in(country),
            "services": services(),
        },
    )


def country_of(request: HttpRequest) -> str:
    """Return where the person is: as chosen here, as in the preferences, or as the browser says."""
    preferences = getattr(request.user, "preferences", None)
    kept = preferences.country if preferences else ""
    chosen = request.GET.get("country", kept)
    return chosen or country_of_languages(request.headers.get("Accept-Language", ""))


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def clinician(request: HttpRequest) -> HttpResponse:
    """See someone first: the routines open once the person says that a clinician agreed.

    Answers that are out of date are asked again before anything can be agreed about them.
    """
    last = last_of(request)
    finished = given(request, last)
    standing = finished.standing() if finished else None
    if finished is None or standing is None or standing.urgent or not standing.awaiting:
        return redirect("today")
    if why_again(last, moment(cast("PersonRequest", request)).today):
        return redirect("routines:screening", 1)
    initial = {"shown": finished.key}
    form = AgreedForm(request.POST if request.method == "POST" else None, initial=initial)
    others = form.is_bound and form["shown"].value() != finished.key
    if form.is_valid() and not others:
        return _finish(request, replace(finished, agreed=True, done=True, key=str(uuid4())))
    return _clinician_page(request, AgreedForm(initial=initial) if others else form, standing)


def _clinician_page(request: HttpRequest, form: AgreedForm, standing: Standing) -> HttpResponse:
    """Show what is to be agreed; a fresh form after a post was about other answers than these."""
    others = request.method == "POST" and not form.is_bound
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return TemplateResponse(
        request,
        "routines/clinician.html",
        {"form": form, "questions": standing.awaiting, "others": others},
        status=HTTPStatus.CONFLICT if others else status,
    )


@require_safe
def answers(request: PersonRequest) -> HttpResponse:
    """What the person answered last, when, and when we ask again."""
    last = latest_screening(request.user)
    standing = standing_of(last) if last else None
    return TemplateResponse(
        request,
        "routines/answers.html",
        {
            "section": "you",
            "screening": last,
            "standing": standing,
            "again": why_again(last, moment(request).today),
        },
    )
