"""The order of a benchmark: fill both sites, start both servers, time, count, report."""

import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from django.db import connection

from config.management.commands.serve import Command
from tests.bench import growth, people, phone, rules, statements
from tests.bench.cold import cold_load, scripts
from tests.bench.measuring import Cookies, Servers, measure
from tests.bench.report import Goal, goals_of, say, say_goals, say_table
from tests.cookies import session_cookie
from tests.serving import ROOT, Server, granian, resident_kilobytes

YEAR = 365
REGULARS = {"two": 2 * YEAR, "ten": 10 * YEAR, "saver": 2 * YEAR}
BARE = {"DJANGO_SETTINGS_MODULE": "tests.bench.bare.settings"}


def main(options: Namespace) -> int:
    """Run everything, and return how many goals were missed."""
    cookies = fill_both(options.others)
    servers = {
        "ours": granian("config.wsgi:application", first="/health/"),
        "bare": granian("tests.bench.bare.wsgi:application", first="/health/", **BARE),
    }
    say("Both are up; timing.")
    timings = measure(servers, cookies, requests=options.requests, seconds=options.seconds)
    queries = count_queries(cookies)
    say_table(timings, queries)
    goals = goals_of(timings, queries) + site_goals(servers, cookies)
    goals += rules.goals() + statements.goals()
    if options.phone:
        goals += phone.goals(servers["ours"], cookies["ours"]["two"])
    if options.growth:
        goals += growth.goals(servers, cookies, options)
    return say_goals(goals)


def fill_both(others: int) -> Cookies:
    """Make both databases and everybody in them, and return everybody's cookies."""
    Command().make_ready()
    make_database("bare")
    say(f"Filling: {len(REGULARS)} people, and {others} others with 2 years each.")
    people.make_crowd(others, days=2 * YEAR)
    regulars = {name: people.make_regular(name, days=days) for name, days in REGULARS.items()}
    ours = {name: session_cookie(person) for name, person in regulars.items()}
    people.tidy()
    asked = {"people": REGULARS, "others": others, "days": 2 * YEAR}
    return {"ours": ours, "bare": in_process("tests.bench.bare.filling.main", asked, BARE)}


def make_database(name: str) -> None:
    """Make an empty database in the cluster that ours is in."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")


def in_process(function: str, asked: object, more: Mapping[str, str]) -> Any:
    """Return what a function writes that runs under other settings."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.setting_up", function],
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **more},
    )
    return json.loads(done.stdout)


def count_queries(cookies: Cookies) -> dict[str, int]:
    """Return the number of queries of each page."""
    counting = "tests.bench.counting.main"
    ours = in_process(counting, {"server": "ours", "cookies": cookies["ours"]}, {})
    bare = in_process(counting, {"server": "bare", "cookies": cookies["bare"]}, BARE)
    return ours | bare


def site_goals(servers: Servers, cookies: Cookies) -> list[Goal]:
    """Return start, memory and the weight of a first visit; say the bare site's beside ours."""
    sizes = cold_load(servers["ours"].port, cookies["ours"]["two"])
    say("\nFirst visit of Today, compressed bytes:")
    for address, size in sizes.items():
        say(f"{size:9,}  {address}")
    bare = servers["bare"]
    say(f"\nBare: {bare.seconds:.2f} s to the first answer, {megabytes(bare):.0f} MB.")
    return [
        Goal("start to the first 200", round(servers["ours"].seconds, 2), 1.6, "s"),
        Goal("memory of a worker after load", round(megabytes(servers["ours"])), 90, "MB"),
        Goal("Today, first visit, everything", sum(sizes.values()), 60_000, "bytes"),
        Goal("Today, first visit, scripts", scripts(sizes), 30_000, "bytes"),
    ]


def megabytes(server: Server) -> float:
    """Return the memory of a server's worker."""
    return resident_kilobytes(server.worker()) / 1024
