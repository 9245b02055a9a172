"""Who uses the server and who may start it: locks that the kernel drops with their process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock for one thread of one process; others wait."""
    lock = _open(path)
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield
    finally:
        # Said aloud, as a child forked meanwhile would keep an only closed lock.
        fcntl.flock(lock, fcntl.LOCK_UN)
        os.close(lock)


class Presence:
    """The shared lock that each process holds from its first connection to its end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: int | None = None
        # A forked child shares the lock with its parent: it lets go and enters by itself.
        os.register_at_fork(after_in_child=self.leave)

    @property
    def is_in(self) -> bool:
        return self._lock is not None

    def enter(self) -> bool:
        """Return True when this process was not in; waits while the last one out closes down."""
        if self._lock is not None:
            return False
        lock = _open(self._path)
        fcntl.flock(lock, fcntl.LOCK_SH)
        self._lock = lock
        return True

    def is_last(self) -> bool:
        """Return whether nobody else is in, and then keep others out until we leave.

        Asked on the way out only: the answer False has given up our own place.
        """
        if self._lock is None:
            return False
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def leave(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
