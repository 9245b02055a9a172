"""Other processes that use a cluster, and how to ask and to wait for them."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[3]
JOIN = """
import sys
from pathlib import Path
from config.embedded import postmaster
from config.embedded.cluster import Cluster

cluster = Cluster(Path(sys.argv[1]))
cluster.address()
print(postmaster.find(cluster.folder), flush=True)
"""
STAY = JOIN + "sys.stdin.read()"


def run(code, *arguments, **environment):
    """Return a running Python with pipes; as a context it is waited for at the end."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(code, *arguments, **environment):
    with run(code, *arguments, **environment) as process:
        output, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    return output.split()


def ask(cluster, question, database="backbeat"):
    with psycopg.connect(dbname=database, **cluster.address()) as connection:
        return connection.execute(question).fetchone()[0]


def wait_until(is_so):
    until = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.005)
