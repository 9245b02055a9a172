"""Which account the server runs as, and which account Postgres sees behind our connections.

Postgres refuses to run as root. Started by root it runs in a user namespace in which root's files
belong to an ordinary account; where the kernel refuses that, as a system account of its own.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

ACCOUNT = "backbeat"
OVERFLOW = Path("/proc/sys/kernel/overflowuid")
# Nothing of our own environment: PGPORT, PGDATA and the like would change what the server does.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
FIRST_CLOSED = 'for path; do [ -x "$path" ] || { printf %s "$path"; exit; }; done'


@dataclass(frozen=True, kw_only=True)
class Runner:
    """How to run a program as the server's account.

    `uid` and `gid` own the server's files as seen from here, `peer` is the account that Postgres
    sees when a process like ours connects, `prefix` goes before each command, `switches` tells
    whether to change to the uid.
    """

    uid: int
    gid: int
    peer: str
    prefix: tuple[str, ...] = ()
    switches: bool = False

    def run(self, *command: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Return the finished program with its output; `typed` is its standard input."""
        return subprocess.run(  # noqa: S603 - our own programs, no shell, no text from a person
            [*self.prefix, *command],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env=ENVIRONMENT,
            umask=0o077,
            start_new_session=True,
            **self._switch(),
        )

    def check_reach(self, *paths: Path) -> None:
        """Refuse, by name, the first folder that the server's account cannot enter.

        Raises:
            ImproperlyConfigured: when there is one.
        """
        steps = [str(step) for path in paths for step in [*reversed(path.parents), path]]
        if closed := self.run("/bin/sh", "-c", FIRST_CLOSED, "sh", *steps).stdout:
            message = (
                f"The database server runs without root's powers and cannot enter {closed}: "
                "move the project or BACKBEAT_DATA, or start the app as an ordinary user."
            )
            raise ImproperlyConfigured(message)

    def _switch(self) -> Mapping[str, Any]:
        if not self.switches:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def ordinary() -> Runner:
    """Return the account of this process, which is not root."""
    return Runner(uid=os.geteuid(), gid=os.getegid(), peer=_account_name(os.geteuid()))


def mapped() -> Runner | None:
    """Return root seen as an ordinary account from inside a user namespace; None if refused."""
    unshare, inside = shutil.which("unshare"), _some_account()
    if unshare is None or inside is None:
        return None
    prefix = (unshare, f"--map-user={inside.pw_uid}", f"--map-group={inside.pw_gid}", "--")
    runner = Runner(uid=0, gid=0, peer=inside.pw_name, prefix=prefix)
    return runner if runner.run("/bin/sh", "-c", "exit 0").returncode == 0 else None


def system_account(name: str = ACCOUNT) -> Runner:
    """Return the system account of that name, made if there is none; only root can change to it."""
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        entry = _add_account(name)
    return Runner(uid=entry.pw_uid, gid=entry.pw_gid, peer=_account_name(0), switches=True)


def choose() -> Runner:
    return ordinary() if os.geteuid() else mapped() or system_account()


def _account_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        message = f"Postgres needs an account name for user id {uid}: make one or set DATABASE_URL."
        raise ImproperlyConfigured(message) from None


def _some_account() -> pwd.struct_passwd | None:
    """Return any account but root and the one that stands for all strangers in a user namespace."""
    stranger = int(OVERFLOW.read_text()) if OVERFLOW.exists() else 65534
    accounts = (entry for entry in pwd.getpwall() if entry.pw_uid not in {0, stranger})
    return min(accounts, key=lambda entry: entry.pw_uid, default=None)


def _add_account(name: str) -> pwd.struct_passwd:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd:
        command = [useradd, "--system", "--user-group", "--no-create-home", "--shell", "/bin/false"]
        subprocess.run([*command, name], check=False, capture_output=True)  # noqa: S603 - fixed
    try:
        return pwd.getpwnam(name)
    except KeyError:
        message = f"Postgres refuses to run as root: make a system account {name}."
        raise ImproperlyConfigured(message) from None
