"""The parts of the body that the index opens close up, and the drawings that show each."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Frame(NamedTuple):
    """A drawing, or the part of it between two landmarks, as wide as a third on each side."""

    drawing: str
    above: str = ""
    below: str = ""
    beside: str = ""


class Zone(NamedTuple):
    """A part of the body: the regions of its points, and where it is drawn."""

    key: str
    name: str | Promise
    regions: frozenset[str]
    frames: tuple[Frame, ...]
    marks: tuple[str, ...] = ()  # where a whole body shows it, if none of its points is seen there

    @property
    def drawings(self) -> tuple[str, ...]:
        return tuple(frame.drawing for frame in self.frames)

    def frame(self, drawing: str) -> Frame:
        """Return the part that is seen of a drawing, all of it if the zone names none."""
        return next((one for one in self.frames if one.drawing == drawing), Frame(drawing))


ZONES = {
    zone.key: zone
    for zone in (
        Zone(
            "head",
            _("Head"),
            frozenset({"head"}),
            (Frame("head-top"), Frame("face-front")),
            ("vertex", "inion"),
        ),
        Zone(
            "neck_shoulders",
            _("Neck and shoulders"),
            frozenset({"neck", "shoulder"}),
            (Frame("neck-shoulder-back"), Frame("head-side")),
        ),
        Zone(
            "upper_back",
            _("Upper back"),
            frozenset({"upper_back", "mid_back"}),
            (Frame("back-trunk", "C7", "T12"),),
        ),
        Zone(
            "low_back",
            _("Low back"),
            frozenset({"low_back"}),
            (Frame("back-trunk", "T11", "S3", "trochanter"),),
        ),
        Zone(
            "sacrum_hip",
            _("Sacrum and hip"),
            frozenset({"sacrum", "buttock", "hip"}),
            (Frame("back-trunk", "L2", "crotch", "trochanter"), Frame("hip-side")),
        ),
        Zone(
            "thigh",
            _("Thigh and knee"),
            frozenset({"thigh", "knee"}),
            (Frame("leg-back"), Frame("leg-outer-full")),
        ),
        Zone(
            "lower_leg_foot",
            _("Lower leg and foot"),
            frozenset({"lower_leg", "ankle", "foot"}),
            (
                Frame("lower-leg-outer"),
                Frame("lower-leg-inner"),
                Frame("leg-back"),
                Frame("lower-leg-front"),
                Frame("foot-top"),
                Frame("foot-sole"),
            ),
        ),
        Zone(
            "hand_arm",
            _("Hand and arm"),
            frozenset({"forearm", "wrist", "hand"}),
            (Frame("forearm-palm"), Frame("hand-back"), Frame("hand-ulnar-edge")),
            ("wrist", "wrist_crease_mid"),
        ),
        Zone(
            "front",
            _("Chest and belly"),
            frozenset({"chest", "abdomen"}),
            (Frame("chest-abdomen-front"),),
        ),
    )
}


def zone_of(region: str) -> str:
    """Return the key of the zone that holds a region of the body.

    Raises:
        StopIteration: if no zone holds it.
    """
    return next(zone.key for zone in ZONES.values() if region in zone.regions)
