"""Addresses of the diary and the chart."""

from django.urls import path, re_path

from journal import views

app_name = "journal"
urlpatterns = [
    path("", views.diary, name="diary"),
    path("kept/", views.kept, name="kept"),
    path("write/", views.write, name="write"),
    path("entries/", views.entries, name="entries"),
    path("entries/<uuid:key>/", views.entry, name="entry"),
    path("entries/<uuid:key>/delete/", views.delete, name="delete"),
    path("entries/<uuid:key>/restore/", views.restore, name="restore"),
    path("search/", views.search, name="search"),
    path("days/<str:day>/", views.day, name="day"),
    path("later/", views.later, name="later"),
    path("happenings/", views.happenings, name="happenings"),
    path("happenings/<uuid:key>/", views.happening, name="happening"),
    path("happenings/<uuid:key>/end/", views.end_happening, name="end_happening"),
    path("happenings/<uuid:key>/delete/", views.delete_happening, name="delete_happening"),
    path("happenings/<uuid:key>/restore/", views.restore_happening, name="restore_happening"),
    path("answers/", views.measures, name="measures"),
    path("answers/<uuid:key>/", views.answers, name="answers"),
    path("answers/<uuid:key>/delete/", views.delete_answers, name="delete_answers"),
    path("answers/<uuid:key>/restore/", views.restore_answers, name="restore_answers"),
    path("questions/<slug:kind>/", views.measure, name="measure"),
    path("questions/<slug:kind>/keep/", views.keep, name="keep"),
    path("chart/", views.chart, name="chart"),
    path("chart/weeks/", views.chart_weeks, name="chart_weeks"),
    path("chart/sessions/", views.chart_sessions, name="chart_sessions"),
    path("chart/days/", views.chart_days, name="chart_days"),
    path("chart/method/", views.chart_method, name="chart_method"),
    re_path(
        r"^chart/(?P<view>pain|weeks|sessions|days)\.(?P<kind>svg|csv)$",
        views.chart_file,
        name="chart_file",
    ),
    path("fair-tests/", views.fair_tests, name="fair_tests"),
    path("fair-tests/new/", views.new_fair_test, name="new_fair_test"),
    path("fair-tests/<uuid:key>/", views.fair_test, name="fair_test"),
    path("fair-tests/<uuid:key>/stop/", views.stop_fair_test, name="stop_fair_test"),
    path("letters/", views.letters, name="letters"),
    path("letters/<int:year>/<int:month>/", views.month_letter, name="letter"),
]
