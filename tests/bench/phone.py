"""Times pages as a slow phone on a slow line sees them: what is painted when, and what moves."""

from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from tests.bench.report import Goal, say
from tests.chromium import browser
from tests.serving import HOST, Server

SIZE = {"width": 360, "height": 800}
SLOWER = 4  # times, the processor
LINE = {
    "offline": False,
    "latency": 150,  # ms
    "downloadThroughput": 200_000,  # bytes a second: 1.6 Mbit
    "uploadThroughput": 94_000,
}
LONG_TASK = 50  # ms; what a task takes beyond it keeps a finger waiting
VISITS = 3
PAGES = {"today": ("/", 500), "chart": ("/journal/chart/?range=all", 600)}  # path, LCP in ms
WATCH = """
    const seen = window.seen = {lcp: 0, shift: 0, waiting: 0};
    const watch = (type, keep) => new PerformanceObserver(
        (list) => list.getEntries().forEach(keep)).observe({type, buffered: true});
    watch("largest-contentful-paint", (entry) => { seen.lcp = entry.startTime; });
    watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
    watch("longtask", (entry) => { seen.waiting += Math.max(0, entry.duration - LONG_TASK); });
""".replace("LONG_TASK", str(LONG_TASK))


def goals(server: Server, cookie: str) -> list[Goal]:
    """Return largest paint, waiting time and shift of each page, cold, the median of a few."""
    found = []
    with browser() as running:
        for name, (path, paint) in PAGES.items():
            visits = [_visit(running, server, cookie, path) for _ in range(VISITS)]
            seen = {key: median(visit[key] for visit in visits) for key in visits[0]}
            say(f"phone, {name}: {seen}")
            found += [
                Goal(f"{name} on a slow phone, largest paint", round(seen["lcp"]), paint, "ms"),
                Goal(f"{name} on a slow phone, waiting", round(seen["waiting"]), 0, "ms"),
                Goal(f"{name} on a slow phone, shift", round(seen["shift"], 3), 0),
            ]
    return found


def _visit(running: Browser, server: Server, cookie: str, path: str) -> dict[str, float]:
    context = running.new_context(viewport=SIZE, is_mobile=True, has_touch=True)
    context.add_cookies([{"name": "session", "value": cookie, "domain": HOST, "path": "/"}])
    seen = _look(context, server.address + path)
    context.close()
    return seen


def _look(context: BrowserContext, address: str) -> dict[str, Any]:
    page = context.new_page()
    page.add_init_script(WATCH)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1000)
    return page.evaluate("window.seen")
