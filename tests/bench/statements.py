"""How long the statements take: ten years of days, of which the longest look goes back 96 weeks."""

import statistics
import time
from random import Random

from journal.association import associate
from journal.course import WEEKS_AT_MOST, slope
from journal.looks import LATER, WINDOW
from journal.trend import WEEK
from tests.bench.report import Goal

RUNS = 10


def goals() -> list[Goal]:
    """Return the milliseconds of all that is worked out anew when the days have changed."""
    random = Random(26)  # noqa: S311 - made-up days
    pain = [float(random.randint(2, 7)) for _day in range(WINDOW)]
    practised = [random.random() < 0.5 for _day in range(WINDOW)]
    newest = tuple(pain[-WEEKS_AT_MOST * WEEK :])
    times = []
    for _run in range(RUNS):
        began = time.process_time()
        associate(pain, practised, level=LATER)
        slope(newest)
        times.append(1000 * (time.process_time() - began))
    name = f"statements: {WINDOW} and {len(newest)} days"
    return [Goal(name, round(statistics.median(times), 1), 150, "ms")]
