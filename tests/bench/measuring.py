"""Times the pages in turns, so that a busy moment of the machine falls on all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median, quantiles

from tests.bench.client import Visitor, etag_of, per_second
from tests.bench.pages import PAGES, Page
from tests.serving import Server, cpu_seconds

CONNECTIONS = 8
ROUNDS = 6

type Cookies = Mapping[str, Mapping[str, str]]
type Servers = Mapping[str, Server]


@dataclass(slots=True)
class Timing:
    """What was measured of one page.

    Attributes:
        seconds: Of each request, at one connection.
        cpu: Processor seconds of the worker, over all of them.
        per_second: Requests at eight connections.
        plain: Bytes of the answer.
        packed: Bytes of the answer to a browser that reads gzip.
    """

    page: Page
    seconds: list[float] = field(default_factory=list)
    cpu: float = 0
    per_second: float = 0
    plain: int = 0
    packed: int = 0

    @property
    def p50(self) -> float:
        """Milliseconds of the request in the middle."""
        return 1000 * median(self.seconds)

    @property
    def p95(self) -> float:
        """Milliseconds that one request in twenty takes or more."""
        return 1000 * quantiles(self.seconds, n=20)[-1]

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of the worker's processor for one request."""
        return 1000 * self.cpu / len(self.seconds)


def measure(
    servers: Servers,
    cookies: Cookies,
    *,
    requests: int,
    seconds: float,
    pages: Iterable[Page] = PAGES,
) -> dict[str, Timing]:
    """Return each page's timing by its name."""
    timings = {page.name: Timing(page) for page in pages}
    for timing in timings.values():
        weigh(timing, servers, cookies)
    for _ in range(ROUNDS):
        for timing in timings.values():
            time_some(timing, servers, cookies, requests // ROUNDS)
    for timing in timings.values():
        page = timing.page
        timing.per_second = per_second(
            page,
            servers[page.server].port,
            cookies[page.server].get(page.person, ""),
            connections=CONNECTIONS,
            seconds=seconds,
        )
    return timings


def weigh(timing: Timing, servers: Servers, cookies: Cookies) -> None:
    """Warm a page up, see that it answers as it should, and keep its size."""
    page = timing.page
    port = servers[page.server].port
    visitor = Visitor(port, cookies[page.server].get(page.person, ""))
    etag = etag_of(page, port)
    for _ in range(3):
        timing.plain = len(visitor.ask(page, coding="identity", etag=etag).body)
        answer = visitor.ask(page, etag=etag)
    timing.packed = len(answer.body)
    if answer.status != page.status:
        raise RuntimeError(f"{page.path} answered {answer.status}, not {page.status}.")


def time_some(timing: Timing, servers: Servers, cookies: Cookies, requests: int) -> None:
    """Ask some times over one connection; the first answer, which opens it, is not counted."""
    page = timing.page
    server = servers[page.server]
    visitor = Visitor(server.port, cookies[page.server].get(page.person, ""))
    etag = etag_of(page, server.port)
    visitor.ask(page, etag=etag)
    worker = server.worker()
    before = cpu_seconds(worker)
    timing.seconds += [visitor.ask(page, etag=etag).seconds for _ in range(requests)]
    timing.cpu += cpu_seconds(worker) - before
