"""Every setting once: name, default, one sentence of help; the command line, the docs and the tests read this table.

A value comes from the environment (`FACTA_` + the name in capitals), else from the user's file (`$FACTA_SETTINGS`, by default
`~/.config/facta/settings.toml`, which may set any part of the keys), else from the default here.
"""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from facta.errors import UsageError, unknown

Value = str | int | float


@dataclass(frozen=True)
class Setting:
    """One thing a user may change; `default` also fixes the type."""

    name: str
    default: Value
    help: str
    least: int | None = None
    """Smallest value of a number that makes sense."""


SETTINGS = (
    Setting("store", "facta.duckdb", "The store that commands ask when --store is not given."),
    Setting("max_bytes", 64_000_000, "Largest input of one page, in bytes; a larger one is reported and skipped."),
    Setting("max_chars", 400_000, "Longest text of one page, in characters; a longer one is reported and skipped."),
    Setting("fetch_timeout", 20.0, "Seconds to wait for a web server before giving up."),
    Setting("fetch_delay", 1.0, "Seconds between two requests to the same host."),
    Setting("fetch_cache", "", "Folder that keeps fetched pages; empty for the user's cache folder."),
    Setting("user_agent", "facta/0.1 (news event coder; obeys robots.txt)", "How facta introduces itself to web servers."),
    Setting("contact", "", "Where those who run a web server can reach you: an e-mail address or a page; told to every server."),
    Setting("actors", "", "A table of actors of your own (CSV, see docs/actors.md), which goes before the built-in ones."),
    Setting("groups", "", "A file of groups of states of your own (see docs/relations.md), which goes before the built-in ones."),
    Setting("workers", 1, "Processes that code pages when --workers is not given.", least=1),
)


def setting(name: str) -> Value:
    """The value in force for a setting; UsageError for an unknown name or a value of the wrong type."""
    by_name = {s.name: s for s in SETTINGS}
    if name not in by_name:
        raise UsageError(unknown("setting", name, by_name))
    known = by_name[name]
    raw = os.environ.get(f"FACTA_{name.upper()}", _file_values().get(name))
    return known.default if raw is None else _typed(known, raw)


def number(name: str) -> float:
    """The value of a numeric setting as a float."""
    return float(setting(name))


def text(name: str) -> str:
    """The value of a setting as text."""
    return str(setting(name))


def _typed(known: Setting, raw: object) -> Value:
    try:
        value = type(known.default)(str(raw))
    except ValueError:
        kind = {"int": "a whole number", "float": "a number"}[type(known.default).__name__]
        raise UsageError(f"Setting {known.name!r} must be {kind}, but is {str(raw)!r}: {known.help}") from None
    if known.least is not None and float(value) < known.least:
        raise UsageError(f"Setting {known.name!r} must be {known.least} or more, but is {value}: {known.help}")
    return value


def _file_values() -> dict[str, object]:
    asked = os.environ.get("FACTA_SETTINGS")
    path = Path(asked or "~/.config/facta/settings.toml").expanduser()
    if not path.exists():
        if asked:
            raise UsageError(f"The settings file {path} that $FACTA_SETTINGS names is not there.")
        return {}
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"The settings file {path} cannot be read: {error}.") from None
    strange = sorted(set(values) - {s.name for s in SETTINGS})
    if strange:
        raise UsageError(f"In {path}: {unknown('setting', strange[0], [s.name for s in SETTINGS])}")
    return values
