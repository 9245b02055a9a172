"""Setting up a fair test, following it, stopping it, and reading what it found."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from journal import testing
from journal.fair_test_form import FairTestForm, ruled_out
from journal.fair_test_page import going_words, page
from journal.models import FairTest
from routines.http import PersonRequest, moment
from routines.views.standing import latest_screening, standing_of, why_again


@require_safe
def fair_tests(request: PersonRequest) -> HttpResponse:
    """List a person's tests, and say what one is."""
    today = moment(request).today
    rows = FairTest.objects.kept_by(request.user).for_reading()
    tests = [(test, test.state_on(today)) for test in rows]
    going_on = any(state in {"waiting", "running"} for _test, state in tests)
    context = {"tests": tests, "going_on": going_on, "section": "chart"}
    return TemplateResponse(request, "journal/fair_tests.html", context)


@require_http_methods(["GET", "POST"])
def new_fair_test(request: PersonRequest) -> HttpResponse:
    """Choose question, length and threshold; the order is drawn when it is saved."""
    now, screening = moment(request), latest_screening(request.user)
    standing = standing_of(screening) if screening else None
    refusal = ruled_out(standing, why_again(screening, now.today))
    posted = request.POST if request.method == "POST" and not refusal else None
    form = FairTestForm(posted, person=request.user, now=now, initial={"key": uuid.uuid4()})
    if form.is_valid() and (test := form.save()):
        messages.success(request, _("The order is drawn. The test begins on Monday."))
        return redirect("journal:fair_test", key=test.key)

    going_on = FairTest.objects.kept_by(request.user).going_on(now.today)
    context = {
        "form": form,
        "refusal": refusal,
        "going_on": going_on,
        "how_far": going_words(going_on, now.today),
        "first": testing.next_monday(now.today),
        "section": "chart",
    }
    status = 422 if refusal and request.method == "POST" else form.status
    return TemplateResponse(request, "journal/fair_test_new.html", context, status=status)


@require_safe
def fair_test(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Show how far a test is, or what it found."""
    test = get_object_or_404(FairTest.objects.kept_by(request.user), key=key)
    context = page(test, moment(request).today) | {"section": "chart"}
    return TemplateResponse(request, "journal/fair_test.html", context)


@require_http_methods(["GET", "POST"])
def stop_fair_test(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Stop a test at any time; the plan goes on as it was."""
    test = get_object_or_404(FairTest.objects.kept_by(request.user), key=key)
    if request.method == "POST":
        testing.stop_fair_test(person=request.user, test=test, today=moment(request).today)
        messages.success(request, _("The test is stopped. Your plan goes on."))
    return redirect("journal:fair_test", key=key)
