"""What somebody searches for says something of their health: the server writes it nowhere."""

from urllib.error import HTTPError

import pytest

from tests.e2e.site import Site, Visitor

CANARY = "canaryword"


def test_served_site_writes_no_search_into_its_log(tmp_path):
    site = Site(tmp_path)
    site.start()
    visitor = Visitor(site)
    asked = visitor.get(f"/points/?q={CANARY}&aim={CANARY}")
    with pytest.raises(HTTPError, match="404"):
        visitor.get(f"/points/BL999/?q={CANARY}")
    site.stop()

    assert CANARY in asked  # there is something to leak
    assert "BL999" in site.log.read_text()  # and somewhere to leak it to
    assert CANARY not in site.log.read_text()
