"""Knows what is accepted for the steps of a routine, and what is said otherwise."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _

from points.models import Point, Technique
from points.words import Pressing
from routines.actions import MOST_STEPS
from routines.models import Routine, Step
from routines.press import PRESSURES, TOOL_NAMES
from routines.sharing import POINT

ROW = re.compile(r"[0-9]{1,18}|new[0-9]{1,3}")  # a step's key, or one that is not kept yet
SHORTEST, LONGEST = 5, 300  # seconds, as the database keeps them
POSTURES = {
    "sitting": _("Sitting"),
    "standing": _("Standing"),
    "lying": _("Lying"),
}


class StepForm(forms.Form):
    """One step: its point stays, all else may be chosen within what the point bears."""

    technique = forms.ChoiceField(label=_("Technique"))
    side = forms.ChoiceField(label=_("Sides"))
    hold_seconds = forms.IntegerField(label=_("Seconds"))
    rounds = forms.IntegerField(label=_("Rounds"))
    spots = forms.IntegerField(label=_("Places on each side"), required=False)
    pressure = forms.ChoiceField(label=_("Pressure"))
    posture = forms.ChoiceField(label=_("Posture"))
    tool = forms.ChoiceField(label=_("With"))

    def __init__(self, *args: Any, point: Point, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.point = point
        self.bounds: dict[str, tuple[int, int, str]] = {}
        for name, choices in choices_at(point).items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices
            field.error_messages["invalid_choice"] = _("Choose one of the list for %(code)s.") % {
                "code": point.code
            }
        longest = min(point.seconds_max or LONGEST, LONGEST)
        self.limits(
            "hold_seconds", SHORTEST, longest, _("%(code)s: hold it %(a)d to %(b)d seconds.")
        )
        most = max(1, point.sites_count // len(point.sides))
        self.limits("spots", 1, most, _("%(code)s has %(a)d to %(b)d places on each side."))
        self.limits("rounds", 1, 10, _("%(code)s: go round %(a)d to %(b)d times."))

    @property
    def chosen_fields(self) -> list[forms.BoundField]:
        """Return the fields that a row shows when it is opened: those with something to choose."""
        return [
            self[name]
            for name in ("technique", "side", "pressure", "posture", "tool", "rounds", "spots")
            if name != "spots" or self.bounds["spots"][1] > 1
        ]

    @property
    def wrong(self) -> list[str]:
        """Return the names of the fields that cannot be kept, in the order of the page."""
        shown = [*(field.name for field in self.chosen_fields), "hold_seconds"]
        return [name for name in shown if name in self.errors]

    def focus(self) -> None:
        """Let the page begin at the first field that cannot be kept."""
        if self.wrong:
            self.fields[self.wrong[0]].widget.attrs["autofocus"] = True

    @property
    def seconds_error_id(self) -> str:
        """Return the id of the sentence about its seconds; empty where there is none."""
        wrong = "hold_seconds" in self.errors
        return f"{self['hold_seconds'].auto_id}_error" if wrong else ""

    @property
    def is_seconds_first(self) -> bool:
        """Whether the page begins at its seconds."""
        return "autofocus" in self.fields["hold_seconds"].widget.attrs

    @property
    def longest(self) -> int:
        return self.bounds["hold_seconds"][1]

    @property
    def seconds_label(self) -> str:
        return _gettext("Seconds at %(code)s") % {"code": self.point.code}

    @property
    def technique_word(self) -> str:
        """What its technique is called."""
        shown = str(self["technique"].value())
        return str(Pressing(shown).label) if shown in Pressing.values else ""

    def limits(self, name: str, least: int, most: int, words: Any) -> None:
        """Let a number be from ``least`` to ``most``, and say so in one sentence."""
        field = self.fields[name]
        if isinstance(field, forms.IntegerField):
            field.min_value, field.max_value = least, most
            field.validators = []
        said = words % {"code": self.point.code, "a": least, "b": most}
        field.error_messages |= {"invalid": said, "required": said}
        self.bounds[name] = (least, most, said)

    def clean(self) -> dict[str, Any]:
        """Refuse numbers that no hand could keep to."""
        for name, (least, most, said) in self.bounds.items():
            number = self.cleaned_data.get(name)
            if number is not None and not least <= number <= most:
                self.add_error(name, said)
        self.cleaned_data["spots"] = self.cleaned_data.get("spots") or 1  # most points have one
        return self.cleaned_data

    @classmethod
    def of(cls, step: Step, row: str) -> "StepForm":
        """Return the form that shows a step."""
        names = ("side", "hold_seconds", "rounds", "spots", "pressure", "posture", "tool")
        told = {name: getattr(step, name) for name in names} | {"technique": step.technique.slug}
        return cls(point=step.point, prefix=row, initial=told)

    def step(self, techniques: Mapping[str, Technique]) -> Step:
        """Return the step that was asked for, in no routine yet."""
        told = dict(self.cleaned_data)
        step = Step(point=self.point, technique=techniques[told.pop("technique")], **told)
        row = str(self.prefix)
        step.pk = int(row) if row.isdecimal() else None
        return step


def choices_at(point: Point) -> dict[str, list[tuple[str, Any]]]:
    """Return what may be chosen at a point: what suits it, and no more than it bears."""
    both = [("both", _("Both sides")), ("left", _("Left")), ("right", _("Right"))]
    tools = [name for name, held in TOOL_NAMES.items() if set(held) & set(point.tools)]
    most = PRESSURES.index(point.pressure_max)
    return {
        "technique": [(slug, Pressing(slug).label) for slug in point.techniques_suitable],
        "side": both if len(point.sides) > 1 else [("midline", _("Middle"))],
        "pressure": [(name, Step.Pressure(name).label) for name in PRESSURES[: most + 1]],
        "posture": [(name, label) for name, label in Step.Posture.choices],
        "tool": [(name, Step.Tool(name).label) for name in ("hand", *tools)],
    }


class RoutineForm(forms.Form):
    """A whole routine as a page sends it: name, steps in their order, and what to do with them.

    ``version`` is the one that the page showed; ``key`` makes a second tap harmless.
    """

    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        error_messages={"required": _("Give the routine a name.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    do = forms.CharField(required=False, max_length=60)

    def __init__(self, data: QueryDict, *, points: Mapping[str, Point]) -> None:
        super().__init__(data)
        self.steps = [
            StepForm(data, prefix=row, point=points[code])
            for row, code in rows_of(data)
            if code in points
        ]
        self.sent = len(data.getlist("row"))

    def is_valid(self) -> bool:
        """Whether everything can be kept: the routine and each of its steps."""
        steps = [step.is_valid() for step in self.steps]
        return super().is_valid() and all(steps)

    def clean(self) -> dict[str, Any]:
        """Refuse more steps than a routine holds, and steps of points that are not here."""
        if self.sent > MOST_STEPS:
            said = _("A routine holds %(most)d steps, far more than half an hour. Begin another.")
            raise forms.ValidationError(said, params={"most": MOST_STEPS})
        if self.sent != len(self.steps):
            raise forms.ValidationError(_("One of the points is not here any more."))
        return self.cleaned_data

    def clean_key(self) -> UUID:
        """Make a key where none was sent."""
        key: Any = self.cleaned_data.get("key")
        return key if isinstance(key, UUID) else uuid4()

    def focus(self) -> None:
        """Let the page begin at the first field that cannot be kept."""
        if "name" in self.errors:
            self.fields["name"].widget.attrs["autofocus"] = True
        elif wrong := next((step for step in self.steps if step.wrong), None):
            wrong.focus()

    @property
    def said(self) -> list[str]:
        """Every sentence about what cannot be kept."""
        own = [str(error) for errors in self.errors.values() for error in errors]
        return own + [
            str(e) for step in self.steps for errors in step.errors.values() for e in errors
        ]


def rows_of(data: QueryDict) -> list[tuple[str, str]]:
    """Return the rows of a page in their order, each once, with the code of its point."""
    rows = dict.fromkeys(row for row in data.getlist("row") if ROW.fullmatch(row))
    return [(row, data.get(f"{row}-code", "")) for row in list(rows)[: MOST_STEPS + 1]]


def points_of(data: QueryDict) -> dict[str, Point]:
    """Return the points that a page names, those among them that are gone from the text too."""
    codes = {code for _row, code in rows_of(data) if POINT.fullmatch(code)}
    return {point.code: point for point in Point.objects.coded(codes).for_reading()}


def forms_of(routine: Routine) -> list[StepForm]:
    """Return the forms that show the steps of a routine."""
    return [StepForm.of(step, str(step.pk)) for step in routine.steps.all()]


def steps_of(filled: Iterable[StepForm], techniques: Mapping[str, Technique]) -> list[Step]:
    """Return the steps that valid forms ask for, in order."""
    return [form.step(techniques) for form in filled]
