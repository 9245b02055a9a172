"""Knows what log-in, sign-up, passwords, addresses and keys ask for, in our words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast
from zoneinfo import ZoneInfo

from allauth.account import forms as account
from allauth.account.internal.flows.manage_email import email_already_exists
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.models import User
from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.accounts.names import folded
from config.templatetags.accounts import browser
from config.you.places import country_of
from routines.actions import keep_visitor_answers
from routines.drafts import SESSION_KEY, Draft
from routines.emergency import country_of_languages
from routines.local_time import known_zone
from routines.models import Preferences
from routines.views.standing import advise

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

type Labels = Mapping[str, tuple[StrOrPromise, StrOrPromise]]

PASSWORD_HELP = _("12 characters or more. Three or four words are easy to keep.")
NEW_PASSWORD = (_("New password"), PASSWORD_HELP)
INCOMPLETE_ADDRESS = _("Is the address complete? It reads like name@example.org, with a full stop.")
CODE_HELP = _("6 figures from your authenticator app, or one of your recovery codes.")


class PlainFields:
    """A form of allauth with a label above each field, nothing inside it, and one password.

    ``words`` holds label and help of each field.
    """

    fields: dict[str, forms.Field]
    words: ClassVar[Labels] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = _("Fill this in.")
            field.label, field.help_text = self.words.get(name, (field.label, ""))
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = INCOMPLETE_ADDRESS


class LogInForm(PlainFields, account.LoginForm):
    """User name or e-mail, and the password."""

    words: ClassVar = {"login": (_("User name or e-mail"), ""), "password": (_("Password"), "")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }

    def clean_login(self) -> str:
        """Return the one spelling of what was typed."""
        return folded(self.cleaned_data["login"])


class SignUpForm(PlainFields, account.SignupForm):
    """User name, optional e-mail, one password; the browser adds its time zone by script."""

    words: ClassVar = {
        "username": (_("User name"), _("Nobody else sees it.")),
        "email": (_("E-mail"), _("Optional. Only to choose a new password if you forget yours.")),
        "password1": (_("Password"), PASSWORD_HELP),
    }
    zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}

    def clean_zone(self) -> str:
        """Return a zone that exists; a guess of the browser is never a reason to stop."""
        zone = known_zone(self.cleaned_data["zone"])
        return zone.key if zone else "UTC"

    @transaction.atomic
    def save(self, request: HttpRequest) -> User:
        """Make the person with preferences, and bring the safety answers of a moment ago."""
        person = cast("User", super().save(request))
        zone = self.cleaned_data["zone"]
        country = country_of(zone) or country_of_languages(
            request.headers.get("Accept-Language", "")
        )
        Preferences.objects.create(owner=person, zone=zone, country=country)
        if Draft.read(request.session.get(SESSION_KEY)).done:
            answers = request.session.pop(SESSION_KEY)
            standing = keep_visitor_answers(
                person=person, answers=answers, at=timezone.now(), zone=ZoneInfo(zone)
            )
            advise(request, standing)
        return person

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Make the person, or answer with the form where another one took the name just now."""
        try:
            person, response = super().try_save(request)
        except IntegrityError:
            self.add_error("username", _("This name is taken. Choose another one."))
            return None, TemplateResponse(request, "account/signup.html", {"form": self})
        return person, response


class ChangePasswordForm(PlainFields, account.ChangePasswordForm):
    """The old password and the new one."""

    words: ClassVar = {"oldpassword": (_("Password now"), ""), "password1": NEW_PASSWORD}


class SetPasswordForm(PlainFields, account.SetPasswordForm):
    """The first password of a person who has none."""

    words: ClassVar = {"password1": NEW_PASSWORD}


class NewPasswordForm(PlainFields, account.ResetPasswordKeyForm):
    """A new password, reached by the link of a letter."""

    words: ClassVar = {"password1": NEW_PASSWORD}


class ResetPasswordForm(PlainFields, account.ResetPasswordForm):
    """Where to send the link."""

    words: ClassVar = {"email": (_("E-mail"), "")}


class ConfirmPasswordForm(PlainFields, account.ReauthenticateForm):
    """The password once more."""

    words: ClassVar = {"password": (_("Password"), "")}


class AddAddressForm(PlainFields, account.AddEmailForm):
    """One more address of the account."""

    words: ClassVar = {"email": (_("E-mail"), "")}

    def clean_email(self) -> str:
        """Return the address; refused where it belongs to somebody, confirmed or not."""
        address: str = super().clean_email()
        email_already_exists(address, user=self.user, always_raise=True)
        return address

    def save(self, request: HttpRequest) -> EmailAddress:
        """Keep the address; the first one is also the one that is used first."""
        address = cast("EmailAddress", super().save(request))
        address.set_as_primary(conditional=True)
        return address


class CodeForm(PlainFields, mfa.AuthenticateForm):
    """The second step of the log-in."""

    words: ClassVar = {"code": (_("Code"), CODE_HELP)}


class ConfirmCodeForm(PlainFields, mfa.ReauthenticateForm):
    """A code instead of the password, before something of the account changes."""

    words: ClassVar = {"code": (_("Code"), CODE_HELP)}


class ActivateCodesForm(PlainFields, ActivateTOTPForm):
    """The first code, which shows that the app has the key."""

    words: ClassVar = {"code": (_("Code"), _("The 6 figures that the app shows now."))}


class AddPasskeyForm(PlainFields, AddWebAuthnForm):
    """A passkey that logs in by itself, under a name of the person's own."""

    words: ClassVar = {"name": (_("Name of this passkey"), _("So that you know it again."))}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["name"] = browser(context.request.headers.get("User-Agent", ""))
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.fields["passwordless"].initial = True
        self.fields["name"].validators.append(MaxLengthValidator(100))


class RenamePasskeyForm(PlainFields, EditWebAuthnForm):
    """Another name for a passkey."""

    words: ClassVar = {"name": (_("Name of this passkey"), "")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].validators.append(MaxLengthValidator(100))
