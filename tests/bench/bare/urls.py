"""Addresses of the bare site."""

from django.urls import path

from tests.bench.bare import views

urlpatterns = [
    path("", views.main),
    path("chart/", views.chart),
    path("add/", views.add),
    path("health/", views.health),
]
