"""Knows how a person comes in: the log-in backend, and the forms of log-in and sign-up."""

from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.forms import LoginForm, SignupForm
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse


class PersonBackend(AuthenticationBackend):
    """Allauth's backend, reading a person and the preferences in one query."""

    def get_user(self, user_id: int) -> User | None:
        """Return the active person of a log-in, with preferences."""
        person = User.objects.select_related("preferences").filter(pk=user_id).first()
        return person if person and person.is_active else None


class AccountAdapter(DefaultAccountAdapter):
    """How accounts are made and spoken of."""


class LogInForm(LoginForm):
    """User name or e-mail, and the password."""


class SignUpForm(SignupForm):
    """User name, optional e-mail, one password."""


@login_not_required
def admin_log_in(request: HttpRequest) -> HttpResponse:
    """Send people who open the admin to our own log-in; who is in and has no rights gets 403."""
    target = request.GET.get("next") or reverse("admin:index")
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect(f"{resolve_url('account_login')}?{urlencode({'next': target})}")
