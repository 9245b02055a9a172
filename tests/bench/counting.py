"""Counts the queries of pages, whichever site the settings name."""

import json
import sys
from uuid import uuid4

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.client import SECRET
from tests.bench.pages import PAGES, Page


def main() -> None:
    """Read a server's name and its cookies, and write the number of queries of each page."""
    asked = json.loads(sys.stdin.read())
    pages = [page for page in PAGES if page.server == asked["server"]]
    json.dump({page.name: queries(page, asked["cookies"]) for page in pages}, sys.stdout)


def queries(page: Page, cookies: dict[str, str]) -> int:
    """Return how many queries a page makes the second time it is asked for."""
    client = Client(headers={"host": "localhost"})
    if page.person:
        client.cookies[settings.SESSION_COOKIE_NAME] = cookies[page.person]
    first = visit(client, page)
    etag = {"if-none-match": first.headers["ETag"]} if page.repeats else {}
    with CaptureQueriesContext(connection) as captured:
        answer = visit(client, page, **etag)
    if answer.status_code != page.status:
        raise RuntimeError(f"{page.path} answered {answer.status_code}, not {page.status}.")
    return len(captured)


def visit(client: Client, page: Page, **headers: str):
    if not page.saves:
        return client.get(page.path, headers=headers)
    fields = {"intensity": 4, "key": uuid4(), "csrfmiddlewaretoken": SECRET}
    return client.post(page.path, fields, headers=headers)
