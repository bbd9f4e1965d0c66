"""Templates and what they are given: one environment that escapes everything, static files by content, JSON for scripts."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar.response import Template
from markupsafe import Markup

from facta import __version__
from facta.web import wording
from facta.web.menu import Entry

HOME = Path(str(files("facta.web")))
STATIC = HOME / "static"
VENDOR = HOME / "vendor"
FOLDERS = {"static": STATIC, "vendor": VENDOR}
"""By the first part of their address, the folders of files that pages load."""
SUFFIXES = {".css", ".js", ".svg", ".woff2", ".txt"}
"""Of files that are served; the vendor folder holds build files too."""


@cache
def environment(menu: Sequence[Entry]) -> Environment:
    """The environment of all templates, compiled so that no visitor waits for it; what is missing in one is an error."""
    made = Environment(
        loader=FileSystemLoader(HOME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "menu": sorted(menu, key=lambda entry: entry.order),
        "file": file,
        "address": address,
        "version": __version__,
        "today": today,
        "way": way,
    }
    made.filters |= {name: getattr(wording, name) for name in wording.FILTERS} | {"data": data}
    for name in made.list_templates():
        made.get_template(name)
    return made


def page(template: str, *, section: str = "", **context: Any) -> Template:
    """A page to answer with: the template's file name, the menu entry it belongs to, and what its template asks for."""
    return Template(template_name=template, context={"section": section, **context})


def address(*parts: str, **query: object) -> str:
    """A path of our own from parts of any text, with the query's values that are not None.

    >>> address("pair", "CHN", "a/b", by="year", since=None)
    '/pair/CHN/a%2Fb?by=year'
    """
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    asked = {name.rstrip("_"): value for name, value in query.items() if value is not None}
    return path + (f"?{urlencode(asked, doseq=True)}" if asked else "")


def today() -> date:
    """The day on which a page is made, as its printed copy says."""
    return datetime.now(UTC).date()


def way(directed: object) -> Markup:
    """The arrow between two sides, and the word that it stands for, for whoever hears the page.

    >>> way(True)
    Markup('<span class="arrow" aria-hidden="true">→</span><span class="hush"> to </span>')
    """
    sign, word = ("→", "to") if directed else ("↔", "and")
    return Markup(f'<span class="arrow" aria-hidden="true">{sign}</span><span class="hush"> {word} </span>')


def data(value: object) -> Markup:
    """JSON to stand inside a `<script type="application/json">`: no tag can begin in it."""
    text = msgspec.json.encode(value).decode()
    return Markup(text.translate({ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}))


def file(name: str) -> str:
    """The address of a static file, which changes when any of them does: `static/app.js` -> `/f/1a2b3c4d/static/app.js`."""
    return f"/f/{mark()}/{name}"


@cache
def mark() -> str:
    """Eight digits of a hash over all static files; scripts import each other, so they share one."""
    state = sha256()
    for folder in FOLDERS.values():
        for path in sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES):
            state.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()[:8]


def served(name: str) -> Path | None:
    """The static file of a name, or None: only files that are there when asked for, by comparison, never by joining paths."""
    return _served().get(name)


@cache
def _served() -> Mapping[str, Path]:
    return {
        path.relative_to(HOME).as_posix(): path
        for folder in FOLDERS.values()
        for path in folder.rglob("*")
        if path.suffix in SUFFIXES and "node_modules" not in path.parts
    }
