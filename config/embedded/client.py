"""How `manage.py dbshell` reaches the embedded server: with its own psql, through its socket."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import client

from config.embedded import binaries, cluster


class DatabaseClient(client.DatabaseClient):
    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        address = cluster.of(settings_dict).address()
        known = {name.upper(): value for name, value in address.items()}
        args, env = super().settings_to_cmd_args_env({**settings_dict, **known}, parameters)
        return [binaries.program("psql"), *args[1:]], env
