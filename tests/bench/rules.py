"""How long the safety rules take: somebody with every condition, and every point."""

import statistics
import time

from points.models import Point
from points.questions import questions
from routines.screening import weigh
from routines.usual import usual_press
from tests.bench.report import Goal

RUNS = 50


def goals() -> list[Goal]:
    """Return the milliseconds that it takes to judge all points under all conditions."""
    presses = [usual_press(point) for point in Point.objects.current().for_reading()]
    answers = {question.key: "yes" for question in questions()}
    times = []
    for _run in range(RUNS):
        began = time.process_time()
        judge = weigh(answers, agreed=True).judge()
        for press in presses:
            judge.ruling(press)
        times.append(1000 * (time.process_time() - began))
    name = f"rules: {len(presses)} points, {len(answers)} answers"
    return [Goal(name, round(statistics.median(times), 2), 5, "ms")]
