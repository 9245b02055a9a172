"""Knows how the writes of one person wait for one another."""

from django.contrib.auth.models import User


def one_after_the_other(person: User) -> None:
    """Let nothing else that takes its turn be done for the same person until this is."""
    User.objects.select_for_update().only("pk").get(pk=person.pk)
