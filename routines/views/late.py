"""Opens a door to what a device sends late, as JSON: whose it is, and a sentence for a refusal."""

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from routines.actions import OtherBodyError
from routines.forms.late import sentences
from routines.http import PersonRequest

UNREADABLE = _("This could not be read.")
UNKEEPABLE = _("There is a character in this that cannot be kept.")
LOG_IN = _("You are logged out on this device. Log in to go on.")
SOMEONE_ELSES = _("This was kept by someone else on this device.")
SENT_BEFORE = _("This was sent before with something else in it.")


class RefusedError(Exception):
    """What was sent is not kept, and one sentence says why."""

    def __init__(
        self,
        sentence: str | Promise,
        status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY,
    ) -> None:
        super().__init__(sentence)
        self.status = status


type Said = Callable[..., dict[str, Any]]


def json_door(view: Said) -> Callable[..., HttpResponse]:
    """Return a door of a person that answers what ``view`` returns, as JSON.

    Else it answers ``{"error": sentence}``: 401 for nobody, 409 for what came before with another
    body, or as refused. Never a redirect to the log-in: followed to its page, it would look like
    success.
    """

    @login_not_required
    @never_cache
    @wraps(view)
    def door(request: HttpRequest, **address: object) -> HttpResponse:
        try:
            if not request.user.is_authenticated:
                raise RefusedError(LOG_IN, HTTPStatus.UNAUTHORIZED)
            return JsonResponse(view(cast("PersonRequest", request), **address))
        except OtherBodyError:
            return _answer(RefusedError(SENT_BEFORE, HTTPStatus.CONFLICT))
        except RefusedError as refused:
            return _answer(refused)

    return door


def late_door(view: Said) -> Callable[..., HttpResponse]:
    """Return such a door for what a device sends late; ``view`` takes the fields of it as well.

    What somebody else kept on the device is refused with 409.
    """

    @require_POST
    @json_door
    @wraps(view)
    def door(request: PersonRequest, **address: object) -> dict[str, Any]:
        return view(request, _fields(_told_by(request)), **address)

    return door


def checked[F: forms.BaseForm](form: F) -> F:
    """Return a form that holds; whatever is wrong with it is the answer of the door.

    Raises:
        RefusedError: anything else.
    """
    if not form.is_valid():
        raise RefusedError(sentences(form))
    return form


def _answer(refused: RefusedError) -> JsonResponse:
    return JsonResponse({"error": str(refused)}, status=refused.status)


def _told_by(request: PersonRequest) -> dict[str, Any]:
    """Return what was sent, by the person who kept it.

    Raises:
        RefusedError: it is somebody else's, or cannot be read.
    """
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise RefusedError(UNREADABLE) from error
    if not isinstance(told, dict):
        raise RefusedError(UNREADABLE)
    _refuse_half_characters(told)
    if str(told.get("person", "")) != str(request.user.pk):
        raise RefusedError(SOMEONE_ELSES, HTTPStatus.CONFLICT)
    return told


def _refuse_half_characters(told: dict[str, Any]) -> None:
    """Let nothing in that JSON can name and no database keeps: half a pair of surrogates.

    Raises:
        RefusedError: there is one, however deep.
    """
    try:
        json.dumps(told, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise RefusedError(UNKEEPABLE) from error


def _fields(told: dict[str, Any]) -> QueryDict:
    """Return words, numbers, ticks and lists of words as a form reads them."""
    fields = QueryDict(mutable=True)
    for name, value in told.items():
        if isinstance(value, str | int):
            fields[name] = str(value)
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            fields.setlist(name, value)
    return fields
