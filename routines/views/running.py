"""Pages and answers of a session: starting, pressing, ending."""

import json
from http import HTTPStatus
from typing import Any, cast
from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from routines import actions
from routines.forms import AfterForm, EventForm, MorningForm, StartForm
from routines.holds import Length, holds_of
from routines.http import PersonRequest, moment
from routines.models import Routine, Screening, Session, SessionEvent
from routines.progress import run
from routines.screening import is_current, with_question
from routines.views import player
from routines.views.screening import PAGE_OF
from routines.views.standing import latest_screening, standing_of


def _routine(request: PersonRequest, pk: object) -> Routine:
    """Return one of the person's routines, with its steps."""
    if not str(pk).isdecimal():
        raise Http404
    rows = Routine.objects.kept_by(request.user).in_use().for_reading()
    routine: Routine = get_object_or_404(rows, pk=pk)
    return routine


def _session(request: PersonRequest, key: UUID) -> Session:
    """Return one of the person's sessions."""
    return get_object_or_404(Session.objects.kept_by(request.user), key=key)


def _gate(request: PersonRequest) -> Screening | HttpResponse:
    """Return the answers that allow a session, or the way to get them."""
    screening = latest_screening(request.user)
    if screening is None or not is_current(screening.local_date, moment(request).today):
        return redirect("routines:screening", 1)
    page = PAGE_OF.get(standing_of(screening).verdict)
    return redirect(page) if page else screening


@require_safe
def start(request: PersonRequest) -> HttpResponse:
    """The ten-second check before a session."""
    gate = _gate(request)
    if isinstance(gate, HttpResponse):
        return gate
    routine = _routine(request, request.GET.get("routine", ""))
    length = request.GET.get("length", "usual")
    form = StartForm(initial={"routine": routine.pk, "length": length, "key": uuid4()})
    return _start_page(request, form, routine)


def _start_page(
    request: PersonRequest, form: StartForm, routine: Routine, note: str = ""
) -> HttpResponse:
    codes = list(dict.fromkeys(step.point.code for step in routine.steps.all()))
    return TemplateResponse(
        request,
        "routines/start.html",
        {"form": form, "routine": routine, "codes": codes, "note": note},
        status=HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or note else HTTPStatus.OK,
    )


@require_POST
def sessions(request: PersonRequest) -> HttpResponse:
    """Start a session, unless the check before it says otherwise."""
    gate = _gate(request)
    if isinstance(gate, HttpResponse):
        return gate
    routine = _routine(request, request.POST.get("routine", ""))
    codes = [step.point.code for step in routine.steps.all()]
    form = StartForm(request.POST, codes=codes)
    if not form.is_valid():
        return _start_page(request, form, routine)
    if form.marked():
        return _stop_for(request, gate, form.marked())
    if form.wants_a_second_word():
        return _start_page(request, form, routine, note="high")
    return _start(request, form, routine, gate)


def _start(
    request: PersonRequest, form: StartForm, routine: Routine, screening: Screening
) -> HttpResponse:
    try:
        session = actions.start_session(
            person=request.user,
            routine=routine,
            screening=screening,
            length=cast("Length", form.cleaned_data["length"]),
            pain_before=form.cleaned_data["pain_before"],
            sore=form.cleaned_data["sore"],
            moment=moment(request),
            key=form.cleaned_data["key"],
        )
    except actions.NotAllowedError:
        return _start_page(request, form, routine, note="nothing-left")
    return redirect("routines:session", session.key)


def _stop_for(request: PersonRequest, last: Screening, marked: list[str]) -> HttpResponse:
    """Keep what the check brought up as new answers, and show what they mean."""
    answers = dict(last.answers)
    for key in marked:
        answers = with_question(answers, key)
    screening = actions.record_screening(
        person=request.user, answers=answers, agreed=False, moment=moment(request), key=uuid4()
    )
    return redirect(PAGE_OF.get(standing_of(screening).verdict, "today"))


@require_safe
def session(request: PersonRequest, key: UUID) -> HttpResponse:
    """The player."""
    row = _session(request, key)
    progress = run(holds_of(row.snapshot), row.events.all())
    if row.finished_at or progress.current is None:
        return redirect("routines:after", row.key)
    gate = _gate(request)
    if isinstance(gate, HttpResponse):
        return gate
    context = player.context_of(row, progress, request.user)
    return TemplateResponse(request, "routines/session.html", context)


