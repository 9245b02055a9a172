"""Which views show a point and how it is placed there: a table, the best close-up first.

Distances and fractions come from the point's record. Offsets of 0.35, 0.45 and 0.85 cun are
drawing choices, where the standard gives a side and no distance.
"""

from collections.abc import Mapping

from points.anatomy.recipes import (
    Location,
    Recipe,
    along,
    at,
    beside_spot,
    down_from,
    from_midline,
    line_position,
    measured,
    vertebral_position,
)

type Views = tuple[tuple[str, Recipe], ...]

ON_MIDLINE = {"GV20", "EX-HN3"}  # their records give no distance to the side
SMALLER = {
    "EX-B2": 0.5,
    "BL10": 0.6,
    "GB20": 0.6,
    "BL32": 0.7,
    "KI27": 0.7,
    "BL60": 0.8,
    "BL62": 0.8,
}
DISC_CUN = {  # the cun that sizes a disc: the first of these that the view knows
    "local": 1.0,
    "back_horizontal": 1.0,
    "chest_abdomen_horizontal": 1.0,
    "thigh_lateral": 1.0,
    "forehead_width": 1.0,
    "head_sagittal": 0.5,  # twice the width of the cun of the neck
}
TRUNK = ("back-trunk", "back", "neck-shoulder-back")
NECK = ("neck-shoulder-back", "back-trunk", "back")


def _same(recipe: Recipe, *views: str) -> Views:
    return tuple((view, recipe) for view in views)


OUTER = ("lower-leg-outer", "leg-outer-full")
ANKLE_OUTER = ("foot-outer", *OUTER)
INNER = ("lower-leg-inner", "foot-inner")
FIBULA_FRONT = measured("lateral_malleolus_prominence", "fibula_front_at_3cun", right=0.35)
BEHIND_TIBIA = measured("medial_malleolus_prominence", "tibia_inner_edge_at_3cun", right=0.45)
BACK_OF_THIGH = along("gluteal_fold_mid", "popliteal_crease_mid")
NAVEL_TO_PUBIS = along("umbilicus", "pubic_symphysis_top")
BELLY = ("chest-abdomen-front", "front")
WRIST_PALM = ("palmaris_longus_at_2cun", "flexor_carpi_radialis_at_2cun")
WRIST_BACK = ("ulna_thumb_edge_at_2cun", "radius_little_edge_at_2cun")

BY_CODE: Mapping[str, Views] = {
    "GV14": _same(vertebral_position, *NECK),
    "GB21": _same(line_position, *NECK),
    "BL10": _same(from_midline("mastoid_tip", "C2", 1.3 / 4.5), *NECK, "head-back"),
    "GB20": (
        *_same(from_midline("mastoid_tip", "GV16", 0.5), *NECK, "head-back"),
        *_same(at("GB20"), "head-side", "side"),
    ),
    "GV20": _same(at("sagittal_5"), "head-top", "head-side", "side"),
    "EX-HN3": _same(at("glabella"), "face-front", "front"),
    "EX-HN-ANMIAN": _same(line_position, "head-side", "side"),
    "GB29": _same(line_position, "hip-side", "side"),
    "GB30": _same(line_position, "hip-side", "side", "back", "back-trunk"),
    "GB31": (
        ("leg-outer-full", at("middle_fingertip_arms_hanging")),
        *_same(at("it_band_back_at_fingertip"), "side", "hip-side"),
    ),
    "GB34": (
        *_same(at("fibular_head", right=0.85, down=0.85), *OUTER),
        ("side", at("GB34_hollow")),
    ),
    "GB39": (
        *_same(FIBULA_FRONT, *OUTER),
        ("side", at("fibula_front_at_3cun")),
    ),
    "BL60": (
        *_same(along("lateral_malleolus_prominence", "achilles_tendon", 0.5), *ANKLE_OUTER),
        ("side", along("malleolus_lateral", "achilles_at_malleolus", 0.5)),
    ),
    "BL62": (
        *_same(at("lateral_malleolus_tip", down=0.5), *ANKLE_OUTER),
        ("side", at("malleolus_lower_edge")),
    ),
    "KI3": _same(along("medial_malleolus_prominence", "achilles_tendon", 0.5), *INNER[::-1]),
    "SP6": _same(BEHIND_TIBIA, *INNER),
    "BL36": (
        *_same(BACK_OF_THIGH, "leg-back", "back"),
        ("back-trunk", at("gluteal_fold_mid")),
    ),
    "BL37": _same(BACK_OF_THIGH, "leg-back", "back"),
    "BL40": _same(at("popliteal_crease_mid"), "leg-back", "back"),
    "BL57": (
        ("leg-back", measured("popliteal_crease_mid", "calf_midline_at_half", towards=1)),
        ("back", down_from("popliteal_crease_mid", "malleolus_lateral", "calf_v")),
    ),
    "ST36": (
        ("lower-leg-front", along("st35_hollow", "st41_ankle_crease_mid")),
        ("front", along("ST35", "ST41")),
    ),
    "KI1": _same(line_position, "foot-sole"),
    "LR3": _same(at("lr3_hollow"), "foot-top"),
    "GB41": _same(at("gb41_hollow"), "foot-top"),
    "PC6": _same(measured("wrist_crease_mid", *WRIST_PALM), "forearm-palm"),
    "HT7": _same(at("ht7_hollow"), "forearm-palm"),
    "TE5": (
        ("forearm-back", measured("wrist_crease_mid", *WRIST_BACK)),
        ("hand-back", measured("wrist_crease_mid", *WRIST_BACK, towards=1)),
    ),
    "SI6": (
        ("forearm-back", measured("wrist_crease_mid", "ulnar_head_thumb_edge")),
        ("hand-back", measured("wrist_crease_mid", "ulnar_head_thumb_edge", towards=1)),
    ),
    "LI4": _same(at("li4_hollow"), "hand-back", "forearm-back"),
    "EX-UE7": _same(beside_spot, "hand-back", "forearm-back"),
    "SI3": _same(at("si3_hollow"), "hand-ulnar-edge"),
    "CV4": _same(NAVEL_TO_PUBIS, *BELLY),
    "CV6": _same(NAVEL_TO_PUBIS, *BELLY),
    "SP14": _same(down_from("umbilicus", "pubic_symphysis_top", "nipple"), *BELLY),
    "KI27": _same(at("below_clavicle_at_2cun"), *BELLY),
}
BY_METHOD: Mapping[str, Views] = {
    "vertebral_level": _same(vertebral_position, *TRUNK),
    "line_fraction": _same(line_position, *TRUNK),
}


def recipes(code: str, location: Location) -> Views:
    """Return the views that show a point, each with the way to place it there.

    Raises:
        KeyError: if the table does not hold the point.
    """
    if code in BY_CODE:
        return BY_CODE[code]
    shown = BY_METHOD[location["method"]]
    low = location.get("vertebra_index_from_T1") or 0
    return shown[:2] if low > 7 else shown  # the neck close-up ends below T7
