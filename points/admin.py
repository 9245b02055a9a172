"""The catalogue in the admin, to be read: its text files are where it is changed."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from points.models import Claim, Point, Source, Study, Technique, Tradition


class ReadOnly(admin.ModelAdmin[Any]):
    """Shows rows and changes none; the next load would undo a change."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Point)
class PointAdmin(ReadOnly):
    list_display = ("code", "name_pinyin", "name_hanzi", "place", "laterality", "retired")
    list_filter = ("body_region", "standard", "in_article", "retired")
    search_fields = ("code", "name_pinyin", "name_hanzi", "name_hanzi_traditional", "name_english")
    ordering = ("position",)


@admin.register(Claim)
class ClaimAdmin(ReadOnly):
    list_display = ("title", "topic", "finding", "point")
    list_filter = ("topic", "finding")
    list_select_related = ("point",)
    ordering = ("position",)


@admin.register(Study)
class StudyAdmin(ReadOnly):
    list_display = ("title", "kind", "people", "pressed_by", "sham", "points_confirmed")
    list_filter = ("kind", "pressed_by", "sham")
    ordering = ("position",)


@admin.register(Technique, Tradition)
class StyleAdmin(ReadOnly):
    list_display = ("name", "finding")
    ordering = ("position",)


@admin.register(Source)
class SourceAdmin(ReadOnly):
    list_display = ("slug", "short", "kind")
    list_filter = ("kind",)
    search_fields = ("slug", "citation")
    ordering = ("position",)
