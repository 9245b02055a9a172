"""Which database a test run may make and drop: one whose name says test."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import creation


class DatabaseCreation(creation.DatabaseCreation):
    def create_test_db(self, *args: Any, **options: Any) -> str:
        name = self.connection.settings_dict["TEST"]["NAME"]
        if name and "test" not in name:
            message = f"The test database is called {name!r}: its name must hold the word test."
            raise ImproperlyConfigured(message)
        return super().create_test_db(*args, **options)
