"""Pages that cross apps."""

from config.views.front import about, health, try_sample
from config.views.today import today

__all__ = ["about", "health", "today", "try_sample"]
