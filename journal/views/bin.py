"""Puts a row in the bin and offers to undo it, and brings one back."""

import uuid
from typing import cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from journal import actions
from journal.actions.bin import Kept
from journal.models import Answers, Entry, Happening
from journal.querysets.bin import BinQuerySet
from routines.http import PersonRequest, moment

type Rows = BinQuerySet[Entry] | BinQuerySet[Happening] | BinQuerySet[Answers]


def binned(
    request: PersonRequest, rows: Rows, key: uuid.UUID, *, said: str, undo: str, after: str
) -> HttpResponse:
    """Take a row of the person out of every view, and offer the way back by its name."""
    row = cast("Kept", get_object_or_404(rows, key=key))
    actions.put_in_bin(person=request.user, row=row, at=moment(request).at)
    messages.success(request, said, extra_tags=reverse(undo, args=[key]))
    return redirect(after)


def back_again(
    request: PersonRequest,
    rows: Rows,
    key: uuid.UUID,
    *,
    said: str,
    after: str,
    otherwise: str = "",
) -> HttpResponse:
    """Bring a row of the person back; ``otherwise`` is said where a newer one is in its place."""
    row = cast("Kept", get_object_or_404(rows, key=key))
    is_back = actions.bring_back(person=request.user, row=row)
    messages.success(request, said if is_back else otherwise)
    return redirect(after)
