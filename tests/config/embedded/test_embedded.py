"""The embedded server is started once, shared, stopped by the last one out, and recovers."""

import os
import signal
import subprocess
from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from config.embedded import postmaster
from config.embedded.cluster import Cluster
from tests.config.embedded.processes import JOIN, STAY, ask, run, said, wait_until

DEAD_PID = 2**22 + 1  # above the highest that Linux hands out


def kill(cluster):
    """Kill the server and return its process id."""
    server = postmaster.find(cluster.folder)
    os.kill(server, signal.SIGKILL)
    wait_until(lambda: not postmaster.is_server(server, cluster.folder))
    return server


def test_cluster_is_made_and_answers(place):
    cluster = Cluster(place / "data")

    assert ask(cluster, "SELECT current_user") == "backbeat"
    assert ask(cluster, "SELECT datlocale FROM pg_database") == "C.UTF-8"
    assert ask(cluster, "SELECT upper('żółć')") == "ŻÓŁĆ"

    cluster.leave()
    assert postmaster.find(cluster.folder) is None


def still_making(data):
    """Whether a process is at work on a folder that is being made."""
    commands = [read(file) for file in Path("/proc").glob("[0-9]*/cmdline")]
    return any(f"{data}/cluster.making-" in command for command in commands)


def read(file):
    try:
        return file.read_text(errors="replace")
    except OSError:  # it has ended
        return ""


def test_interrupted_making_leaves_nothing_half_made(place):
    data = place / "data"
    with run(JOIN, data) as process:
        wait_until(lambda: list(data.glob("cluster.making-*/PG_VERSION")))
        process.kill()
    wait_until(lambda: not still_making(data))  # the tool it had started outlives it a little

    assert not (data / "cluster").exists()

    cluster = Cluster(data)
    assert ask(cluster, "SELECT 1") == 1
    cluster.leave()
    assert not list(data.glob("cluster.making-*"))


def test_start_survives_the_pid_file_of_a_dead_process(cluster):
    (cluster.folder / "postmaster.pid").write_text(f"{DEAD_PID}\n{cluster.folder}\n")

    assert ask(cluster, "SELECT 1") == 1


def test_start_survives_a_pid_that_another_program_has_taken_over(cluster):
    cluster.ensure_running()
    kill(cluster)
    socket_lock = cluster.data / "socket" / ".s.PGSQL.5432.lock"
    with subprocess.Popen(["sleep", "60"]) as other:
        try:
            for path in (cluster.folder / "postmaster.pid", socket_lock):
                _, *lines = path.read_text().splitlines()
                path.write_text("\n".join([str(other.pid), *lines]))

            cluster.ensure_running()

            assert ask(cluster, "SELECT 1") == 1
            assert other.poll() is None
        finally:
            other.kill()


def test_killed_server_starts_again_with_every_committed_row(cluster):
    with psycopg.connect(dbname="backbeat", **cluster.address()) as connection:
        connection.execute("CREATE TABLE survivor AS SELECT 42 AS number")
    killed = kill(cluster)

    cluster.ensure_running()

    assert postmaster.find(cluster.folder) != killed
    assert ask(cluster, "SELECT number FROM survivor") == 42


def test_two_processes_starting_at_once_start_one_server(place):
    with run(STAY, place / "data") as one, run(STAY, place / "data") as other:
        server = int(one.stdout.readline())

        assert int(other.stdout.readline()) == server


def test_last_one_out_stops_the_server(cluster):
    with run(STAY, cluster.data) as last:
        last.stdout.readline()
        with run(STAY, cluster.data) as first:
            first.stdout.readline()
        assert postmaster.find(cluster.folder)

    assert postmaster.find(cluster.folder) is None


def test_killed_user_counts_no_longer(cluster):
    with run(STAY, cluster.data) as killed:
        killed.stdout.readline()
        killed.kill()
    assert postmaster.find(cluster.folder)

    said(JOIN, cluster.data)

    assert postmaster.find(cluster.folder) is None


def test_forked_child_keeps_the_server_when_its_parent_ends(cluster):
    code = """
import os
reading, writing = os.pipe()
if os.fork():
    os.read(reading, 1)
    cluster.leave()
    print(postmaster.find(cluster.folder), flush=True)
    os._exit(0)
cluster.address()
os.write(writing, b".")
sys.stdin.read()
"""
    with run(JOIN + code, cluster.data) as process:
        server = process.stdout.readline()
        assert process.stdout.readline() == server

    wait_until(lambda: postmaster.find(cluster.folder) is None)


def cluster_of_version(data, version):
    """Return a cluster that holds nothing but the number of its version."""
    cluster = Cluster(data)
    cluster.folder.mkdir(parents=True)
    (cluster.folder / "PG_VERSION").write_text(f"{version}\n")
    return cluster


def test_failed_start_says_why(place):
    with pytest.raises(OperationalError, match=r"did not start.*\n.*could not .*postgresql.conf"):
        cluster_of_version(place / "data", 18).ensure_running()


def test_cluster_of_another_version_is_refused(place):
    with pytest.raises(ImproperlyConfigured, match="made by Postgres 16, this is 18"):
        cluster_of_version(place / "data", 16).ensure_running()
