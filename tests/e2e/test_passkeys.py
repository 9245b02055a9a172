"""A passkey from end to end: made, asked for again, and used in place of the password."""

import pytest
from playwright.sync_api import expect

from tests import make

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
}


@pytest.fixture
def authenticator(page):
    """A device in the browser that says yes for its person."""
    channel = page.context.new_cdp_session(page)
    channel.send("WebAuthn.enable")
    channel.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return channel


def by_name(live_server):
    """Passkeys belong to a name, never to a number."""
    return live_server.url.replace("127.0.0.1", "localhost")


def test_a_passkey_logs_in_without_a_password(page, live_server, authenticator):
    make.person(name="owner")
    home = by_name(live_server)
    page.goto(f"{home}/account/login/?next=/you/")
    page.get_by_label("User name or e-mail").fill("owner")
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_role("link", name="Passkeys").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()

    page.goto(f"{home}/account/logout/")
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(f"{home}/")
    page.goto(f"{home}/account/login/?next=/you/")
    page.get_by_role("button", name="Log in with a passkey").click()

    expect(page.get_by_role("heading", name="You", exact=True)).to_be_visible()
    expect(page.get_by_text("owner", exact=True)).to_be_visible()
