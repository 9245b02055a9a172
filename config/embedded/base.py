"""Django's PostgreSQL backend on a server of our own, started at the first connection."""

from typing import Any

from django.db.backends.postgresql import base

from config.embedded import cluster
from config.embedded.client import DatabaseClient
from config.embedded.creation import DatabaseCreation


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient
    creation_class = DatabaseCreation

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        params.pop("data", None)
        return {**params, **cluster.of(self.settings_dict).address()}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Return a connection, to a server started again if it has died since the last one."""
        try:
            return super().get_new_connection(conn_params)
        except self.Database.OperationalError:
            ours = cluster.of(self.settings_dict)
            ours.ensure_running()
            return super().get_new_connection({**conn_params, **ours.address()})
