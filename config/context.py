"""Knows what every page is told without its view saying so."""

from django.http import HttpRequest


def look(request: HttpRequest) -> dict[str, str]:
    """Return the person's choice of light or dark; empty means as the device says."""
    preferences = getattr(request.user, "preferences", None) if hasattr(request, "user") else None
    return {"theme": preferences.theme if preferences else ""}
