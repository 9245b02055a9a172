"""Simulates, prints the tables, and fails where a goal is missed."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import Pool, cpu_count
from multiprocessing.pool import Pool as Workers
from typing import NamedTuple

from tests.bench_statistics.counting import is_clear, is_told, is_trend
from tests.bench_statistics.histories import Truth
from tests.bench_statistics.scenarios import RHOS, Scenario, effects, noise

HALF_A_YEAR, TWO_YEARS = 26, 104  # weeks
MOST_FALSE, LEAST_POWER = 5.0, 80.0  # per cent
PAIRS = (4, 6, 7, 8)
FAIR_EFFECTS = (0.0, -0.5, -1.0, -1.5, -2.0)
FAIR_MISSING = 0.1
ASKED_FOR = ("random, 1.0 lower", "clumped, 1.0 lower")

type Ask = Callable[[str], bool]
type Share = Callable[[Ask], float]


class Line(NamedTuple):
    """One line of a table: words, and per cent for each column."""

    words: str
    shares: list[float]


def main() -> int:
    """Return 0 if every goal of the tables that were made is met."""
    asked = _arguments()
    tell(f"{asked.runs} histories in each cell, seed {asked.seed}.")
    with Pool(asked.processes) as workers:
        share = partial(_share, workers, asked.runs, asked.seed)
        met = [TABLES[name](share) for name in asked.tables or TABLES]
    tell(f"\nGoals {'met' if all(met) else 'MISSED'}.")
    return 0 if all(met) else 1


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-statistics")
    parser.add_argument("--runs", type=int, default=1_000)
    parser.add_argument("--seed", default="26")
    parser.add_argument("--processes", type=int, default=cpu_count())
    parser.add_argument("tables", nargs="*", choices=[[], *TABLES], help="all, unless named")
    return parser.parse_args()


def _share(workers: Workers, runs: int, seed: str, ask: Ask) -> float:
    seeds = [f"{seed} {n}" for n in range(runs)]
    return 100 * sum(workers.imap_unordered(ask, seeds, chunksize=25)) / runs


def _table(title: str, lines: list[Line], columns: list[str] | None = None) -> float:
    """Print a table, and return its largest number."""
    heads = columns or [f"rho {rho}" for rho in RHOS]
    tell(f"\n{title}\n\n| | {' | '.join(heads)} |\n| --- |{' ---: |' * len(heads)}")
    for line in lines:
        tell(f"| {line.words} | {' | '.join(f'{share:.1f}' for share in line.shares)} |")
    return max(share for line in lines for share in line.shares)


def _told(share: Share, scenario: Scenario, weeks: int) -> Line:
    shares = [share(partial(is_told, truth, weeks)) for truth in scenario.truths]
    return Line(scenario.words, shares)


def _noise(weeks: int, title: str, share: Share) -> bool:
    """Print how often pure noise is told; return whether it is seldom enough in every cell."""
    lines = [_told(share, scenario, weeks) for scenario in noise()]
    return _table(f"Told of pure noise, all looks of {title}, %", lines) <= MOST_FALSE


def _power(share: Share) -> bool:
    """Print the power after 8, 16 and 26 weeks; return whether 1.0 point is told often enough."""
    goal = []
    for weeks in (8, 16, HALF_A_YEAR):
        lines = [_told(share, scenario, weeks) for scenario in effects()]
        _table(f"Told of a true difference the day after, {weeks} weeks, %", lines)
        goal = [told for line in lines if line.words in ASKED_FOR for told in line.shares]
    return min(goal) >= LEAST_POWER


def _fair_test(share: Share) -> bool:
    """Print how often a fair test is clear; return whether noise is seldom enough."""
    most = 0.0
    for rho in RHOS:
        lines = [
            Line(
                f"{pairs} pairs",
                [share(partial(is_clear, rho, pairs, e, FAIR_MISSING)) for e in FAIR_EFFECTS],
            )
            for pairs in PAIRS
        ]
        heads = ["no effect", *(f"{-effect:.1f} lower" for effect in FAIR_EFFECTS[1:])]
        _table(f"A fair test called clear, rho {rho}, %", lines, heads)
        most = max(most, *(line.shares[0] for line in lines))
    return most <= MOST_FALSE


def _trends(share: Share) -> bool:
    """Print how often a way up or down is told of a level path; no goal was set for it."""
    truths = [Truth(rho=rho, sessions="random", missing=0.15) for rho in RHOS]
    line = Line("level", [share(partial(is_trend, truth, HALF_A_YEAR)) for truth in truths])
    _table("A way up or down told of a level path, one look at 26 weeks, %", [line])
    return True


TABLES: dict[str, Callable[[Share], bool]] = {
    "noise": partial(_noise, HALF_A_YEAR, "26 weeks"),
    "two-years": partial(_noise, TWO_YEARS, "two years"),
    "power": _power,
    "fair": _fair_test,
    "trend": _trends,
}

if __name__ == "__main__":
    sys.exit(main())
