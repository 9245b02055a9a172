"""The catalogue in the admin: curators change what it says, with a picture and the same checks.

Rows are neither added nor taken away here: a new point needs a place on a figure, a new source a
reader. That is done in the text. What is changed here is written back by export_catalogue.
"""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse

from points import edits, plates
from points.anatomy import views
from points.curating import CuratorForm, Lines
from points.models import Claim, Lesson, Point, Source, Study, Technique, Tradition


class Curated(admin.ModelAdmin[Any]):
    """Changes rows and remembers which; `kind` is that of the text."""

    kind: str
    natural_key = "slug"
    ordering = ("position",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (self.natural_key,)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm[Any]]:
        form: type[CuratorForm] = type("Form", (CuratorForm,), {"kind": self.kind})
        return super().get_form(request, obj, change, **{**kwargs, "form": form})

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if isinstance(db_field, ArrayField):
            return Lines(required=not db_field.blank, help_text=db_field.help_text)
        if isinstance(db_field, models.JSONField):
            kwargs["show_hidden_initial"] = False  # what was there is in the row
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: models.Model, form: ModelForm[Any], change: bool
    ) -> None:
        """Save a changed row, and let every visitor's copy be fetched anew."""
        if form.changed_data:
            super().save_model(request, obj, form, change)
            edits.note(self.kind, obj)


@admin.register(Point)
class PointAdmin(Curated):
    kind = "point"
    natural_key = "code"
    list_display = ("code", "name_pinyin", "name_hanzi", "place", "laterality", "retired")
    list_filter = ("body_region", "standard", "in_article", "retired")
    search_fields = ("code", "name_pinyin", "name_hanzi", "name_hanzi_traditional", "name_english")

    class Media:
        css: ClassVar = {"all": ["css/curator.css"]}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("code", "retired")  # a point retires when it leaves the text

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return super().render_change_form(
            request, context | {"plates": plates_of(context["original"])}, *args, **kwargs
        )


def plates_of(point: Point) -> list[plates.Plate]:
    """Return the point on every figure that shows it; nothing if its place cannot be drawn."""
    try:
        return [plates.plate_for(point, side=point.sides[-1], view=view) for view in views(point)]
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return []


@admin.register(Claim)
class ClaimAdmin(Curated):
    kind = "claim"
    list_display = ("title", "topic", "finding", "point")
    list_filter = ("topic", "finding")
    list_select_related = ("point",)


@admin.register(Lesson)
class LessonAdmin(Curated):
    kind = "lesson"
    list_display = ("title", "part", "support", "claim")
    list_filter = ("part", "support")
    list_select_related = ("claim",)


@admin.register(Study)
class StudyAdmin(Curated):
    kind = "study"
    list_display = ("title", "kind", "people", "pressed_by", "sham", "points_confirmed")
    list_filter = ("kind", "pressed_by", "sham")


@admin.register(Technique)
class TechniqueAdmin(Curated):
    kind = "technique"
    list_display = ("name", "finding")


@admin.register(Tradition)
class TraditionAdmin(Curated):
    kind = "tradition"
    list_display = ("name", "finding")


@admin.register(Source)
class SourceAdmin(Curated):
    kind = "source"
    list_display = ("slug", "short", "kind")
    list_filter = ("kind",)
    search_fields = ("slug", "citation")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("slug", "position")  # sources stand in the order of their file
