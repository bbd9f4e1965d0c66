"""What pages look like is said once, of what is on a page."""

import re

from facta.web.pages import HOME, STATIC

SET_BY_HTMX = {"htmx-request"}
OWN = [*STATIC.glob("*.js"), *(f for kind in ("html", "py") for f in HOME.rglob(f"*.{kind}") if "vendor" not in f.parts)]
WRITTEN = "\n".join(path.read_text("utf-8") for path in OWN)


def classes():
    """Those that a style is about."""
    styles = "\n".join(path.read_text("utf-8") for path in STATIC.glob("*.css"))
    return set(re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"""url\([^)]*\)|/\*.*?\*/|"[^"]*\"""", "", styles, flags=re.DOTALL)))


def is_made(name):
    """Whether a template or a script has the name, or its beginning with something put behind it: `tag-{{ rung }}`."""
    beginnings = [name[: dash.end()] for dash in re.finditer("-", name)]
    whole = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    put_together = (rf"(?<![\w-]){re.escape(beginning)}(?:\$?\{{|[\"'`])" for beginning in beginnings)
    return any(re.search(pattern, WRITTEN) for pattern in (whole, *put_together))


def test_no_style_is_about_what_no_page_has():
    """It would be loaded by every visitor for nothing."""
    assert SET_BY_HTMX == {name for name in classes() if not is_made(name)}
