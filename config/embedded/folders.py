"""Which folders the database uses and who may enter them: only the account that runs the server."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config.embedded.runner import Runner

SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 100  # bytes; the kernels allow 103 to 107
OURS = ("cluster", "postgres.log")
MARK = "users.lock"


def prepare(data: Path) -> None:
    """Make the data folder, open to its owner only.

    Raises:
        ImproperlyConfigured: when it belongs to another user, or is open and holds other things.
    """
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    status = data.stat()
    if os.geteuid() not in {0, status.st_uid}:
        message = f"The data folder {data} belongs to another user: set BACKBEAT_DATA."
        raise ImproperlyConfigured(message)
    if stat.S_IMODE(status.st_mode) != 0o700:
        _check_taken_over(data)
        data.chmod(0o700)


def give(data: Path, runner: Runner) -> None:
    """Let the server's account own its folders; only root can, and only root needs to."""
    if data.stat().st_uid != runner.uid:
        _check_taken_over(data)
        _change_owner(data, runner)
    for path in (data / name for name in OURS):
        if path.exists() and path.lstat().st_uid != runner.uid:
            _change_owner_below(path, runner)


def write(path: Path, text: str, runner: Runner) -> None:
    """Put the text in place at once, readable by the server's account only."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    _change_owner(part, runner)
    part.replace(path)


def socket_folder(data: Path) -> Path | None:
    """Return the folder of the server's socket; None when there is none that only we can enter."""
    folder = (data / "socket").resolve()
    return folder if _is_private(folder, like=data) else None


def make_socket_folder(data: Path, runner: Runner) -> Path:
    """Return the folder for the socket: inside the data, or elsewhere where that path is too long.

    Elsewhere it has a name that nobody can guess, and the data folder holds a link to it.
    """
    place = data / "socket"
    fitting = _fits(place)
    known = socket_folder(data)
    if known and place.is_symlink() != fitting:
        return known
    _remove(place)
    folder = place if fitting else Path(tempfile.mkdtemp(prefix="backbeat-", dir=_roomy()))
    if fitting:
        folder.mkdir(mode=0o700)
    else:
        place.symlink_to(folder)
    _change_owner(folder, runner)
    return folder


def remove_socket_folder(data: Path) -> None:
    """Leave nothing in the temporary folder when the server has stopped."""
    folder = socket_folder(data)
    if folder and (data / "socket").is_symlink():
        shutil.rmtree(folder, ignore_errors=True)


def _is_private(folder: Path, *, like: Path) -> bool:
    """Return whether only the owner of the other folder can enter this one."""
    try:
        status, owner = folder.lstat(), like.stat().st_uid
    except FileNotFoundError:
        return False
    return status.st_uid == owner and status.st_mode == stat.S_IFDIR | 0o700


def _fits(folder: Path) -> bool:
    # A comma parts folders, both in Postgres's setting and in libpq's host.
    path = os.fsencode(folder / SOCKET_NAME)
    return len(path) <= LONGEST_SOCKET_PATH and not set(path) & set(b',"')


def _roomy() -> str:
    """Return the temporary folder of this user, or the system's if even that path is long."""
    mine = tempfile.gettempdir()
    return mine if _fits(Path(mine) / "backbeat-12345678") else "/tmp"  # noqa: S108 - mkdtemp inside


def _check_taken_over(data: Path) -> None:
    """Refuse a home or system folder: we would close it to everybody else."""
    known = any((data / name).exists() for name in ("cluster", MARK))
    if not known and any(path.is_dir() for path in data.iterdir()):
        message = f"{data} is not private and holds other folders: set BACKBEAT_DATA to a new one."
        raise ImproperlyConfigured(message)


def _remove(place: Path) -> None:
    if place.is_symlink():
        place.unlink()
    else:
        shutil.rmtree(place, ignore_errors=True)


def _change_owner(path: Path, runner: Runner) -> None:
    if os.geteuid() == 0:
        os.chown(path, runner.uid, runner.gid, follow_symlinks=False)


def _change_owner_below(top: Path, runner: Runner) -> None:
    for folder, _, names in os.walk(top, topdown=False):
        for path in (Path(folder), *(Path(folder) / name for name in names)):
            _change_owner(path, runner)
    _change_owner(top, runner)
