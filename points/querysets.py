"""Which rows of the catalogue, in a reader's words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import models
from django.db.models import F, Q

if TYPE_CHECKING:
    from points.models import (  # noqa: F401 - named in the quoted types below
        Claim,
        Lesson,
        Point,
        Source,
        Study,
        Technique,
        Tradition,
    )


class PointQuerySet(models.QuerySet["Point"]):
    def current(self) -> Self:
        """Points that the text of the catalogue still holds."""
        return self.filter(retired=False)

    def coded(self, codes: Iterable[str]) -> Self:
        return self.filter(code__in=list(codes))

    def pressed(self) -> Self:
        """Points that a routine may use; the others are there for reference."""
        return self.filter(suggested_seconds__gt=0)

    def codes(self) -> list[str]:
        """Their codes, from head to hand."""
        return list(self.order_by("position").values_list("code", flat=True))

    def named_by_technique(self, technique: str) -> Self:
        """Points that a technique suits, and points where it is to be avoided."""
        return self.filter(
            Q(techniques_suitable__contains=[technique]) | Q(techniques_avoid__contains=[technique])
        )

    def with_code(self, code: str) -> Self:
        return self.filter(code=code)

    def telling_of(self, words: Iterable[str]) -> Self:
        """Points whose text holds every word or its beginning, best first; none for no word.

        Args:
            words: Plain letters and digits; anything else is an error of the query.
        """
        text = " & ".join(f"{word}:*" for word in words)
        if not text:
            return self.none()
        asked = SearchQuery(text, search_type="raw", config="english")
        return self.filter(told=asked).order_by(SearchRank(F("told"), asked).desc(), "position")

    def for_reading(self) -> Self:
        """From head to hand, each with the article's claim; reaching for more raises."""
        read = self.select_related("claim").order_by("position").defer("told")
        return read.fetch_mode(models.FETCH_RAISE)


class SourceQuerySet(models.QuerySet["Source"]):
    def cited(self, slugs: Iterable[str]) -> Self:
        return self.filter(slug__in=set(slugs))

    def for_reading(self) -> Self:
        return self.order_by("position").fetch_mode(models.FETCH_RAISE)


class TechniqueQuerySet(models.QuerySet["Technique"]):
    def chosen(self, slugs: Iterable[str]) -> Self:
        return self.filter(slug__in=list(slugs))

    def for_reading(self) -> Self:
        return self.order_by("position").fetch_mode(models.FETCH_RAISE)


class TraditionQuerySet(models.QuerySet["Tradition"]):
    def for_reading(self) -> Self:
        return self.order_by("position").fetch_mode(models.FETCH_RAISE)


class ClaimQuerySet(models.QuerySet["Claim"]):
    def for_reading(self) -> Self:
        """In the order of the audit, each with its point; reaching for more raises."""
        return self.select_related("point").order_by("position").fetch_mode(models.FETCH_RAISE)


class LessonQuerySet(models.QuerySet["Lesson"]):
    def parts(self, *parts: str) -> Self:
        return self.filter(part__in=parts)

    def for_reading(self) -> Self:
        """In reading order, each with the article's claim; reaching for more raises."""
        return self.select_related("claim").order_by("position").fetch_mode(models.FETCH_RAISE)


class StudyQuerySet(models.QuerySet["Study"]):
    def known_as(self, slugs: Iterable[str]) -> Self:
        return self.filter(slug__in=list(slugs))

    def for_reading(self) -> Self:
        return self.order_by("position").fetch_mode(models.FETCH_RAISE)
