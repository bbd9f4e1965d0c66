"""Commands run in this process as a user would type them."""

import io
import sys
from pathlib import Path
from shutil import copy

import pytest

from facta.cli import main

PAGE = """<html><head><title>Norway thanks Chile</title></head><body><article><h1>Norway thanks Chile for its help</h1>
<p>Norwegian Foreign Minister Ine Soreide met Chilean President Sebastian Pinera in Oslo on Tuesday.</p>
<p>Chile agreed to send two ships to Norway. “We will not forget this,” Soreide said after the talks in the capital.</p>
<p>The two countries have worked together in the Antarctic for many years, and scientists of both welcomed the news.</p>
</article></body></html>"""


class Done:
    """Exit code, standard output and standard error of one command."""

    def __init__(self, code, out, err):
        self.code, self.raw, self.err = code, out, err.decode()

    @property
    def out(self):
        return self.raw.decode()

    @property
    def lines(self):
        return self.err.strip().splitlines()


@pytest.fixture
def facta(capfdbinary, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)  # which a test runner may have set

    def run(*args, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        try:
            main([str(a) for a in args])
        except SystemExit as stop:
            code = stop.code
        sys.stdout.flush()
        got = capfdbinary.readouterr()
        return Done(code, got.out, got.err)

    return run


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Where the page lies and is coded once for all tests of a process."""
    return tmp_path_factory.mktemp("coded")


@pytest.fixture
def page(folder):
    """A page as it was before any test changed it."""
    path = folder / "page.html"
    path.write_text(PAGE)
    return path


@pytest.fixture
def store(facta, page, folder, tmp_path):
    """A copy of a store of that page."""
    made = folder / "news.duckdb"
    if not made.exists():
        assert facta("code", page, "--into", made).code == 0
    return Path(copy(made, tmp_path))
