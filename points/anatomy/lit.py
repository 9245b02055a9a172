"""Which drawn landmarks a person feels for on the way to a point, by the names of the contours."""

from collections.abc import Mapping

from points.anatomy.recipes import Location

BY_LEVEL: Mapping[str, tuple[str, ...]] = {
    "C7": ("spine_C7",),
    "T1": ("spine_C7",),
    "T3": ("scapula_spine",),
    "T4": ("scapula_spine",),
    "T6": ("scapula",),
    "T7": ("scapula",),
    "T9": ("scapula",),
    "L2": ("iliac_crest",),
    "L3": ("iliac_crest",),
    "L4": ("iliac_crest",),
    "L5": ("iliac_crest",),
    "S1": ("dimple",),
    "S2": ("dimple",),
    "S4": ("natal_cleft",),
}
OUTER_ANKLE = ("lateral_malleolus", "malleolus")
BY_CODE: Mapping[str, tuple[str, ...]] = {
    "GB39": (*OUTER_ANKLE, "fibula_front_edge"),
    "GB31": ("iliotibial_band",),
    "GB34": ("fibular_head", "fibula_head"),
    "BL60": (*OUTER_ANKLE, "achilles_front_edge", "achilles"),
    "BL62": OUTER_ANKLE,
    "KI3": ("medial_malleolus", "achilles_front_edge"),
    "SP6": ("medial_malleolus", "tibia_inner_edge"),
    "ST36": ("knee_hollow_outer", "shin_edge"),
    "BL36": ("gluteal_fold",),
    "BL37": ("gluteal_fold", "popliteal_crease"),
    "BL40": ("popliteal_crease",),
    "BL57": ("calf_belly_inner", "calf_belly_outer", "calf_v"),
    "PC6": ("wrist_crease", "palmaris_longus_tendon", "flexor_carpi_radialis_tendon"),
    "HT7": ("wrist_crease", "flexor_carpi_ulnaris_tendon"),
    "TE5": ("wrist_crease", "ulna_thumb_edge", "radius_little_edge"),
    "SI6": ("wrist_crease", "ulnar_head"),
    "LI4": ("metacarpal2",),
    "EX-UE7": ("metacarpal2", "metacarpal3", "metacarpal4", "metacarpal5"),
    "SI3": ("distal_palmar_crease",),
    "LR3": ("metatarsal1", "metatarsal2"),
    "GB41": ("metatarsal4", "metatarsal5"),
    "KI1": ("ball_pad_inner", "ball_pad_outer"),
    "CV4": ("navel",),
    "CV6": ("navel",),
    "SP14": ("navel",),
    "KI27": ("clavicle_lower",),
    "GB21": ("spine_C7",),
    "TE15": ("scapula",),
    "SI11": ("scapula", "scapula_spine"),
    "BL10": ("occiput_edge", "trapezius_edge"),
    "GB20": ("occiput_edge", "trapezius_edge"),
    "GV20": ("ear_to_ear_line",),
    "EX-HN3": ("brow",),
    "EX-HN-ANMIAN": ("mastoid",),
    "GB29": ("asis", "trochanter", "iliac_crest"),
    "GB30": ("trochanter",),
    "BL32": ("dimple",),
}


def landmarks_on_the_way(code: str, location: Location) -> tuple[str, ...]:
    """Return the names of the contours to light for a point, in the order of finding it."""
    level = location.get("vertebral_level", "")
    names = BY_CODE.get(code, ()) + BY_LEVEL.get(level, ())
    return tuple(dict.fromkeys((*names, *([f"spine_{level}"] if level else []))))
