"""Finds a row by the number that an address or a form names."""

from django.db.models import Model, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

MOST_DIGITS = 18  # a longer number is more than a column holds


def numbered[M: Model](rows: QuerySet[M], number: object) -> M:
    """Return the row of that number.

    Raises:
        Http404: there is none, or it is no number.
    """
    text = str(number)
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise Http404
    return get_object_or_404(rows, pk=text)
