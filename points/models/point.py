"""A point: where it is, how to find and reach it, what to mind, and what is said of it."""

from typing import ClassVar

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from points import querysets, reaching, words
from points.models import fields


class Point(models.Model):
    """One point of the catalogue, known everywhere by its code."""

    code = models.CharField(max_length=20, unique=True)
    standard = models.CharField(max_length=10, choices=words.Standard)
    name_pinyin = models.CharField(max_length=60)
    name_hanzi = models.CharField(max_length=20)
    name_hanzi_traditional = models.CharField(max_length=20)
    name_english = models.CharField(max_length=80)
    aliases = fields.words()
    legacy_code = models.CharField(max_length=20, blank=True)
    meridian_code = models.CharField(max_length=4)
    meridian_name = models.CharField(max_length=40)

    body_region = models.CharField(max_length=20, choices=words.Region)
    body_view = models.CharField(max_length=10, choices=words.View)
    laterality = models.CharField(max_length=10, choices=words.Laterality)
    sites_count = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=80)
    location_text = models.TextField()
    location = models.JSONField()
    how_to_find = models.TextField()
    find_steps = fields.sentences()
    find_landmarks = models.JSONField(default=list, help_text=_("What each step lights."))
    alternative_text = models.TextField()
    finger_widths = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)

    reach = models.JSONField()
    tools = fields.words()
    techniques_suitable = fields.words()
    techniques_avoid = fields.words()
    pressure_max = models.CharField(max_length=10, choices=words.Pressure)
    suggested_seconds = models.PositiveSmallIntegerField()
    seconds_min = models.PositiveSmallIntegerField()
    seconds_max = models.PositiveSmallIntegerField()
    routine_tags = fields.words()

    cautions = fields.sentences()  # empty: none known
    exclude_if = fields.words()
    caution_if = fields.words()
    structure_under_point = models.TextField()

    traditional_use = models.TextField()
    in_article = models.BooleanField(default=False)
    article_note = models.TextField(blank=True)
    trial_ids = fields.words()
    source_slugs = fields.words()
    confidence = models.CharField(max_length=10, choices=words.Confidence)

    position = models.PositiveSmallIntegerField(help_text=_("From head to hand."))
    retired = models.BooleanField(
        default=False, help_text=_("Gone from the text, kept because rows refer to it.")
    )

    told = models.GeneratedField(  # what the search reads of the text, kept true by the database
        expression=SearchVector("name_english", "place", config="english", weight="A")
        + SearchVector("traditional_use", "how_to_find", config="english", weight="B")
        + SearchVector("location_text", "structure_under_point", config="english", weight="C"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = querysets.PointQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            fields.has_source("point"),
            models.CheckConstraint(
                condition=Q(laterality="bilateral") | Q(laterality="midline", sites_count=1),
                name="point_on_both_sides_or_once_on_the_midline",
                violation_error_message=_("A point lies on both sides, or once on the midline."),
            ),
            models.CheckConstraint(
                condition=Q(sites_count__gte=1),
                name="point_has_at_least_one_site",
                violation_error_message=_("A point has at least one site."),
            ),
            models.CheckConstraint(
                condition=Q(seconds_max=0)
                | Q(
                    seconds_min__gte=5,
                    seconds_max__lte=300,
                    suggested_seconds__range=(F("seconds_min"), F("seconds_max")),
                ),
                name="point_seconds_make_a_range",
                violation_error_message=_("Seconds must run from 5 to 300, with the usual inside."),
            ),
            models.CheckConstraint(
                condition=Q(find_steps__len__gte=2) & ~Q(location_text="") & ~Q(how_to_find=""),
                name="point_can_be_found",
                violation_error_message=_("Say where the point is and how to find it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name_pinyin}"

    def get_absolute_url(self) -> str:
        return reverse("points:point", args=[self.code])

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides a person presses, in order."""
        bilateral = self.laterality == words.Laterality.BILATERAL
        return ("left", "right") if bilateral else ("midline",)

    @property
    def reachable_by_hand(self) -> bool:
        return bool(self.reach["alone_by_hand"] != "no")

    @property
    def technique_names(self) -> list[str]:
        return [str(words.Pressing(slug).label) for slug in self.techniques_suitable]

    @property
    def first_way(self) -> reaching.Way:
        """The way of reaching it that stands for it in a list."""
        return reaching.first_way(self)

    @property
    def ways(self) -> tuple[reaching.Way, ...]:
        return reaching.ways(self)
