"""What a device asks for so that it can do without a network, and so that it can send again."""

from typing import Any

from django.middleware.csrf import get_token
from django.urls import reverse
from django.views.decorators.http import require_safe

from routines.emergency import emergency_number
from routines.http import PersonRequest
from routines.views.late import json_door
from routines.views.pack import packed
from routines.views.screening import country_of


@require_safe
@json_door
def offline_pack(request: PersonRequest) -> dict[str, Any]:
    """Today's and tomorrow's routines as they may be pressed, and where to send what was done."""
    return packed(request) | {
        "pain_url": reverse("journal:kept"),
        "emergency": emergency_number(country_of(request)),
    }


@require_safe
@json_door
def offline_token(request: PersonRequest) -> dict[str, Any]:
    """Who is logged in, and the token that a form of theirs carries now."""
    return {"person": request.user.pk, "token": get_token(request)}
