"""Logs people in without a form: for pages looked at or timed, not for the log-in itself."""

import time

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore

HOUR = 3600  # a long walk stays within the time in which no password is asked again


def session_cookie(person: User) -> str:
    """Return the value of the session cookie of a person who gave the password a moment ago."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session["account_authentication_methods_user"] = str(person.pk)
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time() + HOUR, "reauthenticated": True}
    ]
    session.create()
    return str(session.session_key)
