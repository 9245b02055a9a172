"""Where a person is logged in, in words, and how to end it elsewhere."""

import pytest

from config.templatetags.accounts import browser
from tests.config.accounts.steps import log_in


def test_other_log_ins_are_listed_and_ended(client, owner, django_user_agent_pair):
    here, there = django_user_agent_pair
    log_in(here)
    log_in(there)

    page = here.get("/account/sessions/")
    assert len(page.context["sessions"]) == 2
    assert "Firefox on Linux" in page.content.decode()
    assert here.post("/account/sessions/").status_code == 302

    assert here.get("/you/").status_code == 200
    assert there.get("/you/").status_code == 302


@pytest.fixture
def django_user_agent_pair(client):
    linux = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    return type(client)(headers={"user-agent": linux}), type(client)()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS) Version/18.0 Mobile Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.5.0", "Another program"),
        ("", "Another program"),
    ],
)
def test_a_browser_is_named_by_what_it_says(said, words):
    assert browser(said) == words
