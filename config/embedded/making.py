"""How an empty cluster is made: whole or not at all, with one role that is no superuser."""

import os
import shutil
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from config.embedded import binaries, folders
from config.embedded.runner import Runner

ROLE = "backbeat"
UNFINISHED = "cluster.making-"
# Our role may make databases, as the tests do; no line of pg_hba.conf lets a superuser in.
FIRST_STATEMENTS = f"CREATE ROLE {ROLE} LOGIN CREATEDB;\nCREATE DATABASE {ROLE} OWNER {ROLE};\n"
INITDB_OPTIONS = (
    "--username=postgres",
    "--auth-local=peer",
    "--auth-host=reject",
    "--data-checksums",
    "--encoding=UTF8",
    # The collation built into Postgres, the same on every machine; the C library's changes with it.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--text-search-config=simple",
    "--no-instructions",
)


def make_cluster(cluster: Path, runner: Runner) -> None:
    """Make the cluster beside its place and move it there when it is whole."""
    for unfinished in cluster.parent.glob(UNFINISHED + "*"):
        shutil.rmtree(unfinished, ignore_errors=True)
    making = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=cluster.parent))
    try:
        if os.geteuid() == 0:
            os.chown(making, runner.uid, runner.gid)
        _fill(making, runner)
        making.rename(cluster)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    _sync(cluster.parent)


def check_version(cluster: Path) -> None:
    version = (cluster / "PG_VERSION").read_text().strip()
    if version != str(binaries.MAJOR_VERSION):
        message = f"{cluster} was made by Postgres {version}, this is {binaries.MAJOR_VERSION}."
        raise ImproperlyConfigured(message)


def write_access_rules(cluster: Path, runner: Runner) -> None:
    """Let in one account as one role; written at each start, as the account may change."""
    account = runner.peer.replace('"', '""')
    folders.write(cluster / "pg_hba.conf", f"local all {ROLE} peer map={ROLE}\n", runner)
    folders.write(cluster / "pg_ident.conf", f'{ROLE} "{account}" {ROLE}\n', runner)


def _fill(making: Path, runner: Runner) -> None:
    _run(runner, binaries.program("initdb"), *INITDB_OPTIONS, f"--pgdata={making}")
    postgres = [binaries.program("postgres"), "--single", "-c", "exit_on_error=on"]
    _run(runner, *postgres, "-D", str(making), "template1", typed=FIRST_STATEMENTS)


def _run(runner: Runner, *command: str, typed: str = "") -> None:
    finished = runner.run(*command, typed=typed)
    if finished.returncode:
        last = "\n".join(finished.stderr.splitlines()[-5:])
        message = f"The database could not be made.\n{last}"
        raise OperationalError(message)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
