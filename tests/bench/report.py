"""Prints what was measured, and says which goals were missed."""

import sys
from collections.abc import Mapping
from typing import NamedTuple

from tests.bench.measuring import Timing

HEAD = (
    f"{'page':22}{'req/s':>7}{'p50 ms':>8}{'p95':>7}{'cpu ms':>8}"
    f"{'x p50':>7}{'x cpu':>7}{'goal':>6}{'queries':>9}{'HTML':>9}{'gzip':>8}"
)


class Goal(NamedTuple):
    """One thing asked for, and what it came to; it is met at the limit."""

    name: str
    came_to: float
    at_most: float
    unit: str = ""

    @property
    def is_met(self) -> bool:
        return self.came_to <= self.at_most


def say(line: str = "") -> None:
    """Write a line at once, so that a long run can be followed."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def say_table(timings: Mapping[str, Timing], queries: Mapping[str, int]) -> None:
    """Write a line for each page."""
    say(HEAD)
    for name, timing in timings.items():
        page = timing.page
        beside = ""
        if page.beside:
            beside = f"{ratio(timing, timings):7.2f}{cpu_ratio(timing, timings):7.2f}"
        goal = f"{page.at_most:g}" if page.at_most else ""
        say(
            f"{name:22}{timing.per_second:7.0f}{timing.p50:8.2f}{timing.p95:7.1f}"
            f"{timing.cpu_ms:8.2f}{beside if page.beside else '':14}{goal:>6}{queries[name]:9}"
            f"{timing.plain:9}{timing.packed:8}"
        )


def ratio(timing: Timing, timings: Mapping[str, Timing]) -> float:
    """Return how many times as long a page takes as the one beside it."""
    return timing.p50 / timings[timing.page.beside].p50


def cpu_ratio(timing: Timing, timings: Mapping[str, Timing]) -> float:
    """Return the same of the processor's time, which a busy machine disturbs less."""
    return timing.cpu / (timings[timing.page.beside].cpu or 1)


def goals_of(timings: Mapping[str, Timing], queries: Mapping[str, int]) -> list[Goal]:
    """Return what is asked of the pages."""
    times = [
        Goal(f"{name}, times {t.page.beside}", round(ratio(t, timings), 2), t.page.at_most)
        for name, t in timings.items()
        if t.page.at_most
    ]
    counts = [
        Goal(f"{name}, queries", queries[name], t.page.queries)
        for name, t in timings.items()
        if t.page.queries
    ]
    return times + counts


def say_goals(goals: list[Goal]) -> int:
    """Write every goal, met or not, and return how many were missed."""
    say()
    for goal in goals:
        mark = "met " if goal.is_met else "MISS"
        say(f"{mark}  {goal.name:48}{goal.came_to:10,g} of {goal.at_most:,g} {goal.unit}")
    missed = sum(not goal.is_met for goal in goals)
    say(f"\n{len(goals) - missed} of {len(goals)} goals met.")
    return missed
