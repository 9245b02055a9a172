"""Names the app."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The floor that knows what a person felt."""

    name = "journal"
