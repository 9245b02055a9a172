"""Nothing that was acknowledged is lost when server and database are killed in mid-session."""

import datetime as dt
import json
import os
import re
import uuid

import pytest

from tests import make
from tests.e2e.site import Site, Visitor

pytestmark = pytest.mark.skipif(
    "DATABASE_URL" in os.environ, reason="the database to be killed is the embedded one"
)


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    site.start()
    yield site
    if site.process.poll() is None:
        site.stop()


def signed_up(site):
    visitor = Visitor(site)
    visitor.get("/screening/1/")
    for screen in range(1, 9):
        visitor.post(f"/screening/{screen}/")
    visitor.post("/account/signup/", username="newcomer", password1=make.PASSWORD, email="")
    return visitor


def started(visitor):
    """Start today's routine; return the session's address and the person's number."""
    today = visitor.get("/")
    routine = re.findall(r'name="routine" value="(\d+)"', today)[0]
    visitor.get(f"/sessions/new/?routine={routine}&length=short")
    visitor.post("/sessions/", routine=routine, length="short", key=uuid.uuid4())
    address = re.findall(r"(/sessions/[0-9a-f-]{36}/)", visitor.address)[0]
    return address, int(re.findall(r'"person": (\d+)', visitor.page)[0])


def held(person, hold):
    return json.dumps(
        {
            "key": str(uuid.uuid4()),
            "kind": "hold",
            "hold": hold,
            "pressed_seconds": 30,
            "happened_at": dt.datetime.now(tz=dt.UTC).isoformat(),
            "person": person,
        }
    ).encode()


def test_kill_of_server_and_database_loses_no_saved_hold(site):
    visitor = signed_up(site)
    address, person = started(visitor)
    assert [visitor.send(f"{address}events/", held(person, n)) for n in (0, 1)] == [200, 200]

    site.kill_database()
    site.kill()
    site.start()

    assert "Hold 3 of 10" in visitor.get(address)
    assert visitor.send(f"{address}events/", held(person, 2)) == 200
    assert "Hold 4 of 10" in visitor.get(address)


def test_kill_of_the_database_alone_is_survived_by_the_running_server(site):
    visitor = signed_up(site)
    address, person = started(visitor)
    assert visitor.send(f"{address}events/", held(person, 0)) == 200

    site.kill_database()
    answers = [visitor.send(f"{address}events/", held(person, 1)) for _ in range(3)]

    assert answers[-1] == 200
    assert "Hold 3 of 10" in visitor.get(address)


def test_ctrl_c_stops_server_and_database(site):
    postmaster = site.data / "cluster" / "postmaster.pid"
    assert postmaster.exists()
    assert site.stop() == 0
    assert not postmaster.exists()
