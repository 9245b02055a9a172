"""The You pages: what a person can change, take along and delete."""

from collections.abc import Iterable
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from config.accounts.middleware import status_of
from config.you.actions import delete_people
from config.you.export import entries_table, json_document
from config.you.forms import DeletionForm, PreferencesForm
from config.you.places import country_name
from routines.http import PersonRequest, moment
from routines.models import Preferences


@require_safe
def you(request: PersonRequest) -> HttpResponse:
    """Everything about the person that can be looked at and changed."""
    preferences = preferences_of(request)
    context = {
        "section": "you",
        "preferences": preferences,
        "country": country_name(preferences.country),
        "sample": preferences.expires_at is not None,
    }
    return TemplateResponse(request, "config/you.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def you_preferences(request: PersonRequest) -> HttpResponse:
    """Look, place, and the cues of a session."""
    form = PreferencesForm(request.POST or None, instance=preferences_of(request))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("you")

    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"section": "you", "form": form}
    return TemplateResponse(request, "config/you_preferences.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def you_export(request: PersonRequest) -> HttpResponseBase:
    """Everything that is kept about the person, as a file."""
    if request.method != "POST":
        return TemplateResponse(request, "config/you_export.html", {"section": "you"})
    now = moment(request)
    if request.POST.get("file") == "entries":
        return _file(entries_table(request.user), f"backbeat-entries-{now.today}.csv", "text/csv")
    document = json_document(request.user, at=now.at)
    return _file(document, f"backbeat-{now.today}.json", "application/json")


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def you_delete(request: PersonRequest) -> HttpResponse:
    """Delete the account with everything in it."""
    posted = request.POST if request.method == "POST" else None
    form = DeletionForm(posted, person=request.user)
    if form.is_valid():
        delete_people(people=[request.user])
        logout(request)
        messages.success(request, _("Your account is deleted, and everything in it."))
        return redirect("today")

    status = status_of(form) if form.errors else HTTPStatus.OK
    context = {"section": "you", "form": form}
    return TemplateResponse(request, "config/you_delete.html", context, status=status)


def preferences_of(request: PersonRequest) -> Preferences:
    """Return the person's preferences; a person made by hand may have none yet."""
    kept = getattr(request.user, "preferences", None)
    return kept or Preferences(owner=request.user)


def _file(pieces: Iterable[str], name: str, kind: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(pieces, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
