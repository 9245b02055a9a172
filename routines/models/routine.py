"""Rows of programmes, their routines and the steps in order."""

from typing import Self, cast

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from points.models import Point, Technique
from routines.press import Press
from routines.querysets import RoutineQuerySet, StepQuerySet


class Programme(models.Model):
    """Some weeks of practice with a stated dose and what is known about it. Shared by all."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    summary = models.TextField()
    evidence = models.TextField()  # what was studied, and what was not
    unknown = models.TextField(default="")  # what nobody knows about it yet
    dose = models.TextField()  # how often and how long, in words
    weeks = models.PositiveSmallIntegerField(default=6)
    sources = ArrayField(models.CharField(max_length=200))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(weeks__range=(1, 52)), name="programme_lasts_1_to_52_weeks"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Routine(models.Model):
    """Ordered steps. Without an owner it belongs to its programme and is copied when started."""

    class Style(models.TextChoices):
        PLAIN = "", _("None")
        CHINESE = "chinese", _("Chinese")
        JAPANESE = "japanese", _("Japanese")
        KOREAN = "korean", _("Korean")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="routines",
        null=True,
        blank=True,
    )
    programme = models.ForeignKey(
        Programme, on_delete=models.SET_NULL, related_name="routines", null=True, blank=True
    )
    name = models.CharField(max_length=80)
    style = models.CharField(  # whose rhythm it follows; the points are the same in all
        max_length=8, choices=Style, blank=True, default=Style.PLAIN
    )
    version = models.PositiveIntegerField(default=1)  # goes up with every edit
    key = models.UUIDField(null=True, blank=True)  # of the request that made it
    edit_key = models.UUIDField(null=True, blank=True)  # of the last edit
    archived_on = models.DateField(null=True, blank=True)  # from this day of the person on

    objects = RoutineQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(owner__isnull=True),
                name="programme_has_one_routine",
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=False) | Q(programme__isnull=False),
                name="routine_belongs_to_someone",
            ),
            models.UniqueConstraint(fields=["owner", "key"], name="routine_once"),
            models.CheckConstraint(
                condition=Q(style__in=["", "chinese", "japanese", "korean"]),
                name="routine_style_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def presses(self) -> list[Press]:
        """Return what its steps ask for, in order; needs them read ``for_reading``."""
        return [step.press() for step in self.steps.all()]


class Step(models.Model):
    """One point, pressed on one or both sides, some seconds at a spot, some rounds."""

    class Side(models.TextChoices):
        BOTH = "both", _("Both sides")
        LEFT = "left", _("Left")
        RIGHT = "right", _("Right")
        MIDLINE = "midline", _("Middle")

    class Pressure(models.TextChoices):
        LIGHT = "light", _("Light")
        MEDIUM = "medium", _("Medium")
        FIRM = "firm", _("Firm")

    class Posture(models.TextChoices):
        SITTING = "sitting", _("Sitting")
        STANDING = "standing", _("Standing")
        LYING = "lying", _("Lying")

    class Tool(models.TextChoices):
        HAND = "hand", _("By hand")
        BALL = "ball", _("Ball on a wall")
        STICK = "stick", _("Blunt stick or hook")

    routine = models.ForeignKey(Routine, on_delete=models.CASCADE, related_name="steps")
    key = models.UUIDField(null=True, blank=True)  # of the request that added it
    position = models.PositiveSmallIntegerField()
    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="+")
    technique = models.ForeignKey(Technique, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=7, choices=Side, default=Side.BOTH)
    spots = models.PositiveSmallIntegerField(default=1)  # on each side
    rounds = models.PositiveSmallIntegerField(default=1)
    hold_seconds = models.PositiveSmallIntegerField(default=60)
    pressure = models.CharField(max_length=6, choices=Pressure, default=Pressure.MEDIUM)
    posture = models.CharField(max_length=8, choices=Posture, default=Posture.SITTING)
    tool = models.CharField(max_length=5, choices=Tool, default=Tool.HAND)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["routine", "position"],
                name="step_has_its_own_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=["routine", "key"], name="step_added_once"),
            models.CheckConstraint(
                condition=Q(hold_seconds__range=(5, 300)),
                name="step_hold_is_5_to_300_seconds",
                violation_error_message=_("Hold a point for 5 to 300 seconds."),
            ),
            models.CheckConstraint(
                condition=Q(rounds__range=(1, 10)),
                name="step_has_1_to_10_rounds",
                violation_error_message=_("Go round 1 to 10 times."),
            ),
            models.CheckConstraint(
                condition=Q(spots__range=(1, 17)), name="step_has_1_to_17_spots"
            ),
            models.CheckConstraint(
                condition=Q(side__in=["both", "left", "right", "midline"]),
                name="step_side_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.point_id} {self.side} {self.hold_seconds} s"

    @classmethod
    def of(cls, press: Press, technique: Technique) -> Self:
        """Return a step, in no routine yet, that asks for a press."""
        step = cls(point=cast("Point", press.point))
        step.set_press(press, technique)
        return step

    def set_press(self, press: Press, technique: Technique) -> None:
        """Ask for a press, whatever was asked for before; the point stays."""
        self.technique = technique
        self.side = self.Side.BOTH if len(press.sides) > 1 else press.sides[0]
        self.spots, self.rounds, self.hold_seconds = press.spots, press.rounds, press.seconds
        self.pressure, self.posture, self.tool = press.pressure, press.posture, press.tool

    def press(self) -> Press:
        """Return what the step asks for; needs its point and technique read."""
        return Press(
            point=self.point,
            technique=self.technique.slug,
            sides=("left", "right") if self.side == "both" else (self.side,),
            spots=self.spots,
            rounds=self.rounds,
            seconds=self.hold_seconds,
            pressure=self.pressure,
            posture=self.posture,
            tool=self.tool,
        )
