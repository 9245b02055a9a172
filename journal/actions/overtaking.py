"""The write of an edited row that is refused to a tab which was overtaken."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import F

from journal.models import Entry, Happening


def save_unless_overtaken(
    *, person: User, row: Entry | Happening, columns: Iterable[str], version: int
) -> bool:
    """Write columns of an edited row, out of the bin if it was there, unless saved since.

    Returns:
        Whether it was written: nobody has saved it since ``version``.
    """
    rows = type(row).objects.kept_or_binned_by(person).known_as(row.key).still_at(version)
    changes = {name: getattr(row, name) for name in columns}
    return rows.update(**changes, version=F("version") + 1, deleted_at=None) == 1
