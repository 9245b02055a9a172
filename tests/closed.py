"""What every answer must be: nothing inline in its page, and the headers that close it."""

from html.parser import HTMLParser


class Finder(HTMLParser):
    """Collects what a page must not hold, since the policy lets in nothing inline."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open = ""
        self.targets: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag, attrs):
        told_of = dict(attrs)
        self.open = tag if tag in {"script", "style"} else ""
        self.found += [f"{tag} {name}" for name in told_of if name == "style" or name[:2] == "on"]
        self.found += [f"{tag} {name}" for name in told_of if name.startswith("hx-on")]
        if tag == "style" or (tag == "script" and not is_data_or_file(told_of)):
            self.found.append(f"inline {tag}")
        for name in ("href", "src", "action", "hx-get", "hx-post", "formaction"):
            address = told_of.get(name) or ""
            if address.startswith(("javascript:", "data:", "//", "http:")):
                self.found.append(f"{tag} {name}={address}")
        self.ids.add(told_of.get("id") or "")
        self.targets |= {value for name, value in attrs if name == "hx-target" and value}


def is_data_or_file(attributes) -> bool:
    return bool(attributes.get("src")) or attributes.get("type") == "application/json"


def check_page(response) -> None:
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return
    finder = Finder()
    finder.feed(response.getvalue().decode())
    assert finder.found == []


POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "img-src 'self' blob:; media-src 'self' blob:; object-src 'none'"
)


def check_headers(response, who: str) -> None:
    assert response.headers["Content-Security-Policy"] == POLICY
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in response.headers["Permissions-Policy"]
    if who != "anonymous":
        assert "no-store" in response.headers["Cache-Control"]
