"""Knows how a routine unfolds in time: holds in order, in a short, usual or full version."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, TypedDict

from routines.press import Press
from routines.safety import Change, Kind

type Length = Literal["short", "usual", "full"]

SNAPSHOT_VERSION = 1
SHORT_SECONDS = 5 * 60  # users of an ear-pressing app did 53 % of the advised time (kawi2021)
USUAL_SECONDS = 12 * 60
FULL_SECONDS = 30 * 60  # the longest daily dose that was studied
LEAST_HOLD = 30  # seconds: the shortest that the catalogue suggests
READY_SECONDS, CHANGE_SECONDS = 5, 10  # as the player has it
STUDY_HOLD = 180  # seconds a spot in the one self-administered trial that lists doses


@dataclass(frozen=True, slots=True)
class Hold:
    """One place pressed once: what the player shows and counts."""

    code: str
    name: str
    place: str
    cue: str
    technique: str
    side: str
    spot: int
    spots: int
    round: int
    rounds: int
    seconds: int
    pressure: str
    posture: str
    tool: str


class Snapshot(TypedDict):
    """What a session keeps of its routine, as JSON."""

    version: int
    rules_version: str
    holds: list[dict[str, Any]]
    changes: list[dict[str, Any]]


def unfold(presses: Sequence[Press]) -> tuple[Hold, ...]:
    """Return the holds in the order they are pressed: each round, each side, each spot."""
    return tuple(hold for press in presses for hold in _holds_of(press))


def _holds_of(press: Press) -> Iterator[Hold]:
    for round_number in range(1, press.rounds + 1):
        for side in press.sides:
            for spot in range(1, press.spots + 1):
                yield Hold(
                    code=press.point.code,
                    name=press.point.name_pinyin,
                    place=press.point.place,
                    cue=press.cue,
                    technique=press.technique,
                    side=side,
                    spot=spot,
                    spots=press.spots,
                    round=round_number,
                    rounds=press.rounds,
                    seconds=press.seconds,
                    pressure=press.pressure,
                    posture=press.posture,
                    tool=press.tool,
                )


def at_length(presses: Sequence[Press], length: Length) -> tuple[Press, ...]:
    """Return the routine in one of its three versions.

    Usual is as written, up to 12 minutes. Short is at most 5 minutes: shorter holds down to 30
    seconds, then fewer points from the end. Full is three minutes a spot within each point's
    range, at most 30 minutes in all.

    Source:
        Murphy 2019 (3 minutes a point, 27 to 30 minutes a day); doses of
        ``domain/knowledge.md`` section 4.5.
    """
    if length == "full":
        longest = (replace(press, seconds=_study_seconds(press)) for press in presses)
        return _within(tuple(longest), FULL_SECONDS)
    return _within(tuple(presses), SHORT_SECONDS if length == "short" else USUAL_SECONDS)


def _study_seconds(press: Press) -> int:
    return max(press.seconds, min(STUDY_HOLD, press.longest))


def _within(presses: tuple[Press, ...], limit: int) -> tuple[Press, ...]:
    """Return the presses scaled to at most ``limit`` seconds, dropping whole ones from the end."""
    while presses:
        total = sum(press.total_seconds for press in presses)
        if total <= limit:
            return presses
        scaled = tuple(
            replace(press, seconds=_scaled(press.seconds, limit / total)) for press in presses
        )
        if sum(press.total_seconds for press in scaled) <= limit:
            return scaled
        if len(scaled) == 1:
            return (_with_fewer_holds(scaled[0], limit),)
        presses = presses[:-1]
    return presses


def _with_fewer_holds(press: Press, limit: int) -> Press:
    """Return a press with as many spots, then as many rounds of them, as fit into ``limit``."""
    places = limit // (press.seconds * len(press.sides))
    spots = min(press.spots, places)
    return replace(press, spots=spots, rounds=min(press.rounds, places // spots))


def _scaled(seconds: int, share: float) -> int:
    """Return whole fives of seconds, not under the least hold unless it was shorter before."""
    return min(seconds, max(LEAST_HOLD, int(seconds * share) // 5 * 5))


def planned_seconds(holds: Sequence[Hold]) -> int:
    """Return the seconds of pressing in all holds."""
    return sum(hold.seconds for hold in holds)


def seconds_on_the_way(holds: Sequence[Hold]) -> int:
    """Return the seconds between the holds: 5 to get ready for each, 10 to change posture."""
    return sum(
        CHANGE_SECONDS if before and before.posture != hold.posture else READY_SECONDS
        for before, hold in zip((None, *holds), holds, strict=False)
    )


def minutes(seconds: int) -> int:
    """Return whole minutes for a button, at least 1."""
    return max(1, round(seconds / 60))


def standing_for(minutes_of: Mapping[Length, int]) -> dict[Length, Length]:
    """Return for each version the one that is offered for it: the same minutes are offered once.

    The usual one stands for those as long as itself, else the first of its minutes.
    """
    first: dict[int, Length] = {minutes_of["usual"]: "usual"}
    return {name: first.setdefault(n, name) for name, n in minutes_of.items()}


def snapshot(holds: Sequence[Hold], changes: Sequence[Change], *, rules_version: str) -> Snapshot:
    """Return what a session stores, so that no later change of a routine touches it."""
    return {
        "version": SNAPSHOT_VERSION,
        "rules_version": rules_version,
        "holds": [asdict(hold) for hold in holds],
        "changes": [asdict(change) for change in changes],
    }


def with_less(stored: Snapshot, codes: Collection[str], reason: str) -> Snapshot:
    """Return a snapshot without the holds of some points, which tells that they were left out."""
    pressed = dict.fromkeys(hold["code"] for hold in stored["holds"])
    gone = [Change(Kind.LEFT_OUT, code, (reason,)) for code in pressed if code in codes]
    moot = {(Kind.LIGHTER, change.code) for change in gone}
    return {
        **stored,
        "holds": [hold for hold in stored["holds"] if hold["code"] not in codes],
        "changes": [
            *(one for one in stored["changes"] if (one["kind"], one["code"]) not in moot),
            *map(asdict, gone),
        ],
    }


def holds_of(stored: Snapshot) -> tuple[Hold, ...]:
    """Return the holds that a stored snapshot names."""
    return tuple(Hold(**hold) for hold in stored["holds"])
