"""``python -m tests.bench``: prints the table, and fails where a goal is missed."""

import sys
from argparse import ArgumentParser, Namespace

import django
from django.utils.module_loading import import_string

from tests.serving import set_stage


def options() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer people and requests")
    parser.add_argument("--phone", action="store_true", help="time a slow phone in Chromium too")
    parser.add_argument(
        "--growth", type=int, default=0, metavar="PEOPLE", help="fill up and time again"
    )
    parser.add_argument("--requests", type=int, default=0, help="for each page, at one connection")
    chosen = parser.parse_args()
    chosen.others = 40 if chosen.quick else 200
    chosen.requests = chosen.requests or (18 if chosen.quick else 60)
    chosen.seconds = 1 if chosen.quick else 5
    return chosen


if __name__ == "__main__":
    chosen = options()
    set_stage()
    django.setup()
    sys.exit(min(import_string("tests.bench.run.main")(chosen), 1))
