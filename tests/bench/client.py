"""A small browser: asks over one kept connection, as fast as answers come."""

import http.client
import threading
import time
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import uuid4

from tests.bench.pages import Page
from tests.serving import HOST

SECRET = "b" * 32  # the cookie and the form carry the same secret, as any browser's would
FORM = "application/x-www-form-urlencoded"


class Answer(NamedTuple):
    """What came back: the body as it went over the wire, and seconds from asking to its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float


class Visitor:
    """One kept connection to a server, with the cookies of a person."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=60)
        self._cookie = f"session={cookie}" if cookie else ""

    def ask(self, page: Page, *, coding: str = "gzip", etag: str = "") -> Answer:
        """Return the answer, read to its end."""
        body, headers = None, {"Accept-Encoding": coding, "Accept": "text/html"}
        cookies = [self._cookie] if self._cookie else []
        if page.saves:
            fields = {"intensity": 4, "key": uuid4(), "csrfmiddlewaretoken": SECRET}
            body = urlencode(fields)
            headers["Content-Type"] = FORM
            cookies.append(f"csrf={SECRET}")
        if cookies:
            headers["Cookie"] = "; ".join(cookies)
        if etag:
            headers["If-None-Match"] = etag
        return self._exchange("POST" if page.saves else "GET", page.path, body, headers)

    def _exchange(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> Answer:
        began = time.perf_counter()
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read()
        seconds = time.perf_counter() - began
        return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, text, seconds)


def etag_of(page: Page, port: int) -> str:
    """Return what a visitor's browser would send back on the next visit."""
    return Visitor(port).ask(page).headers.get("etag", "") if page.repeats else ""


def per_second(page: Page, port: int, cookie: str, *, connections: int, seconds: float) -> float:
    """Return the answers per second to several people asking at once."""
    counts = [0] * connections
    etag = etag_of(page, port)
    until = time.perf_counter() + seconds

    def ask(place: int) -> None:
        visitor = Visitor(port, cookie)
        while time.perf_counter() < until:
            counts[place] += visitor.ask(page, etag=etag).status == page.status

    threads = [threading.Thread(target=ask, args=[place]) for place in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds
