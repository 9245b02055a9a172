"""Addresses of the diary and the chart."""

from django.urls import path

from journal import views

app_name = "journal"
urlpatterns = [
    path("", views.diary, name="diary"),
    path("write/", views.write, name="write"),
    path("entries/", views.entries, name="entries"),
    path("entries/<uuid:key>/", views.entry, name="entry"),
    path("entries/<uuid:key>/delete/", views.delete, name="delete"),
    path("entries/<uuid:key>/restore/", views.restore, name="restore"),
    path("chart/", views.chart, name="chart"),
]
