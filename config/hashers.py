"""Knows how passwords are hashed: Argon2id, sized for a small server."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class SmallArgon2Hasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB, 2 passes and 1 lane.

    Django's default takes 100 MiB a hash, with which a flood of log-ins stops a small server.

    Source:
        OWASP Password Storage Cheat Sheet, minimum configuration of Argon2id.
    """

    time_cost = 2
    memory_cost = 19_456  # KiB
    parallelism = 1
