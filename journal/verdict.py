"""Knows the words for what a fair test found: the only place that may say it seems to help."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from journal.fair_test import FEWEST_PAIRS, Outcome
from journal.statements import points


class Verdict(NamedTuple):
    """What is said at the end of a fair test.

    Attributes:
        lead: What the pairs say.
        limits: What they cannot tell.
        is_worse: Whether weeks with sessions clearly had more pain.
    """

    lead: str
    limits: str
    is_worse: bool


def verdict(found: Outcome | None, threshold: int) -> Verdict:
    """Return the words for an outcome.

    Args:
        found: What the whole pairs say; None without any.
        threshold: The points that would have been worth it, fixed beforehand.
    """
    pairs = len(found.differences) if found else 0
    if found is None or not found.is_enough or found.low is None or found.high is None:
        lead = _(
            "We cannot tell. %(have)d whole pairs of weeks have enough ratings; it takes %(need)d."
        )
        return Verdict(lead % {"have": pairs, "need": FEWEST_PAIRS}, "", is_worse=False)
    counted = _(
        "In %(lower)d of %(pairs)d pairs your pain was lower in the week with sessions. On average "
        "it was %(mean)s (plausible range: %(low)s to %(high)s)."
    ) % {
        "lower": found.lower,
        "pairs": pairs,
        "mean": points(found.mean, _("the same")),
        "low": points(found.low, _("no different")),
        "high": points(found.high, _("no different")),
    }
    chance = _(
        "If sessions made no difference, chance alone would give a gap this big about %(chance)d "
        "times in 100."
    ) % {"chance": max(1, round(100 * found.chance))}
    lead = f"{counted} {chance} {_meaning(found, threshold)}"
    limits = _("Knowing which week it was may have influenced your ratings.")
    return Verdict(lead, limits, is_worse=found.is_clear and found.mean > 0)


def _meaning(found: Outcome, threshold: int) -> str:
    if not found.is_clear:
        return _("So we cannot tell: this could be chance.")
    if found.mean > 0:
        return _(
            "Your pain was higher in weeks with sessions. Please consider easing off, and speak "
            "to a clinician if it goes on."
        )
    if found.mean <= -threshold:
        return _("Sessions seem to help you, by as much as you asked for beforehand.")
    return _("Sessions seem to help you, but by less than you asked for beforehand.")
