"""What a first visit to a page fetches: the page, and every file it asks for."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from tests.bench.client import Visitor
from tests.bench.pages import Page

LINKED = re.compile(
    r'(?:<link rel="(?:icon|stylesheet|modulepreload)" href|<script[^>]* src|<use href)="([^"#]+)'
)
IN_SHEET = re.compile(r'@import url\("([^"]+)"\)|url\("?([^")]+)"?\)')
IN_SCRIPT = re.compile(r'(?:from|import)\s*\(?\s*"(\.[^"]+)"')


def cold_load(port: int, cookie: str, path: str = "/") -> dict[str, int]:
    """Return the compressed bytes of everything that a page needs, by address."""
    visitor = Visitor(port, cookie)
    sizes: dict[str, int] = {}
    waiting = [path]
    while waiting:
        address = waiting.pop()
        if address in sizes or address.startswith("data:"):
            continue
        page = Page(name=address, path=address)
        sizes[address] = len(visitor.ask(page, coding="gzip, br").body)
        text = visitor.ask(page, coding="identity").body.decode()
        waiting += [urljoin(address, found) for found in fetched_by(address, text)]
    return sizes


def fetched_by(address: str, text: str) -> Iterator[str]:
    """Yield the addresses that a page, a style sheet or a module asks for."""
    pattern = {"css": IN_SHEET, "js": IN_SCRIPT, "svg": None}.get(
        address.rpartition(".")[2], LINKED
    )
    for found in pattern.finditer(text) if pattern else ():
        yield next(part for part in found.groups() if part)


def scripts(sizes: dict[str, int]) -> int:
    """Return the bytes of scripts among them."""
    return sum(size for address, size in sizes.items() if address.endswith(".js"))
