"""Places for clusters, and one cluster that each test finds and leaves stopped."""

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.embedded import postmaster
from config.embedded.cluster import Cluster


@contextmanager
def thrown_away():
    """Make a folder with a short path, into which every user may look."""
    folder = Path(tempfile.mkdtemp(prefix="backbeat-test-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def place():
    """A folder in which a data folder can be made."""
    with thrown_away() as folder:
        yield folder


@pytest.fixture(scope="session")
def made():
    """The data folder of a cluster; it takes a second to make or to copy, so there is one."""
    with thrown_away() as folder:
        cluster = Cluster(folder / "data")
        cluster.ensure_running()
        cluster.leave()
        yield cluster.data


@pytest.fixture
def cluster(made):
    cluster = Cluster(made)
    yield cluster
    cluster.leave()
    postmaster.stop(cluster.folder)
    made.chmod(0o700)
