"""Tells what a form that came back wants changed, and whether all that was typed stands in it."""

from django import forms, template
from django.core.exceptions import NON_FIELD_ERRORS

register = template.Library()


@register.filter
def holds_passwords(form: forms.BaseForm) -> bool:
    """Return True where a form has a password field, which is never filled in again."""
    widgets = (field.widget for field in form.fields.values())
    return any(isinstance(widget, forms.PasswordInput) for widget in widgets)


@register.filter
def fields_to_change(form: forms.BaseForm) -> int:
    """Return how many fields say what is wrong with them; what is wrong with none is not below."""
    return sum(name != NON_FIELD_ERRORS for name in form.errors)
