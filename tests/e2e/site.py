"""A whole site in processes of its own, to be killed and started again."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

ROOT = Path(__file__).resolve().parents[2]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Site:
    """`manage.py serve` on a folder of its own."""

    def __init__(self, folder):
        self.data = Path(folder) / "data"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = Path(folder) / "serve.log"
        self.process = None

    def start(self):
        keep = {"PATH", "HOME", "LANG", "DATABASE_URL"}
        env = {name: value for name, value in os.environ.items() if name in keep}
        env |= {"BACKBEAT_DATA": str(self.data), "SECRET_KEY": "only-for-tests", "DEBUG": "1"}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(self.port)],
                cwd=ROOT,
                env=env,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait()

    def wait(self, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if Visitor(self).get("/health/") == "ok":
                    return
            except (URLError, OSError):
                time.sleep(0.2)
        raise AssertionError(self.log.read_text())

    def kill(self):
        """Kill server and workers at once, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def kill_database(self):
        pid = int((self.data / "cluster" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    def stop(self):
        """Press Ctrl-C, and wait until all is down."""
        os.kill(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=30)


class Visitor:
    """A browser without a screen: cookies, forms, redirects."""

    def __init__(self, site):
        self.site = site
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.page, self.address = "", ""

    def get(self, path):
        return self._read(Request(self.site.url + path))

    def post(self, path, **fields):
        fields["csrfmiddlewaretoken"] = TOKEN.findall(self.page)[0]
        return self._read(Request(self.site.url + path, data=urlencode(fields).encode()))

    def send(self, path, body):
        """Post JSON with the page's token; return the status."""
        token = TOKEN.findall(self.page)[0]
        headers = {"X-CSRFToken": token, "Content-Type": "application/json"}
        try:
            with self.opener.open(Request(self.site.url + path, body, headers), timeout=20) as got:
                return got.status
        except HTTPError as error:
            return error.code

    def _read(self, request):
        with self.opener.open(request, timeout=20) as got:
            self.page, self.address = got.read().decode(), got.url
        return self.page
