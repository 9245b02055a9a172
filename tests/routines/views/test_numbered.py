"""A row is found by its number, and by nothing else."""

import pytest
from django.http import Http404

from routines.models import Routine
from routines.views.numbered import MOST_DIGITS, numbered
from tests import make


def test_row_is_found_by_its_number_among_the_rows_given(owner, stranger):
    mine, other = make.routine(owner=owner), make.routine(owner=stranger)
    rows = Routine.objects.kept_by(owner)

    assert numbered(rows, mine.pk) == numbered(rows, str(mine.pk)) == mine
    with pytest.raises(Http404):
        numbered(rows, other.pk)


@pytest.mark.parametrize("number", ["", "-1", "1.0", "one", "٣", None, "9" * MOST_DIGITS, "9" * 99])
def test_what_is_no_number_of_a_row_is_not_found(db, number):
    with pytest.raises(Http404):
        numbered(Routine.objects.all(), number)
