"""The kinds of column that the tables of the catalogue share."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def words() -> "ArrayField[list[str], list[str]]":
    """Return a column that holds a list of short words."""
    return ArrayField(models.CharField(max_length=60), default=list, blank=True)


def sentences() -> "ArrayField[list[str], list[str]]":
    """Return a column that holds a list of sentences."""
    return ArrayField(models.TextField(), default=list, blank=True)


def has_source(table: str) -> models.CheckConstraint:
    """Return the rule that a row names at least one source."""
    return models.CheckConstraint(
        condition=Q(source_slugs__len__gte=1),
        name=f"{table}_has_a_source",
        violation_error_message=_("Name at least one source."),
    )
