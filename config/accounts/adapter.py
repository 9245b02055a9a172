"""Knows how allauth speaks and what it accepts here: our words, one spelling of each name."""

from typing import cast

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from config.accounts.names import folded
from routines.actions import keep_visitor_answers
from routines.drafts import SESSION_KEY, Draft
from routines.http import PersonRequest, moment
from routines.views.standing import advise

LETTERS_OF_A_NAME = _("Use letters, figures and . _ + - @ only, without spaces.")


class AccountAdapter(DefaultAccountAdapter):
    """How accounts are made and spoken of."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This address is on your account already."),
        "email_password_mismatch": _("This address and password do not go together."),
        "email_taken": _("This address belongs to an account. Log in, or use another one."),
        "enter_current_password": _("This is not your password. Type the one you log in with."),
        "incorrect_code": _("This code is not right, or too old. Type the newest one."),
        "incorrect_password": _("This is not your password. Type the one you log in with."),
        "invalid_login": _("This name and password do not go together."),
        "invalid_password_reset": _("This link has been used, or is too old."),
        "max_email_addresses": _("You can keep %d addresses. Remove one first."),
        "rate_limited": _("That was too often. Wait a minute, then try again."),
        "too_many_login_attempts": _("That was too often. Wait 5 minutes, then try again."),
        "unverified_primary_email": _("Confirm this address first."),
        "username_blacklisted": _("This name is kept for the site. Choose another one."),
        "username_password_mismatch": _("This name and password do not go together."),
        "username_taken": _("This name is taken. Choose another one."),
    }

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """Return the one spelling of a user name, refused where it is taken or reserved."""
        try:
            name: str = super().clean_username(folded(username), shallow)
        except ValidationError as error:
            if error.code == "invalid":
                raise ValidationError(LETTERS_OF_A_NAME, code=error.code) from error
            raise
        return name

    def clean_email(self, email: str) -> str:
        """Return the one spelling of an address."""
        return folded(email)

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Log in, and keep the safety answers that the visitor finished before."""
        super().login(request, user)
        request.session.set_expiry(None)  # a visitor's answers had shortened it
        draft = request.session.get(SESSION_KEY)
        if not Draft.read(draft).done:
            return
        now = moment(cast("PersonRequest", request))
        person = cast("User", user)
        advise(
            request, keep_visitor_answers(person=person, answers=draft, at=now.at, zone=now.zone)
        )
        del request.session[SESSION_KEY]

    def format_email_subject(self, subject: str) -> str:
        """Return the subject with the name of the site, which says nothing about health."""
        return f"Backbeat: {subject}"

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """Ask for the password again before an address or a key of the account changes."""
        return True
