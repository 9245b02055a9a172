"""Draws a text as a square to scan, and names a browser in two words."""

from itertools import groupby

from django import template
from django.utils.translation import gettext as _
from qrcode import QRCode

QUIET_EDGE = 4  # modules of white around the square, as the standard asks for

BROWSERS = (  # the first word that is in the text decides: most of them claim to be others too
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)

register = template.Library()


@register.inclusion_tag("mfa/totp/qr.html")
def qr_code(text: str) -> dict[str, object]:
    """Return what the drawing of a text needs: one path, and the width in modules."""
    code = QRCode(border=0)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return {"path": modules_path(rows), "width": len(rows) + 2 * QUIET_EDGE}


def modules_path(rows: list[list[bool]]) -> str:
    """Return an SVG path with one rectangle for each run of dark modules in a row."""
    return "".join(
        f"M{x} {y}h{width}v1h-{width}z"
        for y, row in enumerate(rows)
        for x, width in _dark_runs(row)
    )


def _dark_runs(row: list[bool]) -> list[tuple[int, int]]:
    """Return start and length of each run of dark modules."""
    runs = []
    x = 0
    for dark, modules in groupby(row):
        width = len(list(modules))
        if dark:
            runs.append((x, width))
        x += width
    return runs


@register.filter
def browser(user_agent: str) -> str:
    """Return a browser and its system in words, from what it says about itself."""
    name = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if name and system:
        return _("%(name)s on %(system)s") % {"name": name, "system": system}
    return name or system or _("Another program")
