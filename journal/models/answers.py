"""Rows of the questions asked in a rhythm: the week in three numbers, 24 statements, the change."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from journal.querysets import AnswersQuerySet
from routines.models import Stamped


class Answers(Stamped):
    """One set of answers, a draft until it is finished. A set with a gap is kept without a score.

    ``answers`` has the shape that ``journal.measures`` reads: item name to number.
    """

    class Kind(models.TextChoices):
        WEEK = "week", _("Your week in three numbers")
        ROLAND = "roland", _("24 statements about today")
        CHANGE = "change", _("Better or worse since you began")

    key = models.UUIDField(default=uuid.uuid4)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="answers"
    )
    kind = models.CharField(max_length=6, choices=Kind)
    answers = models.JSONField(default=dict)
    score = models.FloatField(null=True, blank=True)  # none: a draft, or not all was answered
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = AnswersQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "answers"
        ordering = ["-occurred_at", "-pk"]
        indexes = [
            models.Index(
                fields=["owner", "-occurred_at"],
                condition=Q(deleted_at__isnull=True),
                name="answers_newest_first",
            ),
            models.Index(
                fields=["deleted_at"],
                condition=Q(deleted_at__isnull=False),
                name="answers_in_the_bin",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="answers_once"),
            models.UniqueConstraint(
                fields=["owner", "kind"],
                condition=Q(finished_at__isnull=True, deleted_at__isnull=True),
                name="one_draft_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True)
                | Q(kind="week", score__range=(0, 10))
                | Q(kind="roland", score__range=(0, 24))
                | Q(kind="change", score__range=(1, 7)),
                name="answers_score_is_in_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.local_date}"