@login_not_required  # answers 401 itself: a redirect to a page would look like success
@require_POST
def events(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep one event of a session; the same key and body again get the same answer."""
    if not request.user.is_authenticated:
        return _refuse(HTTPStatus.UNAUTHORIZED, _("Log in to send what was kept on this device."))
    row = _session(cast("PersonRequest", request), key)
    told = _told(request)
    if told is None:
        return _refuse(HTTPStatus.UNPROCESSABLE_ENTITY, _("This could not be read."))
    if str(told.get("person", "")) != str(request.user.pk):
        return _refuse(HTTPStatus.CONFLICT, _("This was kept by someone else on this device."))
    form = EventForm(_fields(told), holds=len(row.snapshot["holds"]))
    if not form.is_valid():
        return _refuse(HTTPStatus.UNPROCESSABLE_ENTITY, " ".join(_sentences(form)))
    return _keep(row, form.save(commit=False))


def _told(request: HttpRequest) -> dict[str, Any] | None:
    try:
        told = json.loads(request.body)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _fields(told: dict[str, Any]) -> QueryDict:
    fields = QueryDict(mutable=True)
    plain = {name: str(value) for name, value in told.items() if isinstance(value, str | int)}
    fields.update(plain)
    return fields


def _sentences(form: EventForm) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]


def _keep(row: Session, event: SessionEvent) -> JsonResponse:
    event.received_at = timezone.now()
    try:
        progress = actions.record_event(session=row, event=event)
    except actions.OtherBodyError:
        return _refuse(HTTPStatus.CONFLICT, _("This was sent before with something else in it."))
    return JsonResponse(
        {
            "key": str(event.key),
            "holds_done": progress.done,
            "pressed_seconds": progress.pressed_seconds,
        }
    )


def _refuse(status: HTTPStatus, sentence: str) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)


@require_POST
def holds(request: PersonRequest, key: UUID) -> HttpResponse:
    """Keep a hold as done or skipped, from the plain form."""
    row = _session(request, key)
    hold = request.POST.get("hold", "")
    planned = row.snapshot["holds"]
    fields = request.POST.copy()
    fields["kind"] = "skip" if request.POST.get("action") == "skip" else "hold"
    fields["happened_at"] = timezone.now().isoformat()
    if fields["kind"] == "hold" and hold.isdecimal() and int(hold) < len(planned):
        fields["pressed_seconds"] = str(planned[int(hold)]["seconds"])
    form = EventForm(fields, holds=len(planned))
    if form.is_valid():
        event = form.save(commit=False)
        event.received_at = timezone.now()
        try:
            actions.record_event(session=row, event=event)
        except (actions.OtherBodyError, ValidationError):
            return redirect("routines:session", row.key)
    return redirect("routines:session", row.key)


@require_POST
def finish(request: PersonRequest, key: UUID) -> HttpResponse:
    """End a session as it is."""
    row = _session(request, key)
    actions.finish_session(session=row, at=timezone.now())
    return redirect("routines:after", row.key)


@require_POST
def restart(request: PersonRequest, key: UUID) -> HttpResponse:
    """End a session as it is, and go to the start of another one of its routine."""
    row = _session(request, key)
    actions.finish_session(session=row, at=timezone.now())
    if row.routine_id is None:
        return redirect("today")
    return redirect(player.start_url(row.routine_id, row.length))


@require_http_methods(["GET", "POST"])
def after(request: PersonRequest, key: UUID) -> HttpResponse:
    """What was pressed, and how the back is now."""
    row = _session(request, key)
    form = AfterForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("routines:after", row.key)
    progress = run(holds_of(row.snapshot), row.events.all())
    return TemplateResponse(
        request,
        "routines/after.html",
        player.after_context(row, progress) | {"form": form},
        status=HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK,
    )


@require_POST
def morning(request: PersonRequest, key: UUID) -> HttpResponse:
    """Keep the answer to the one question of the next morning."""
    form = MorningForm(request.POST, instance=_session(request, key))
    if form.is_valid():
        form.save()
    return redirect("today")
