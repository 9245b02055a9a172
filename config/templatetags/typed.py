"""Tells whether all that was typed into a form stands in it again when it comes back."""

from django import forms, template

register = template.Library()


@register.filter
def holds_passwords(form: forms.BaseForm) -> bool:
    """Return True where a form has a password field, which is never filled in again."""
    widgets = (field.widget for field in form.fields.values())
    return any(isinstance(widget, forms.PasswordInput) for widget in widgets)
