"""The map of the site."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from config import accounts, styleguide, views

urlpatterns = [
    path("", views.today, name="today"),
    path("you/", include("config.you.urls")),
    path("try/", views.try_sample, name="try_sample"),
    path("bad-day/", views.bad_day, name="bad_day"),
    path("about/", views.about, name="about"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("offline/pack/", views.offline_pack, name="offline_pack"),
    path("offline/token/", views.offline_token, name="offline_token"),
    path("service-worker.js", views.service_worker, name="service_worker"),
    path("offline/", views.offline_page, name="offline"),
    path("health/", views.health, name="health"),
    path("", include("points.urls")),
    path("", include("routines.urls")),
    path("journal/", include("journal.urls")),
    path("account/", include("allauth.urls")),
    path("admin/login/", accounts.admin_log_in),
    path("admin/", admin.site.urls),
]

if settings.DEBUG:
    urlpatterns += [path("styleguide/", styleguide.styleguide, name="styleguide")]
