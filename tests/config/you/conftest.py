"""What every test of the You pages needs."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def fresh_counts(db):
    """Rate limits count in the cache, which no transaction rolls back for the next test."""
    cache.clear()
