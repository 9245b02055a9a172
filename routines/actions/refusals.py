"""Knows why a write is refused."""

from routines.models import Routine
from routines.safety import Ruling


class NotAllowedError(Exception):
    """The person's safety answers do not allow a session now."""


class OtherBodyError(Exception):
    """The same key came before with something else in it."""


class PointRefusedError(Exception):
    """What holds for a person does not allow a point; ``swap`` is the code of one that may be."""

    def __init__(self, ruling: Ruling, swap: str) -> None:
        super().__init__(ruling.effect)
        self.ruling = ruling
        self.swap = swap


class OvertakenError(Exception):
    """The routine was changed elsewhere since the page was shown."""


class TooLongError(Exception):
    """The routine has as many steps as it may have."""


class SameRoutineError(Exception):
    """The person has the same steps already, in ``routine``."""

    def __init__(self, routine: Routine) -> None:
        super().__init__(routine.pk)
        self.routine = routine


class ExpiredError(NotAllowedError):
    """What a device kept had expired when the session began."""


class SupersededError(NotAllowedError):
    """What a device kept follows other rules or answers than held when the session began."""
