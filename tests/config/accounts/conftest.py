"""What every test of coming in needs."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def fresh_counts(db):
    """Rate limits count in the cache, which no transaction rolls back for the next test."""
    cache.clear()
