"""Runs the app as its users do: real servers on a throw-away data folder and free ports."""

import atexit
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
START_SECONDS = 90
LEFT_OUT = (
    "DATABASE_URL",
    "DEBUG",
    "HTTPS",
    "ALLOWED_HOSTS",
    "EMAIL_HOST",
    "TRUSTED_PROXIES",
    "PORT",
)


def set_stage() -> Path:
    """Point this process and all it starts to a new data folder, gone when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="backbeat-stage-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in LEFT_OUT:
        os.environ.pop(name, None)
    os.environ["BACKBEAT_DATA"] = str(folder / "data")
    os.environ["STATIC_ROOT"] = str(folder / "static")
    os.environ["SECRET_KEY"] = "only-for-a-throw-away-stage"
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    return folder


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        return int(listening.getsockname()[1])


class Server:
    """A server process with one worker.

    Attributes:
        port: Where it listens.
        seconds: From its start to its first answer.
    """

    def __init__(self, command: list[str], port: int, first: str, **more: str) -> None:
        self.port = port
        began = time.monotonic()
        environment = {**os.environ, **more}
        self.process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)
        atexit.register(self.stop)
        while not self._answers(first):
            if self.process.poll() is not None or time.monotonic() - began > START_SECONDS:
                raise RuntimeError(f"{command} did not start.")
            time.sleep(0.01)
        self.seconds = time.monotonic() - began

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def _answers(self, path: str) -> bool:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=10)
        with suppress(OSError, http.client.HTTPException):
            connection.request("GET", path)
            return connection.getresponse().status == http.HTTPStatus.OK
        return False

    def worker(self) -> int:
        """Return the process that answers: the first child that holds an application."""
        children = [pid for pid, parent in _parents().items() if parent == self.process.pid]
        return max(children, key=resident_kilobytes, default=self.process.pid)

    def stop(self) -> None:
        """End the server and wait for it."""
        if self.process.poll() is None:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(10)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def granian(application: str, *, first: str, **more: str) -> Server:
    """Return the production server with one worker and one thread, once it answers."""
    port = free_port()
    command = [
        "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port),
        "--workers", "1", "--blocking-threads", "1", "--no-ws", "--log-level", "warning",
        application,
    ]  # fmt: skip
    return Server(command, port, first, **more)


def site(**more: str) -> Server:
    """Return ``manage.py serve`` on a free port, once it answers."""
    port = free_port()
    return Server(["manage.py", "serve", "--port", str(port)], port, "/health/", **more)


def resident_kilobytes(pid: int) -> int:
    """Return the memory that a process holds, as Linux counts it; 0 elsewhere."""
    return int(_status(pid).get("VmRSS", "0").split()[0])


def cpu_seconds(pid: int) -> float:
    """Return the processor time that all threads of a process have used, by Linux; 0 elsewhere."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1_000_000_000


def _parents() -> dict[int, int]:
    """Return the parent of each running process."""
    pids = [int(entry.name) for entry in Path("/proc").glob("[0-9]*")]
    return {pid: int(_status(pid).get("PPid", "0")) for pid in pids}


def _status(pid: int) -> Mapping[str, str]:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return {}
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
