"""Knows which page a form may send its person to after it has been saved."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 500  # characters; our own paths stay far below


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Return the path that the form's ``next`` names, if it is one of this site.

    Args:
        request: The POST of the form.
        otherwise: The name of the page to go to when ``next`` is missing or leads elsewhere.
    """
    path = request.POST.get("next", "")
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if ours and len(path) <= LONGEST else reverse(otherwise)
