"""Goes through all pages in two sizes, takes the pictures, and lays them on one sheet."""

from collections.abc import Mapping
from pathlib import Path

from django.template.loader import render_to_string
from playwright.sync_api import Browser, BrowserContext, Page

from tests.look.cast import Looker
from tests.look.shots import SHOTS, Shot, Step
from tests.look.watching import Watch
from tests.serving import HOST, ROOT

FOLDER = ROOT / ".look"
SIZES = {"phone": {"width": 360, "height": 800}, "desktop": {"width": 1280, "height": 900}}
LIGHTS = ("light", "dark")
SUBMIT = "form => HTMLFormElement.prototype.submit.call(form)"
NOBODY = Looker("", {})
type Cast = Mapping[str, Looker]
PATIENCE = 20_000  # ms
THUMB, ACROSS = 220, 8
WIDTH = ACROSS * (THUMB + 16) + 32
SHEET = f"""<!doctype html><meta charset="utf-8"><title>All pages</title>
<style>
  body {{ margin: 16px; font: 12px sans-serif; background: #ddd; }}
  main {{ display: grid; grid-template-columns: repeat({ACROSS}, {THUMB}px); gap: 16px; }}
  figure {{ margin: 0; }}
  img {{ width: {THUMB}px; height: 300px; object-fit: cover; object-position: top; }}
</style>
<main>%s</main>
"""
FIGURE = '<figure><a href="{0}.png"><img src="{0}.png" alt=""></a>{0}</figure>'


class Album:
    """All pictures of one run.

    Attributes:
        problems: What was wrong, by picture.
    """

    def __init__(self, browser: Browser, address: str, cast: Cast, only: str) -> None:
        self._browser, self._address, self._cast = browser, address, cast
        self._shots = [shot for shot in SHOTS if only in f"{shot.screen}-{shot.state}"]
        self.problems: dict[str, list[str]] = {}
        self.pictures: list[Path] = []

    def fill(self) -> None:
        """Take every picture, then the sheet of them all."""
        FOLDER.mkdir(exist_ok=True)
        for size in SIZES:
            contexts = {name: self._context(size, who) for name, who in self._cast.items()}
            contexts[""] = self._context(size, NOBODY)
            for shot in self._shots:
                who = self._cast.get(shot.person, NOBODY)
                self._take(contexts[shot.person], shot, who, size)
            for context in contexts.values():
                context.close()
        self._lay_out()

    def _context(self, size: str, who: Looker) -> BrowserContext:
        context = self._browser.new_context(
            viewport=SIZES[size],
            locale="en-GB",
            timezone_id="Europe/Warsaw",
            reduced_motion="reduce",
        )
        if who.cookie:
            cookie = {"name": "session", "value": who.cookie, "domain": HOST, "path": "/"}
            context.add_cookies([cookie])
        return context

    def _take(self, context: BrowserContext, shot: Shot, who: Looker, size: str) -> None:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        watch = Watch(page, self._address)
        self._go(page, shot, who.places)
        for light in LIGHTS:
            page.emulate_media(color_scheme=light)
            self._save(page, name_of(shot, size, light))
        if found := watch.found(shot.status):
            self.problems[name_of(shot, size, LIGHTS[0])] = found
        page.close()
        if not shot.person:
            context.clear_cookies()  # the next page is again a first visit

    def _go(self, page: Page, shot: Shot, places: Mapping[str, str]) -> None:
        address = self._address + shot.path.format_map(places)
        if ("break",) in shot.steps:
            answer = {
                "status": 500,
                "body": render_to_string("500.html"),
                "content_type": "text/html",
            }
            page.route(address, lambda route: route.fulfill(**answer))
        page.goto(address, wait_until="load")
        for step in shot.steps:
            do(page, step)

    def _save(self, page: Page, name: str) -> None:
        file = FOLDER / f"{name}.png"
        page.screenshot(path=file, full_page=True, animations="disabled", caret="hide")
        self.pictures.append(file)

    def _lay_out(self) -> None:
        """Write contact.html, and picture it as contact.png."""
        sheet = FOLDER / "contact.html"
        figures = [FIGURE.format(picture.stem) for picture in self.pictures]
        sheet.write_text(SHEET % "\n".join(figures))
        page = self._browser.new_page(viewport={"width": WIDTH, "height": 900})
        page.goto(sheet.as_uri(), wait_until="load")
        page.screenshot(path=FOLDER / "contact.png", full_page=True)
        page.close()


def name_of(shot: Shot, size: str, light: str) -> str:
    """Return screen-phone, screen-desktop-dark-state and so on."""
    parts = [shot.screen, size, "dark" if light == "dark" else "", shot.state]
    return "-".join(part for part in parts if part)


def do(page: Page, step: Step) -> None:
    """Do one thing on a page."""
    match step:
        case ("fill", selector, text):
            page.fill(selector, text)
        case ("click", selector):
            page.click(selector)
        case ("wait", selector):
            page.wait_for_selector(selector, timeout=20_000)
        case ("print",):
            page.emulate_media(media="print")
        case ("send", selector):
            with page.expect_navigation(wait_until="load"):
                page.eval_on_selector(
                    selector, "form => HTMLFormElement.prototype.submit.call(form)"
                )
