"""The explorer over the demo store, as an application to call and as a site that a real browser visits."""

import os
import shutil
import threading
from pathlib import Path

import pytest
import uvicorn
from _pytest.runner import runtestprotocol
from litestar.testing import TestClient

from facta.store import open_store
from facta.store.search import Index
from facta.web import create_app
from facta.web.serving import listen
from tests.web.demo import coded

CHROMIUM = os.environ.get("FACTA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SHOTS = Path(os.environ.get("FACTA_SHOTS", "build/screenshots"))
"""Where tests leave pictures of the views."""


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """Search indexes lie in a folder of this run, never in the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory):
    """The demo corpus and the sample pages, coded and folded once; nobody writes to it."""
    return coded(tmp_path_factory)


@pytest.fixture(scope="session")
def indexed(demo_store, cache):
    """The demo store with its search index."""
    with open_store(demo_store, read_only=True) as store:
        Index(store).sync(60)
    return demo_store


@pytest.fixture
def own_store(demo_store, tmp_path):
    """A copy of the demo store that a test may change."""
    path = tmp_path / "own.duckdb"
    shutil.copy(demo_store, path)
    return path


@pytest.fixture(scope="session")
def client(demo_store):
    """Calls the application without a network, as a browser on this machine would."""
    with TestClient(create_app(demo_store), base_url="http://localhost", raise_server_exceptions=False) as client:
        client.headers["accept"] = "text/html"
        yield client


class Site:
    """A running explorer; a context manager."""

    def __init__(self, store, **options):
        self.listener = listen("127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.server = uvicorn.Server(
            uvicorn.Config(create_app(store, **options), log_level="warning", timeout_graceful_shutdown=1)
        )
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.listener]}, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *error):
        self.server.should_exit = True
        self.thread.join(10)
        self.listener.close()


@pytest.fixture
def serving():
    """Starts the explorer of a store: `with serving(path) as site: site.url`."""
    return Site


@pytest.fixture(scope="session")
def site(demo_store):
    """The demo store's explorer, running."""
    with Site(demo_store) as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    """A real Chromium."""
    if not CHROMIUM:
        pytest.skip("no chromium on this machine: apt-get install chromium, or name one in FACTA_CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright's Python client is not installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield started
        started.close()


@pytest.fixture
def axe():
    """Lists what axe-core finds serious on an open page: `[] == axe(page)`."""
    runner = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed").Axe()

    def serious(page):
        found = runner.run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
        return [
            f"{one['id']}: {one['help']}: {node['html'][:160]}"
            for one in found
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]

    return serious


@pytest.fixture
def shot():
    """Keeps a picture of a page: `shot(page, "pair-360-dark")`."""

    def keep(page, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / f"{name}.png", full_page=True)

    return keep


@pytest.fixture
def visit(browser, site):
    """Opens an address in a fresh window: `visit("/pair/CHN/RUS", width=360, dark=True)`; errors of scripts fail the test."""
    contexts, faults = [], []

    def open_page(address, *, width=1280, height=900, dark=False, scripts=True, at=None):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        page.goto((at or site).url + address)
        page.evaluate("document.fonts.ready.then(() => null)")
        return page

    open_page.faults = faults
    yield open_page
    for context in contexts:
        context.close()
    assert [] == faults


def pytest_itemcollected(item):
    """A browser does not care for the Python that serves its pages, and what is served is tested without one too."""
    if "browser" in item.fixturenames:
        item.add_marker("once")


def pytest_runtest_protocol(item, nextitem):
    """What drives a browser gets a second try: a machine under load may paint later than a test waits. Twice wrong is wrong."""
    if not {"visit", "opened"} & set(item.fixturenames):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, nextitem=nextitem, log=False)
    if any(report.failed for report in reports):
        item._initrequest()
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True
