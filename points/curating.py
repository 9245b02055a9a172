"""How curators type a row: lists one item a line, and the same checks as the loader's."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from points import quality, references, schema, telling
from points.kinds import KINDS
from points.reading import Entry

FIELDS = {  # keys of the text that are other columns of the row
    "source": "source_slugs",
    "seconds_range": "seconds_min",
    "check": "check_text",
    "techniques": "technique_slugs",
    "points": "points_pressed",
    "find_steps": "find_steps",
}
QUOTED_KEY = re.compile(r'"([a-z_]+)[a-z_.]*" (.*)', re.DOTALL)
PREVIEW = "_preview"  # the button that shows the figure and saves nothing


class Lines(forms.Field):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        lines = value.splitlines() if isinstance(value, str) else value or []
        return [line.strip() for line in lines if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


class CuratorForm(forms.ModelForm[Any]):
    """A row of the catalogue, refused for the reasons for which its text would be refused."""

    kind: ClassVar[str]

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # Django has it, its types do not
        if self.errors.keys() <= {NON_FIELD_ERRORS} and self.has_changed():
            for field, reason in self._objections():
                self.add_error(field, reason)
        if PREVIEW in self.data:
            self.add_error(None, _("This is a preview. Nothing is saved yet."))

    def _objections(self) -> Iterator[tuple[str | None, str]]:
        """Yield what the checks say of this row, each with the field that it is about."""
        entry = telling.entry_of(self.kind, self.instance)
        for problem in dict.fromkeys(_problems(self.kind, entry)):
            said = QUOTED_KEY.search(problem)
            field = FIELDS.get(said[1], said[1]) if said else ""
            yield (field, said[2]) if said and field in self.fields else (None, problem)


def _problems(kind: str, entry: Entry) -> Iterator[str]:
    """Yield what is wrong with a row: its form, then its place in the whole, then its quality."""
    if wrong := list(schema.problems(entry, KINDS[kind].fields)):
        yield from wrong
        return
    whole = telling.text_of_database()
    whole[kind] = [one for one in whole[kind] if one.key != entry.key] + [entry]
    yield from (one for one in references.problems(whole) if f" {entry.key}:" in one)
    yield from quality.of_entry(kind, entry, whole)
    yield from quality.same_position(whole[kind])
