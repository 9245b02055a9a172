"""Reads the environment into typed values, and fails loudly when a value cannot be used."""

import os
from pathlib import Path
from urllib.parse import ParseResult, parse_qsl, unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"", "0", "false", "no", "off"})


def text(name: str, default: str = "") -> str:
    """Return the variable, or the default where it is unset."""
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    """Return True for 1, true, yes, on and False for 0, false, no, off or an empty value."""
    word = os.environ.get(name, str(default)).strip().lower()
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise ImproperlyConfigured(f"{name} is {word!r}: write 1 or 0.")


def number(name: str, default: int, *, least: int = 0) -> int:
    """Return a whole number that is at least ``least``."""
    written = os.environ.get(name, "").strip()
    if not written:
        return default
    if not written.isdecimal() or int(written) < least:
        raise ImproperlyConfigured(f"{name} is {written!r}: write a whole number from {least} up.")
    return int(written)


def words(name: str) -> list[str]:
    """Return the parts of a list written with commas, without empty ones."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def path(name: str, default: Path) -> Path:
    """Return an absolute path; a relative one starts at the current folder."""
    written = os.environ.get(name, "").strip()
    return Path(written).expanduser().absolute() if written else default


def kept(file: Path) -> str:
    """Return what a file holds, or an empty text where there is none."""
    return file.read_text().strip() if file.is_file() else ""


def database(name: str) -> dict[str, object] | None:
    """Return Django's settings of a PostgreSQL address, or None where the variable is unset.

    ``postgresql://user:password@host:5432/name?sslmode=require``; a host that starts with a
    slash (written ``%2F``), or ``?host=/folder``, is a folder with a socket.
    """
    written = os.environ.get(name, "").strip()
    if not written:
        return None
    try:
        url = urlparse(written)
        if url.scheme in {"postgres", "postgresql"} and len(url.path) > 1:
            return _postgres_settings(url)
    except ValueError:  # a port that is no number, a bracket without its twin
        pass
    raise ImproperlyConfigured(f"{name}: write postgresql://user:password@host:5432/database.")


def _postgres_settings(url: ParseResult) -> dict[str, object]:
    options = dict(parse_qsl(url.query))
    socket, port = options.pop("host", ""), options.pop("port", "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path[1:]),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": socket or _host(url),
        "PORT": str(url.port or port),
        "OPTIONS": options,
    }


def _host(url: ParseResult) -> str:
    """Return the host as it was written: a folder's name may have capitals."""
    host = url.netloc.rpartition("@")[2]
    return unquote(host) if host.lower().startswith("%2f") else url.hostname or ""


def mailer() -> dict[str, object]:
    """Return how mail is sent: through EMAIL_HOST, or to the console where it is unset."""
    host = text("EMAIL_HOST")
    if not host:
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": host,
            "port": number("EMAIL_PORT", 587),
            "username": text("EMAIL_USER"),
            "password": text("EMAIL_PASSWORD"),
            "use_tls": flag("EMAIL_TLS", default=True),
            "timeout": 10,  # seconds: a hanging mail server must not hold a worker
        },
    }
