"""One database cluster in one folder: how a process joins it, starts it and leaves it."""

import atexit
import time
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import OperationalError
from psycopg.conninfo import make_conninfo

from config.embedded import binaries, folders, locks, making, postmaster
from config.embedded.runner import Runner, choose

START_SECONDS = 60
LOG_BYTES = 1_000_000
# Children of a killed server hold its memory, and its lock file names it, for a moment.
LEFTOVERS = ("pre-existing shared memory block", "lock file")
LEFTOVER_SECONDS = 10


class Cluster:
    """A server that the first process to need it starts and the last one to end stops."""

    def __init__(self, data: Path, choose_runner: Callable[[], Runner] = choose) -> None:
        self.data = data.expanduser().resolve()
        self.folder = self.data / "cluster"
        self._log = self.data / "postgres.log"
        self._choose_runner = choose_runner
        self._presence = locks.Presence(self.data / folders.MARK)

    def address(self) -> dict[str, str]:
        """Return host, port and user to connect with; a process's first call joins the server."""
        socket = folders.socket_folder(self.data) if self._presence.is_in else None
        return _address(socket or self.ensure_running())

    def ensure_running(self) -> Path:
        """Return the folder of the socket of a server that answers, started now if need be.

        Raises:
            OperationalError: with the last lines of the log, when it does not start.
        """
        folders.prepare(self.data)
        with locks.alone(self.data / "start.lock"):
            if self._presence.enter():
                atexit.register(self.leave)
            return self._answering_socket() or self._start()

    def leave(self) -> None:
        """Let go of the server, and stop it when nobody else uses it."""
        if self._presence.is_last():
            postmaster.stop(self.folder)
            folders.remove_socket_folder(self.data)
        self._presence.leave()

    def _answering_socket(self) -> Path | None:
        socket = folders.socket_folder(self.data)
        return socket if socket and self._answers(socket) else None

    def _answers(self, socket: Path) -> bool:
        if not (postmaster.find(self.folder) and postmaster.is_ready(self.folder)):
            return False
        try:
            psycopg.connect(make_conninfo(dbname="postgres", **_address(socket))).close()
        except psycopg.OperationalError:
            return False
        return True

    def _start(self) -> Path:
        runner = self._prepare()
        socket = folders.make_socket_folder(self.data, runner)
        postmaster.forget_taken_over(self.folder, socket)
        already = postmaster.find(self.folder)  # one that was left while it started or stopped
        if not (already and self._comes_up(already, socket)):
            self._launch(socket, runner)
        return socket

    def _launch(self, socket: Path, runner: Runner) -> None:
        log_start = self._log.stat().st_size if self._log.exists() else 0
        until = time.monotonic() + LEFTOVER_SECONDS
        start = partial(postmaster.launch, self.folder, socket, self._log, runner)
        while not self._comes_up(start(), socket):
            said = self._log.read_bytes()[log_start:].decode(errors="replace")
            if time.monotonic() > until or not any(sign in said for sign in LEFTOVERS):
                raise OperationalError(_failure(self._log, said))
            time.sleep(0.2)

    def _prepare(self) -> Runner:
        """Return the server's account, once all that it needs is in place and within its reach."""
        runner = self._choose_runner()
        runner.check_reach(binaries.folder(), self.data.parent)
        folders.give(self.data, runner)
        if not self.folder.exists():
            making.make_cluster(self.folder, runner)
        making.check_version(self.folder)
        making.write_access_rules(self.folder, runner)
        if folders.socket_folder(self.data) is None:
            postmaster.stop(self.folder)  # one whose socket was swept away is out of reach
        if self._log.exists() and self._log.stat().st_size > LOG_BYTES:
            self._log.replace(self._log.with_suffix(".log.old"))
        return runner

    def _comes_up(self, pid: int, socket: Path) -> bool:
        """Return whether the server answers before it ends."""
        until = time.monotonic() + START_SECONDS
        while postmaster.is_server(pid, self.folder) and time.monotonic() < until:
            if self._answers(socket):
                return True
            time.sleep(0.01)
        return False


def of(settings_dict: Mapping[str, Any]) -> Cluster:
    """Return the cluster of a database's settings: in OPTIONS["data"], else in DATA_DIR."""
    return _at(Path(settings_dict["OPTIONS"].get("data") or settings.DATA_DIR))


@cache
def _at(data: Path) -> Cluster:
    return Cluster(data)


def _address(socket: Path) -> dict[str, str]:
    return {"host": str(socket), "port": postmaster.PORT, "user": making.ROLE}


def _failure(log: Path, said: str) -> str:
    last = "\n".join(said.splitlines()[-5:])
    return f"The database did not start; its log is {log}.\n{last}"
