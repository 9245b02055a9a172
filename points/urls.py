"""Addresses of the library; all public."""

from django.urls import path

from points import views

app_name = "points"

urlpatterns = [
    path("points/", views.points, name="points"),
    path("points/<str:code>/", views.point, name="point"),
    path("techniques/", views.techniques, name="techniques"),
    path("techniques/<slug:slug>/", views.technique, name="technique"),
    path("traditions/", views.traditions, name="traditions"),
    path("traditions/<slug:slug>/", views.tradition, name="tradition"),
    path("evidence/", views.evidence, name="evidence"),
    path("article/", views.article, name="article"),
    path("learn/", views.learn, name="learn"),
    path("safety/", views.safety, name="safety"),
]
