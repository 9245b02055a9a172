"""Brings the database, the catalogue and the static files up to date, and serves the site."""

import contextlib
import multiprocessing
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from config import env

WORKERS = 2  # on two cores: a third brings nothing, threads neither


class Command(BaseCommand):
    """Serves the site on PORT (8000) and HOST (127.0.0.1) until Ctrl-C."""

    help = __doc__ or ""
    requires_system_checks = "__all__"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Let the environment's HOST and PORT be overridden."""
        parser.add_argument("--host", default=env.text("HOST", "127.0.0.1"))
        parser.add_argument("--port", type=int, default=env.number("PORT", 8000))

    def handle(self, *args: Any, **options: Any) -> None:
        """Make ready, then serve; this process keeps the embedded database alive."""
        connection.ensure_connection()
        connections.close_all()
        self.make_ready_apart()
        self.say_where(options["host"], options["port"])
        server = Server(
            "config.wsgi:application",
            address=options["host"],
            port=options["port"],
            interface=Interfaces.WSGI,
            workers=env.number("WORKERS", WORKERS, least=1),
            blocking_threads=1,
            respawn_failed_workers=True,
            websockets=False,
            log_level=LogLevels.warning,
            log_access=False,
        )
        with contextlib.suppress(KeyboardInterrupt):
            server.serve()

    def make_ready_apart(self) -> None:
        """Make ready in a process that ends, so that the workers do not inherit its memory."""
        process = multiprocessing.get_context("fork").Process(target=self.make_ready)
        process.start()
        process.join()
        if process.exitcode:
            raise CommandError("Not served: the last message says why.")

    def make_ready(self) -> None:
        """Migrate, load and collect, or say in one sentence why not; quick when nothing changed."""
        try:
            self.bring_up_to_date()
        except CommandError as error:
            self.stderr.write(self.style.ERROR(str(error)))
            sys.exit(1)

    def bring_up_to_date(self) -> None:
        """Do what has to be done before the first request."""
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("load_catalogue", "--keep", stdout=self.stdout)
        call_command("load_programmes", stdout=self.stdout)
        call_command("clean_up", stdout=self.stdout)
        if not settings.DEBUG and static_files_changed(Path(settings.STATIC_ROOT)):
            call_command("collectstatic", interactive=False, verbosity=0, clear=True)

    def say_where(self, host: str, port: int) -> None:
        """Print the address, and what to do there."""
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(
            self.style.SUCCESS(f"\nBackbeat is at http://{shown}:{port}\n")
            + "Open it, answer the safety questions and make an account,"
            + ' or press "Try it with sample data".\nCtrl-C stops it; your data stays in '
            + f"{settings.DATA_DIR}.\n"
        )


def static_files_changed(collected: Path) -> bool:
    """Return True where a source file is newer than the last collection, or there is none."""
    manifest = collected / "staticfiles.json"
    if not manifest.is_file():
        return True
    since = manifest.stat().st_mtime
    return any(
        Path(storage.path(name)).stat().st_mtime > since
        for finder in finders.get_finders()
        for name, storage in finder.list([])
    )
