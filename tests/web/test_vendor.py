"""What browsers run is what we say it is, and no more than they need."""

import gzip
import re
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from facta.web.pages import HOME, STATIC, VENDOR

NOTICE = Path(__file__).parents[2] / "NOTICE"
TOLD = tomllib.loads((VENDOR / "vendor.toml").read_text("utf-8"))
TEMPLATES = sorted(HOME.glob("templates/**/*.html"))
KINDS = (".js", ".woff2", ".css")
MOST = 250_000
"""Bytes of all JavaScript, gzipped."""


@pytest.mark.parametrize("name", TOLD["files"])
def test_a_file_from_elsewhere_has_the_bytes_that_are_written_down(name):
    """Made again by build.mjs, never by hand."""
    assert TOLD["files"][name]["sha256"] == sha256((VENDOR / name).read_bytes()).hexdigest()


def test_every_file_from_elsewhere_is_written_down():
    """Scripts and fonts."""
    found = {p.relative_to(VENDOR).as_posix() for p in VENDOR.rglob("*") if p.suffix in KINDS and "node_modules" not in p.parts}
    assert {"echarts.entry.js", *TOLD["files"]} == found


@pytest.mark.parametrize("name", TOLD["packages"])
def test_every_package_has_its_licence_here_and_its_name_in_the_notice(name):
    """Version and licence, too."""
    package = TOLD["packages"][name]
    assert all((VENDOR / text).is_file() for text in package["texts"])
    assert all(name in {origin for f in TOLD["files"].values() for origin in f["from"]} for name in TOLD["packages"])
    told = NOTICE.read_text("utf-8")
    assert package["licence"] in told
    assert name.rpartition("/")[2] in told


def test_all_scripts_together_stay_small():
    """Vendored and our own, gzipped as a server would send them."""
    scripts = [VENDOR / "echarts.js", VENDOR / "htmx.js", *STATIC.rglob("*.js")]
    assert MOST > sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts)


def test_no_page_loads_anything_from_elsewhere():
    """Templates, styles and our scripts name no other host."""
    for path in (*TEMPLATES, *STATIC.iterdir()):
        assert [] == re.findall(r"https?://(?!www\.w3\.org/)\w", path.read_text("utf-8")), path


def test_no_template_has_scripts_or_styles_of_its_own():
    """The policy forbids them, so they would only fail silently."""
    assert TEMPLATES
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        assert " style=" not in text, path
        assert "<style" not in text, path
        assert "hx-on" not in text, path
        assert [] == re.findall(r"<script(?![^>]*(?:src=|application/json))", text), path
        assert "|safe" not in text, path
