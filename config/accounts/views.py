"""Leads people who open the admin to our own log-in."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse


@login_not_required
def admin_log_in(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the log-in and back; who is in and has no rights gets 403, no loop."""
    if request.user.is_authenticated:
        if request.user.is_staff:
            return redirect("admin:index")
        raise PermissionDenied
    target = request.GET.get("next") or reverse("admin:index")
    return redirect(f"{resolve_url('account_login')}?{urlencode({'next': target})}")
