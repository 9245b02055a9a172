"""The map of the You pages."""

from django.urls import path

from config.you import views

urlpatterns = [
    path("", views.you, name="you"),
]
