"""Writes the sign of a number as print does."""

from django import template

register = template.Library()


@register.filter
def minus(number: str) -> str:
    """Return a number that is written out, with a minus where a hyphen stood."""
    return number.replace("-", "−")
