"""The steps of coming in, as a browser takes them."""

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from tests import make

PASSWORD = "four slow rivers meet"


def sign_up(client, **typed):
    return client.post("/account/signup/", {"username": "ada", "password1": PASSWORD} | typed)


def log_in(client, login="owner", password=make.PASSWORD, **typed):
    return client.post("/account/login/", {"login": login, "password": password} | typed)


def confirm(client):
    response = client.post("/account/reauthenticate/", {"password": make.PASSWORD})
    assert response.status_code == 302


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))
