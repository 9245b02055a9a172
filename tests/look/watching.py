"""Collects what is wrong with a page while it is looked at."""

from urllib.parse import urlparse

from playwright.sync_api import ConsoleMessage, Page, Request, Response

SCREEN_IS_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
SERVER_ERROR = 500


class Watch:
    """Listens to one tab.

    Attributes:
        problems: Sentences, in order.
        status: What the newest page load answered.
    """

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        self._host = urlparse(address).netloc
        self.problems: list[str] = []
        self.status = 0
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.problems.append(f"script broke: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        about_page = message.location.get("url") == self._page.url
        if message.type != "error" or (about_page and "the server responded" in message.text):
            return  # the status of the page itself is compared with the one expected
        self.problems.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        url = urlparse(request.url)
        if url.scheme in {"http", "https", "ws", "wss"} and url.netloc != self._host:
            self.problems.append(f"asked another host: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.status = response.status
        elif response.status >= SERVER_ERROR:
            self.problems.append(f"{response.url} answered {response.status}")

    def found(self, expected: int) -> list[str]:
        """Return everything wrong, the status and the width of the page included."""
        if self.status != expected:
            self.problems.append(f"answered {self.status}, not {expected}")
        if self._page.evaluate(SCREEN_IS_WIDER):
            self.problems.append("scrolls sideways")
        return self.problems
