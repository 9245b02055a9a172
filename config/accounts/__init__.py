"""Knows how a person comes in: log-in backend, allauth's adapter and forms in our words, admin."""

from config.accounts.views import admin_log_in

__all__ = ["admin_log_in"]
