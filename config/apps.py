"""Names the app that holds commands and checks of the whole site."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from config import checks


class SiteConfig(AppConfig):
    """The floor that knows everyone."""

    name = "config"
    verbose_name = "Backbeat"

    def ready(self) -> None:
        """Register the checks that Django does not make by itself."""
        register(checks.content_security_policy_is_set, Tags.security)
        register(checks.https_has_a_proxy, Tags.security)
