"""Techniques, traditions, claims, studies and sources: what is said and what is known."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from points import querysets, words
from points.models import fields


class Source(models.Model):
    """A citation; other rows name it by its slug."""

    slug = models.SlugField(unique=True)
    citation = models.TextField()
    short = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=words.SourceKind)
    url = models.URLField(blank=True)
    position = models.PositiveSmallIntegerField()

    objects = querysets.SourceQuerySet.as_manager()

    def __str__(self) -> str:
        return self.short


class Technique(models.Model):
    """A way of pressing: what the article says, what we think, and how it is done here."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    verb = models.CharField(max_length=80)
    article_says = models.TextField()
    assessment = models.TextField()
    finding = models.CharField(max_length=20, choices=words.Finding)
    how_to = fields.sentences()
    seconds_min = models.PositiveSmallIntegerField()
    seconds_max = models.PositiveSmallIntegerField()
    pressure = models.CharField(max_length=120)
    never = models.TextField()
    notes = models.TextField(blank=True)
    source_slugs = fields.words()
    position = models.PositiveSmallIntegerField()

    objects = querysets.TechniqueQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            fields.has_source("technique"),
            models.CheckConstraint(
                condition=Q(seconds_min__gte=5, seconds_min__lte=F("seconds_max")),
                name="technique_seconds_make_a_range",
                violation_error_message=_("The seconds must run from at least 5 up."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Tradition(models.Model):
    """A style of a routine, inspired by a tradition; never another map of points."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    inspired_by = models.CharField(max_length=80)
    article_says = models.TextField()
    check_text = models.TextField()
    verdict = models.TextField()
    finding = models.CharField(max_length=20, choices=words.Finding)
    rhythm = models.TextField()
    technique_slugs = fields.words()
    posture = models.TextField()
    source_slugs = fields.words()
    position = models.PositiveSmallIntegerField()

    objects = querysets.TraditionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [fields.has_source("tradition")]

    def __str__(self) -> str:
        return self.name


class Claim(models.Model):
    """Something the article says, beside what the standard or the evidence says."""

    slug = models.SlugField(unique=True)
    topic = models.CharField(max_length=20, choices=words.Topic)
    title = models.CharField(max_length=120)
    article_says = models.TextField()
    standard_says = models.TextField()
    verdict = models.TextField()
    finding = models.CharField(max_length=20, choices=words.Finding)
    point = models.OneToOneField(
        "points.Point", null=True, blank=True, on_delete=models.PROTECT, related_name="claim"
    )
    source_slugs = fields.words()
    position = models.PositiveSmallIntegerField()

    objects = querysets.ClaimQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [fields.has_source("claim")]

    def __str__(self) -> str:
        return self.title


class Study(models.Model):
    """A trial, review or guideline, with how far to trust it."""

    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=20, choices=words.StudyKind)
    title = models.CharField(max_length=120)
    who = models.TextField(blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    points_pressed = models.TextField(blank=True)
    points_confirmed = models.BooleanField(
        default=False, help_text=_("The list of points was checked against the paper.")
    )
    bearing = models.CharField(max_length=20, choices=words.Bearing, blank=True)
    pressed_by = models.CharField(max_length=20, choices=words.PressedBy)
    sham = models.BooleanField(default=False)
    about_back_pain = models.BooleanField(default=False)
    dose = models.TextField(blank=True)
    compared_with = models.TextField(blank=True)
    result = models.TextField()
    harms = models.TextField(blank=True)
    trust = models.TextField()
    source_slugs = fields.words()
    position = models.PositiveSmallIntegerField()

    objects = querysets.StudyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = _("studies")
        constraints: ClassVar = [fields.has_source("study")]

    def __str__(self) -> str:
        return self.title


class Lesson(models.Model):
    """A short text to learn from: an idea, a benefit beside its evidence, an answer, a caution.

    What the article says stands in the claim, where the audit has one; else in `said`.
    """

    slug = models.SlugField(unique=True)
    part = models.CharField(max_length=20, choices=words.Part)
    title = models.CharField(max_length=120)
    said = models.TextField(blank=True)
    known = models.TextField()
    support = models.CharField(max_length=20, choices=words.Support, blank=True)
    claim = models.ForeignKey(
        Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="lessons"
    )
    source_slugs = fields.words()
    position = models.PositiveSmallIntegerField()

    objects = querysets.LessonQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [fields.has_source("lesson")]

    def __str__(self) -> str:
        return self.title

    @property
    def what_is_said(self) -> str:
        return self.claim.article_says if self.claim else self.said


class CatalogueVersion(models.Model):
    """The one row that says which text of the catalogue the database holds.

    `text_hash` is that of the text loaded last, `edited` names the rows that curators changed
    since, as "kind key"; `content_hash` changes with both, and the copies of visitors with it.
    """

    content_hash = models.CharField(max_length=64)
    text_hash = models.CharField(max_length=64, blank=True)
    edited = fields.sentences()
    row_count = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(pk=1), name="catalogue_version_is_one_row")
        ]

    def __str__(self) -> str:
        return self.content_hash[:12]
