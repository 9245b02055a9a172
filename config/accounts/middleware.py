"""Makes allauth's pages answer as our own do: their section, and 422 or 429 for errors."""

from http import HTTPStatus

from django.forms import BaseForm
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.deprecation import MiddlewareMixin

TOO_OFTEN = {"too_many_login_attempts", "rate_limited"}


class AccountPagesMiddleware(MiddlewareMixin):
    """Adds what allauth's views do not know of; all other pages pass untouched."""

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """Name the section, and say in the status that a form came back."""
        match = request.resolver_match
        if match is None or not match.route.startswith("account/"):
            return response
        context = response.context_data or {}
        context["section"] = "you" if request.user.is_authenticated else "account"
        response.context_data = context
        form = context.get("form")
        if request.method == "POST" and isinstance(form, BaseForm) and form.errors:
            response.status_code = status_of(form)
        return response


def status_of(form: BaseForm) -> HTTPStatus:
    """Return 429 for a form that was sent too often, 422 for one with something to change."""
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    return HTTPStatus.TOO_MANY_REQUESTS if codes & TOO_OFTEN else HTTPStatus.UNPROCESSABLE_ENTITY
