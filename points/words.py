"""The closed lists of words that the catalogue may use, with what a reader sees for each."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.TextChoices):
    """Parts of the body, from head to hand, in the order of the points list."""

    HEAD = "head", _("Head")
    NECK = "neck", _("Neck")
    SHOULDER = "shoulder", _("Shoulder")
    UPPER_BACK = "upper_back", _("Upper back")
    MID_BACK = "mid_back", _("Mid back")
    LOW_BACK = "low_back", _("Low back")
    SACRUM = "sacrum", _("Sacrum")
    BUTTOCK = "buttock", _("Buttock")
    HIP = "hip", _("Hip")
    THIGH = "thigh", _("Thigh")
    KNEE = "knee", _("Knee")
    LOWER_LEG = "lower_leg", _("Lower leg")
    ANKLE = "ankle", _("Ankle")
    FOOT = "foot", _("Foot")
    CHEST = "chest", _("Chest")
    ABDOMEN = "abdomen", _("Belly")
    FOREARM = "forearm", _("Forearm")
    WRIST = "wrist", _("Wrist")
    HAND = "hand", _("Hand")


class View(models.TextChoices):
    """The side of the body on which a point is seen."""

    BACK = "back", _("Back")
    FRONT = "front", _("Front")
    SIDE = "side", _("Side")
    TOP = "top", _("Top")
    SOLE = "sole", _("Sole")


class Laterality(models.TextChoices):
    """Whether a point is pressed on both sides or lies on the midline."""

    BILATERAL = "bilateral", _("both sides")
    MIDLINE = "midline", _("midline")


class Pressure(models.TextChoices):
    """How hard at most, from soft to hard."""

    LIGHT = "light", _("light")
    MEDIUM = "medium", _("medium")
    FIRM = "firm", _("firm")


class Tool(models.TextChoices):
    """What presses, apart from a thumb. Knuckles are a hand, not a tool."""

    BALL_WALL = "ball_wall", _("Ball on a wall")
    BALL_LYING = "ball_lying", _("Ball on the floor, lying on it")
    KNUCKLES = "knuckles", _("Knuckles or thumbs, hands on hips")
    MASSAGE_HOOK = "massage_hook", _("Massage hook")
    ERASER = "eraser", _("Eraser end of a pencil")
    MASSAGE_STICK = "massage_stick", _("Blunt massage stick")


class Pressing(models.TextChoices):
    """The techniques by the names that their own rows carry, for pages that only name them."""

    STATIC = "static_pressure", _("Static pressure")
    DEEP = "deep_pressure", _("Deep pressure")
    PINCHING = "pinching_pressure", _("Pinching pressure")
    TAPPING = "tapping", _("Tapping")
    ROLLING = "rolling_pressure", _("Rolling pressure")


class Verdict(models.TextChoices):
    """What somebody's safety answers mean for a point, from go to stop."""

    ALLOW = "allow", _("Fine for you")
    LIGHTER = "lighter", _("Lighter for you")
    ASK = "ask", _("Ask someone first")
    AVOID = "avoid", _("Leave it out")


class Standard(models.TextChoices):
    """Whether the WHO standard of 2008 holds the point."""

    WHO = "who", _("WHO standard")
    EXTRA = "extra", _("extra point, not in the WHO standard")


class Confidence(models.TextChoices):
    """How sure the name and the place are; says nothing about benefit."""

    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")


class Finding(models.TextChoices):
    """What came of checking something that the article says."""

    RIGHT = "right", _("Fits")
    PARTLY = "partly", _("Partly fits")
    WRONG = "wrong", _("Wrong")
    UNSUPPORTED = "unsupported", _("No support found")
    UNSAFE = "unsafe", _("Unsafe")
    MISSING = "missing", _("Left out")


class Topic(models.TextChoices):
    """What a claim of the article is about, in the order of the audit."""

    POINT = "point", _("Points")
    TECHNIQUE = "technique", _("Techniques")
    TRADITION = "tradition", _("Traditions")
    FREQUENCY = "frequency", _("How often")
    BENEFIT = "benefit", _("What it is said to do")
    SAFETY = "safety", _("Safety")


class Part(models.TextChoices):
    """Where a text to learn from stands: on the page to learn from, on safety, on evidence."""

    IDEA = "idea", _("What it is")
    SOON = "soon", _("Said of the short term")
    LATER = "later", _("Said of the long term")
    TOGETHER = "together", _("Together with other things")
    QUESTION = "question", _("Questions people ask")
    HARM = "harm", _("Harms on record")
    HOW_HARD = "how_hard", _("How hard, how long")
    STOP = "stop", _("When to stop")
    MEASURED = "measured", _("What was measured")
    UNKNOWN = "unknown", _("What nobody knows")
    DOSE = "dose", _("How much")


class Bearing(models.TextChoices):
    """How near a trial comes to pressing one's own body for back pain."""

    CLOSE = "close", _("Closest: pressing one’s own body, for back pain")
    OTHER_HANDS = "other_hands", _("For back pain, pressed by someone or something else")
    FAR = "far", _("Ear points, or other pains")


class Support(models.TextChoices):
    """How much stands behind something that is said of acupressure."""

    SOME = "some", _("A little evidence")
    MIXED = "mixed", _("Unclear")
    NOTHING = "nothing", _("No support found")
    WRONG = "wrong", _("Wrong")
    ADVISED = "advised", _("In guidelines")


class StudyKind(models.TextChoices):
    """What sort of evidence a study is."""

    TRIAL = "trial", _("Trial")
    REVIEW = "review", _("Review")
    GUIDELINE = "guideline", _("Guideline")


class PressedBy(models.TextChoices):
    """Who or what did the pressing in a study."""

    SELF = "self", _("the person")
    ANOTHER = "another", _("someone else")
    DEVICE = "device", _("a device")
    NEEDLES = "needles", _("needles")
    MIXED = "mixed", _("mixed")


class SourceKind(models.TextChoices):
    """What sort of source a citation is."""

    STANDARD = "standard", _("Standard")
    CONVENTION = "convention", _("Convention")
    TRIAL = "trial", _("Trial")
    REVIEW = "review", _("Review")
    GUIDELINE = "guideline", _("Guideline")
    SAFETY = "safety", _("Safety")
    HISTORY = "history", _("History")
    LEAFLET = "leaflet", _("Leaflet")
    ARTICLE = "article", _("The article")
    OWN = "own", _("Our own rule")


class Aim(models.TextChoices):
    """What a person may look for; a place of pain or a purpose, never a promise."""

    LOW_BACK = "low_back", _("Low back")
    UPPER_BACK = "upper_back", _("Upper back")
    SCIATICA = "sciatica", _("Sciatica")
    HIP = "hip", _("Hip")
    NECK = "neck", _("Neck")
    SHOULDER = "shoulder", _("Shoulder")
    SLEEP = "sleep", _("Sleep")
    RELAXATION = "relaxation", _("Winding down")
    ENERGY = "energy", _("Energy")
    ACUTE = "acute", _("Sudden strain")
    REFERENCE_ONLY = "reference_only", _("For reference only")


NEVER_HERE = {
    "pounding": _("pounding"),
    "hard_ball": _("a hard ball"),
}
