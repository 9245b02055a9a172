"""Knows why a write is refused."""


class NotAllowedError(Exception):
    """The person's safety answers do not allow a session now."""


class OtherBodyError(Exception):
    """The same key came before with something else in it."""
