"""The everyday words by which a part of the body or an aim is looked for, in small letters.

Each is looked for beside the words of the catalogue itself; the first letters of a word are enough.
"""

from collections.abc import Mapping

PARTS: Mapping[str, str] = {
    "head": "head skull forehead brow face temple",
    "neck": "neck nape throat skull ear",
    "shoulder": "shoulder trapezius blade scapula",
    "upper_back": "upper back spine thoracic blade scapula vertebra ribs",
    "mid_back": "mid middle back spine thoracic vertebra ribs",
    "low_back": "low lower back lumbar loin waist spine vertebra belt",
    "sacrum": "sacrum sacral sacroiliac tailbone coccyx pelvis pelvic dimple low lower back",
    "buttock": "buttock buttocks bottom bum backside glute gluteal glutes piriformis seat hip",
    "hip": "hip groin pelvis pelvic trochanter",
    "thigh": "thigh leg upper",
    "knee": "knee leg kneecap",
    "lower_leg": "lower leg calf shin ankle fibula tibia",
    "ankle": "ankle foot heel achilles malleolus",
    "foot": "foot feet toe toes sole arch instep heel",
    "chest": "chest collarbone clavicle breast",
    "abdomen": "belly abdomen tummy stomach navel bellybutton abdominal",
    "forearm": "forearm arm elbow wrist",
    "wrist": "wrist hand palm arm",
    "hand": "hand thumb finger fingers palm knuckle",
}
AIMS: Mapping[str, str] = {
    "low_back": "low lower back lumbar lumbago backache waist",
    "upper_back": "upper back backache",
    "sciatica": "sciatica sciatic leg nerve",
    "hip": "hip hips",
    "neck": "neck stiff",
    "shoulder": "shoulder shoulders",
    "sleep": "sleep insomnia night bed awake sleepless",
    "relaxation": "relax relaxation relaxing calm unwind winding stress nerves tension",
    "energy": "energy tired tiredness fatigue",
    "acute": "sudden strain acute lumbago",
    "reference_only": "reference",
}
_FILLING = """
    a acupoint acupoints acupressure ache aches aching an and at both by for from hurt hurting hurts
    in is it left my near of on or our pain painful pains point points press pressure right sore the
    to under where with
"""
FILLING = frozenset(_FILLING.split())  # words that tell nothing of where or what for
