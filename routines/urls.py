"""Addresses of screening, routines and sessions."""

from django.urls import path

from routines.views import adding, builder, running, screening, shelf, shelving, telling

app_name = "routines"

urlpatterns = [
    path("screening/", screening.answers, name="answers"),
    path("screening/<int:screen>/", screening.screening, name="screening"),
    path("screening/result/", screening.stop, name="stop"),
    path("screening/next/", screening.clinician, name="clinician"),
    path("routines/", shelf.routines, name="routines"),
    path("routines/<int:pk>/", shelf.routine, name="routine"),
    path("routines/new/", shelving.new, name="new"),
    path("routines/<int:pk>/copy/", shelving.copy, name="copy"),
    path("routines/<int:pk>/archive/", shelving.archive, name="archive"),
    path("routines/<int:pk>/restore/", shelving.restore, name="restore"),
    path("routines/<int:pk>/delete/", shelving.delete, name="delete"),
    path("routines/<int:pk>/edit/", builder.builder, name="builder"),
    path("routines/<int:pk>/points/", builder.finder, name="finder"),
    path("programmes/<slug:slug>/", shelf.programme, name="programme"),
    path("programmes/<slug:slug>/start/", shelf.adopt, name="adopt"),
    path("days/<str:day>/choose/", shelf.day, name="day"),
    path("routines/points/add/", adding.add_point, name="add_point"),
    path("sessions/try/", adding.try_point, name="try_point"),
    path("sessions/", running.sessions, name="sessions"),
    path("sessions/new/", running.start, name="start"),
    path("sessions/<uuid:key>/", running.session, name="session"),
    path("sessions/<uuid:key>/events/", telling.events, name="events"),
    path("sessions/<uuid:key>/holds/", telling.holds, name="holds"),
    path("sessions/<uuid:key>/finish/", running.finish, name="finish"),
    path("sessions/<uuid:key>/restart/", running.restart, name="restart"),
    path("sessions/<uuid:key>/after/", running.after, name="after"),
    path("sessions/<uuid:key>/morning/", running.morning, name="morning"),
]
