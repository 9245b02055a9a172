"""Simulates, prints the tables, and fails where a goal is missed."""

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import Pool, cpu_count
from multiprocessing.pool import Pool as Workers
from typing import NamedTuple

from tests.bench_statistics.counting import is_clear, is_told, is_trend
from tests.bench_statistics.histories import Truth
from tests.bench_statistics.scenarios import RHOS, Scenario, effects, noise

HALF_A_YEAR, TWO_YEARS = 26, 104  # weeks
MOST_FALSE, LEAST_POWER = 5.0, 80.0  # per cent
FEWER = 2  # longer histories take longer
PAIRS = (4, 6, 7, 8)
FAIR_EFFECTS = (0.0, -0.5, -1.0, -1.5, -2.0)
FAIR_MISSING = 0.1

type Ask = Callable[[str], bool]


class Line(NamedTuple):
    """One line of a table: words, and per cent for each column."""

    words: str
    shares: list[float]


def main() -> int:
    """Return 0 if every goal is met."""
    asked = _arguments()
    tell(f"{asked.runs} histories in each cell, seed {asked.seed}.")
    with Pool(asked.processes) as workers:
        share = partial(_share, workers, asked.runs, asked.seed)
        lines = list(_noise(share, HALF_A_YEAR))
        worst = _table("Told of pure noise, all looks of 26 weeks, %", lines)
        if not asked.quick:
            fewer = partial(_share, workers, asked.runs // FEWER, asked.seed)
            title = (
                f"Told of pure noise, all looks of two years, {asked.runs // FEWER} histories, %"
            )
            worst = max(worst, _table(title, list(_noise(fewer, TWO_YEARS))))
        least = _power(share)
        fair = _fair_test(share)
        _table("A way up or down told of a level path, one look at 26 weeks, %", _trends(share))
    met = worst <= MOST_FALSE and least >= LEAST_POWER and fair <= MOST_FALSE
    tell(f"\nGoals {'met' if met else 'MISSED'}: most false {worst:.1f} % (at most {MOST_FALSE}),")
    tell(f"least power for 1.0 point at 26 weeks {least:.1f} % (at least {LEAST_POWER}),")
    tell(f"most false fair tests {fair:.1f} %.")
    return 0 if met else 1


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-statistics")
    parser.add_argument("--runs", type=int, default=1_000)
    parser.add_argument("--seed", default="26")
    parser.add_argument("--processes", type=int, default=cpu_count())
    parser.add_argument("--quick", action="store_true", help="leave the two years out")
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


def _told(share: Callable[[Ask], float], scenario: Scenario, weeks: int) -> Line:
    shares = [share(partial(is_told, truth, weeks)) for truth in scenario.truths]
    return Line(scenario.words, shares)


def _noise(share: Callable[[Ask], float], weeks: int) -> Iterator[Line]:
    for scenario in noise():
        yield _told(share, scenario, weeks)


def _power(share: Callable[[Ask], float]) -> float:
    """Print the power after 8, 16 and 26 weeks; return the least that the goal is about."""
    goal = []
    for weeks in (8, 16, HALF_A_YEAR):
        lines = [_told(share, scenario, weeks) for scenario in effects()]
        _table(f"Told of a true difference the day after, {weeks} weeks, %", lines)
        if weeks == HALF_A_YEAR:
            asked_for = ("random, 1.0 lower", "clumped, 1.0 lower")
            goal = [share for line in lines if line.words in asked_for for share in line.shares]
    return min(goal)


def _fair_test(share: Callable[[Ask], float]) -> float:
    """Print how often a fair test is clear; return its largest share without an effect."""
    most = 0.0
    for rho in RHOS:
        lines = [
            Line(
                f"{pairs} pairs",
                [share(partial(is_clear, rho, pairs, e, FAIR_MISSING)) for e in FAIR_EFFECTS],
            )
            for pairs in PAIRS
        ]
        heads = [f"{-effect:.1f} lower" for effect in FAIR_EFFECTS]
        _table(f"A fair test called clear, rho {rho}, %", lines, heads)
        most = max(most, *(line.shares[0] for line in lines))
    return most


def _trends(share: Callable[[Ask], float]) -> list[Line]:
    truths = [Truth(rho=rho, sessions="random", missing=0.15) for rho in RHOS]
    return [Line("level", [share(partial(is_trend, truth, HALF_A_YEAR)) for truth in truths])]


if __name__ == "__main__":
    sys.exit(main())
