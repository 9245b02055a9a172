"""The landmarks in plain words, as they stand beside a figure."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WORDS: Mapping[str, str | Promise] = {
    "spine_C7": _("big neck bump"),
    "scapula": _("shoulder blade"),
    "scapula_spine": _("shoulder-blade ridge"),
    "iliac_crest": _("hip-crest line"),
    "dimple": _("dimple"),
    "natal_cleft": _("top of the buttock crease"),
    "lateral_malleolus": _("outer ankle bone"),
    "malleolus": _("outer ankle bone"),
    "fibula_front_edge": _("front edge of the outer leg bone"),
    "fibular_head": _("small bone below the knee"),
    "fibula_head": _("small bone below the knee"),
    "achilles_front_edge": _("heel cord"),
    "achilles": _("heel cord"),
    "medial_malleolus": _("inner ankle bone"),
    "tibia_inner_edge": _("inner edge of the shin bone"),
    "knee_hollow_outer": _("hollow beside the kneecap"),
    "shin_edge": _("shin edge"),
    "gluteal_fold": _("buttock fold"),
    "popliteal_crease": _("knee crease"),
    "calf_belly_inner": _("calf muscle"),
    "calf_belly_outer": _("calf muscle"),
    "calf_v": _("tip of the calf muscle"),
    "wrist_crease": _("wrist crease"),
    "palmaris_longus_tendon": _("middle wrist cord"),
    "flexor_carpi_radialis_tendon": _("thumb-side wrist cord"),
    "flexor_carpi_ulnaris_tendon": _("little-finger-side wrist cord"),
    "ulna_thumb_edge": _("outer forearm bone"),
    "radius_little_edge": _("thumb-side forearm bone"),
    "ulnar_head": _("wrist bone, little-finger side"),
    "metacarpal2": _("bone of the index finger"),
    "metacarpal3": _("bone of the middle finger"),
    "metacarpal4": _("bone of the ring finger"),
    "metacarpal5": _("bone of the little finger"),
    "distal_palmar_crease": _("palm crease"),
    "metatarsal1": _("bone of the big toe"),
    "metatarsal2": _("bone of the second toe"),
    "metatarsal4": _("bone of the fourth toe"),
    "metatarsal5": _("bone of the little toe"),
    "ball_pad_inner": _("ball of the foot"),
    "ball_pad_outer": _("ball of the foot"),
    "navel": _("navel"),
    "clavicle_lower": _("collarbone"),
    "occiput_edge": _("skull ridge"),
    "trapezius_edge": _("neck cord"),
    "ear_to_ear_line": _("line from ear to ear"),
    "brow": _("eyebrow"),
    "mastoid": _("bone behind the ear"),
    "asis": _("front hip bone"),
    "calf_groove": _("groove below the calf muscle"),
    "achilles_inner_edge": _("heel cord"),
    "achilles_outer_edge": _("heel cord"),
    "ear": _("ear"),
    "foramen_S1": _("sacrum, just above the dimples"),
    "foramen_S2": _("sacrum, level with the dimples"),
    "foramen_S4": _("sacrum, level with the hollow"),
    "hamstring_inner": _("muscles at the back of the thigh"),
    "hamstring_outer": _("muscles at the back of the thigh"),
    "heel_pad": _("heel"),
    "iliac_crest_front": _("front of the hip bone"),
    "iliotibial_band": _("firm band of the outer thigh"),
    "leg": _("leg"),
    "metacarpal1": _("bone of the thumb"),
    "midline": _("midline"),
    "pubic_line": _("top of the pubic bone"),
    "sacrum": _("sacrum"),
    "sacrum_edge": _("sacrum"),
    "skin_border": _("border between palm and back of the hand"),
    "sternal_notch": _("notch of the breastbone"),
    "sternocleidomastoid_back_edge": _("side of the neck"),
    "toe2_pad": _("second toe"),
    "toe3_pad": _("third toe"),
    "trapezius_front_edge": _("neck cord"),
    "trochanter": pgettext_lazy("the greater trochanter", "outer hip bone"),
}


def words_for(landmark: str) -> str | Promise:
    """Return the plain words for a landmark; of a bump of the spine, with its level.

    Raises:
        KeyError: if the landmark has no words.
    """
    if landmark in WORDS:
        return WORDS[landmark]
    kind, _underscore, level = landmark.partition("_")
    if kind != "spine":
        raise KeyError(landmark)
    return format_lazy("{bump} {level}", bump=pgettext_lazy("of the spine", "bump"), level=level)
