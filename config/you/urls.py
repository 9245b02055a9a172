"""The map of the You pages."""

from django.urls import path

from config.you import views

urlpatterns = [
    path("", views.you, name="you"),
    path("preferences/", views.you_preferences, name="you_preferences"),
    path("export/", views.you_export, name="you_export"),
    path("delete/", views.you_delete, name="you_delete"),
]
