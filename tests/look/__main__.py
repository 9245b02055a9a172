"""``python -m tests.look [part of a name]``: pictures every page into .look/."""

import sys

import django
from django.utils.module_loading import import_string

from tests.serving import set_stage

if __name__ == "__main__":
    set_stage()
    django.setup()
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.exit(min(import_string("tests.look.walk.main")(only), 1))
