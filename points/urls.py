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
    path("quiz/", views.quiz_intro, name="quiz"),
    path("quiz/<int:seed>/<int:number>/", views.quiz_question, name="quiz_question"),
    path("quiz/<int:seed>/sum/", views.quiz_sum, name="quiz_sum"),
    path("quiz/figures/<slug:name>.svg", views.quiz_figure, name="quiz_figure"),
]
