"""Pages that cross apps."""

from config.views.bad_day import bad_day
from config.views.front import about, health, try_sample
from config.views.installing import favicon, manifest, offline_page, service_worker
from config.views.offline import offline_pack, offline_token
from config.views.today import today

__all__ = [
    "about",
    "bad_day",
    "favicon",
    "health",
    "manifest",
    "offline_pack",
    "offline_page",
    "offline_token",
    "service_worker",
    "today",
    "try_sample",
]
