"""Knows the 24 statements of the Roland-Morris Disability Questionnaire, in their order.

Source:
    Roland M, Morris R. A study of the natural history of back pain. Part 1. Spine 1983;8:141-144.
    Several pages say that it is in the public domain and free to use without permission. Not
    verified: the authors' own form was not seen, and the words were not held against the print.
    A translation must be the published one of that language, not a new one.
"""

from django.utils.translation import gettext_lazy as _

STATEMENTS = {
    "1": _("I stay at home most of the time because of my back."),
    "2": _("I change position frequently to try and get my back comfortable."),
    "3": _("I walk more slowly than usual because of my back."),
    "4": _("Because of my back I am not doing any of the jobs that I usually do around the house."),
    "5": _("Because of my back, I use a handrail to get upstairs."),
    "6": _("Because of my back, I lie down to rest more often."),
    "7": _("Because of my back, I have to hold on to something to get out of an easy chair."),
    "8": _("Because of my back, I try to get other people to do things for me."),
    "9": _("I get dressed more slowly than usual because of my back."),
    "10": _("I only stand for short periods of time because of my back."),
    "11": _("Because of my back, I try not to bend or kneel down."),
    "12": _("I find it difficult to get out of a chair because of my back."),
    "13": _("My back is painful almost all the time."),
    "14": _("I find it difficult to turn over in bed because of my back."),
    "15": _("My appetite is not very good because of my back pain."),
    "16": _("I have trouble putting on my socks (or stockings) because of the pain in my back."),
    "17": _("I only walk short distances because of my back."),
    "18": _("I sleep less well because of my back."),
    "19": _("Because of my back pain, I get dressed with help from someone else."),
    "20": _("I sit down for most of the day because of my back."),
    "21": _("I avoid heavy jobs around the house because of my back."),
    "22": _(
        "Because of my back pain, I am more irritable and bad tempered with people than usual."
    ),
    "23": _("Because of my back, I go upstairs more slowly than usual."),
    "24": _("I stay in bed most of the time because of my back."),
}
