"""Knows the safety answers that are being given but are not finished, as the session keeps them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from points.questions import version
from routines.screening import Standing, known_answers, weigh

SESSION_KEY = "screening"


@dataclass(frozen=True, slots=True)
class Draft:
    """Answers so far.

    Attributes:
        answers: Question key to ``yes`` or ``unsure``.
        screens: How many screens were answered, from the first on without a gap.
        follows: The key of the finished answers that were the newest when this began.
        checked: After a stop: ``checked`` by a clinician, or ``mistake``; empty otherwise.
        agreed: Whether a clinician has agreed to practice.
        done: Whether all screens were answered.
        key: Makes a repeated last screen harmless.
        version: Of the questions and rules that were answered.
        asked_on: When they were answered in full, if that was before now.
    """

    answers: dict[str, str] = field(default_factory=dict)
    screens: int = 0
    follows: str = ""
    checked: str = ""
    agreed: bool = False
    done: bool = False
    key: str = ""
    version: str = field(default_factory=version)
    asked_on: dt.date | None = None

    @classmethod
    def read(cls, stored: object) -> Self:
        """Return the draft that a session holds, or an empty one."""
        if not isinstance(stored, Mapping):
            return cls()
        answers = stored.get("answers")
        return cls(
            answers=known_answers(answers) if isinstance(answers, Mapping) else {},
            screens=int(stored.get("screens", 0)),
            follows=str(stored.get("follows", "")),
            checked=str(stored.get("checked", "")),
            agreed=stored.get("agreed") is True,
            done=stored.get("done") is True,
            key=str(stored.get("key", "")),
            version=str(stored.get("version", "")),
            asked_on=_date(stored.get("asked_on")),
        )

    def standing(self) -> Standing:
        """Return what the answers mean."""
        return weigh(self.answers, agreed=self.agreed)

    def beside(self, own: Self) -> Self:
        """Return these answers and a person's own together: agreed only where both were."""
        answers = own.answers | self.answers
        return replace(self, answers=answers, agreed=self.agreed and own.agreed)

    def stored(self) -> dict[str, Any]:
        """Return what the session keeps."""
        return asdict(self) | {"asked_on": self.asked_on and self.asked_on.isoformat()}


def _date(stored: object) -> dt.date | None:
    return dt.date.fromisoformat(stored) if isinstance(stored, str) else None
