"""How the server process is started, recognised and stopped."""

import os
import signal
import subprocess
import time
from pathlib import Path

from config.embedded import binaries
from config.embedded.folders import SOCKET_NAME
from config.embedded.runner import Runner

PORT = "5432"  # of the socket's name only: no address is listened on
STOP_SECONDS = 30
STATUS_LINE = 7  # of postmaster.pid, counted from 0
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    # A small machine that mostly does something else.
    "max_connections": "40",
    "shared_buffers": "96MB",
    "io_method": "sync",
    "max_parallel_workers_per_gather": "0",
    "max_logical_replication_workers": "0",
    "min_wal_size": "64MB",
    "max_wal_size": "256MB",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Errors quote values, and values are about health: the app gets them, the log does not.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}
# The shell ends at once and leaves the server to process 1: a dead one is no zombie of ours.
START = 'log=$1; shift; "$@" </dev/null >>"$log" 2>&1 & echo $!'


def launch(cluster: Path, socket: Path, log: Path, runner: Runner) -> int:
    """Return the process id of a server that has just begun to start."""
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    where = ["-D", str(cluster), "-k", str(socket), "-p", PORT]
    command = ["/bin/sh", "-c", START, "sh", str(log), binaries.program("postgres"), *where]
    return int(runner.run(*command, *settings).stdout)


def find(cluster: Path) -> int | None:
    """Return the process id of this cluster's living server; None if it has none."""
    pid = _first_number(cluster / "postmaster.pid")
    return pid if pid and is_server(pid, cluster) else None


def is_ready(cluster: Path) -> bool:
    """Return whether the server says that it takes connections."""
    try:
        return (cluster / "postmaster.pid").read_text().splitlines()[STATUS_LINE].strip() == "ready"
    except (FileNotFoundError, IndexError):
        return False


def is_server(pid: int, cluster: Path) -> bool:
    return f"/postgres -D {cluster} -k " in _command_line(pid)


def forget_taken_over(cluster: Path, socket: Path) -> None:
    """Remove lock files whose process id now belongs to another program.

    Those of dead processes Postgres removes itself, after it has looked for leftover children.
    """
    for path in (cluster / "postmaster.pid", socket / f"{SOCKET_NAME}.lock"):
        pid = _first_number(path)
        if pid and _exists(pid) and not is_server(pid, cluster):
            path.unlink(missing_ok=True)


def stop(cluster: Path) -> None:
    """Ask the server to end the connections and stop, and wait until it has."""
    pid = find(cluster)
    if pid is None:
        return
    os.kill(pid, signal.SIGINT)
    until = time.monotonic() + STOP_SECONDS
    while is_server(pid, cluster) and time.monotonic() < until:
        time.sleep(0.01)


def _first_number(path: Path) -> int | None:
    try:
        return int(path.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _command_line(pid: int) -> str:
    """Return the command line of a living process; nothing for a dead one or a zombie."""
    if Path("/proc/self/cmdline").exists():
        try:
            return os.fsdecode(Path(f"/proc/{pid}/cmdline").read_bytes()).replace("\0", " ")
        except (FileNotFoundError, ProcessLookupError):
            return ""
    command = ["/bin/ps", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
