"""The environment read into typed values, loudly."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.fixture
def put(monkeypatch):
    return lambda value: monkeypatch.setenv("BACKBEAT_TRIAL", value)


def test_text_is_what_is_written_or_the_default(put):
    assert env.text("BACKBEAT_TRIAL", "default") == "default"
    put("")
    assert env.text("BACKBEAT_TRIAL", "default") == ""


@pytest.mark.parametrize(
    ("written", "value"),
    [("1", True), ("TRUE", True), (" yes ", True), ("on", True), ("0", False), ("", False),
     ("no", False), ("Off", False), ("false", False)],
)  # fmt: skip
def test_a_flag_is_a_word_for_yes_or_no(put, written, value):
    put(written)
    assert env.flag("BACKBEAT_TRIAL", default=not value) is value


def test_an_unset_flag_is_its_default():
    assert env.flag("BACKBEAT_TRIAL") is False
    assert env.flag("BACKBEAT_TRIAL", default=True) is True


@pytest.mark.parametrize("written", ["2", "ja", "-", "truee"])
def test_another_word_is_no_flag(put, written):
    put(written)
    with pytest.raises(ImproperlyConfigured, match="write 1 or 0"):
        env.flag("BACKBEAT_TRIAL")


@pytest.mark.parametrize(("written", "value"), [("", 7), ("  ", 7), ("0", 0), (" 12 ", 12)])
def test_a_number_is_whole(put, written, value):
    put(written)
    assert env.number("BACKBEAT_TRIAL", 7) == value


@pytest.mark.parametrize("written", ["-1", "1.5", "one", "1e3"])
def test_another_number_is_refused(put, written):
    put(written)
    with pytest.raises(ImproperlyConfigured, match="from 0 up"):
        env.number("BACKBEAT_TRIAL", 7)


def test_a_number_below_the_least_is_refused(put):
    put("1")
    with pytest.raises(ImproperlyConfigured, match="from 2 up"):
        env.number("BACKBEAT_TRIAL", 7, least=2)


def test_words_are_parted_by_commas_without_empty_ones(put):
    assert env.words("BACKBEAT_TRIAL") == []
    put(" a.example, ,b.example,")
    assert env.words("BACKBEAT_TRIAL") == ["a.example", "b.example"]


def test_a_path_is_absolute(put, tmp_path, monkeypatch):
    assert env.path("BACKBEAT_TRIAL", tmp_path) == tmp_path
    monkeypatch.chdir(tmp_path)
    put("rows")
    assert env.path("BACKBEAT_TRIAL", Path("/")) == tmp_path / "rows"
    put("~/rows")
    assert env.path("BACKBEAT_TRIAL", Path("/")) == Path.home() / "rows"


def test_what_a_file_keeps_is_read_without_its_line_end(tmp_path):
    file = tmp_path / "secret-key"
    assert env.kept(file) == ""
    file.write_text("long\n")
    assert env.kept(file) == "long"


def test_no_address_is_no_database(put):
    assert env.database("BACKBEAT_TRIAL") is None
    put(" ")
    assert env.database("BACKBEAT_TRIAL") is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("postgresql://u:p@db.example:5433/rows", ("u", "p", "db.example", "5433", "rows", {})),
        ("postgres:///rows", ("", "", "", "", "rows", {})),
        ("postgresql://a%40b:p%2Fq@h/n%20m", ("a@b", "p/q", "h", "", "n m", {})),
        ("postgresql://u@%2Frun%2FPG/rows", ("u", "", "/run/PG", "", "rows", {})),
        ("postgresql:///rows?host=/run/PG&port=7", ("", "", "/run/PG", "7", "rows", {})),
        ("postgresql://h:5/rows?port=7", ("", "", "h", "5", "rows", {})),
        ("postgresql://[::1]:5/rows", ("", "", "::1", "5", "rows", {})),
        ("postgresql://h/r?sslmode=require", ("", "", "h", "", "r", {"sslmode": "require"})),
    ],
)
def test_a_database_s_address_is_taken_apart(put, written, expected):
    put(written)
    read = env.database("BACKBEAT_TRIAL")
    assert read.pop("ENGINE") == "django.db.backends.postgresql"
    assert (
        tuple(read[k] for k in ("USER", "PASSWORD", "HOST", "PORT", "NAME", "OPTIONS")) == expected
    )


@pytest.mark.parametrize(
    "written",
    ["rows", "mysql://h/rows", "postgresql://h", "postgresql://h/", "postgresql://h:x/rows",
     "postgresql://[::1/rows", "postgresql://h:99999/rows"],
)  # fmt: skip
def test_an_address_that_cannot_be_read_is_refused_without_its_password(put, written):
    put(written)
    with pytest.raises(ImproperlyConfigured) as error:
        env.database("BACKBEAT_TRIAL")
    assert str(error.value) == (
        "BACKBEAT_TRIAL: write postgresql://user:password@host:5432/database."
    )


def test_mail_goes_to_the_console_until_a_host_is_named(monkeypatch):
    monkeypatch.delenv("EMAIL_HOST", raising=False)
    assert env.mailer() == {"BACKEND": "django.core.mail.backends.console.EmailBackend"}

    monkeypatch.setenv("EMAIL_HOST", "mail.example")
    monkeypatch.setenv("EMAIL_TLS", "0")
    options = env.mailer()["OPTIONS"]
    assert (options["host"], options["port"], options["use_tls"]) == ("mail.example", 587, False)
    assert options["timeout"] == 10
