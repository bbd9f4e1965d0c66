"""The TOML files that stand beside a room's modules and hold what it knows: each read once, into the form its room declares.

A form says which keys a file has and of which kind each is, so that a slip in a file is named, with its key, by whatever asks
for it first: `Form` where the keys are known, a plain `dict` where the file itself is the list of them.
"""

import re
import tomllib
from collections.abc import Hashable, Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast

import msgspec

from facta.errors import DataError, unknown

Words = tuple[str, ...]
"""Words or patterns, in their order."""

_T = TypeVar("_T")


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of what a file or one of its tables holds: a key that is not declared, or lacks, is an error."""


def load(package: str, file: str, form: type[_T]) -> _T:
    """What a file beside the modules of a package holds, in its form; shared by all who ask.

    DataError names the file and the key that is not as the form has it.

    >>> load("facta.stories", "contexts.toml", dict[str, Words])["cyber"]
    ('cyber', 'hack', 'malware', 'ransomware', 'disinformation')
    """
    found: _T = _loaded(package, file, cast(Hashable, form))
    return found


@cache
def _loaded(package: str, file: str, form: Any) -> Any:
    return convert(parse(files(package) / file), form, file)


def parse(path: Traversable) -> dict[str, Any]:
    """The tables of a TOML file; DataError when it is none."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: not a TOML file: {error}.") from None


def convert(raw: object, form: type[_T], where: str) -> _T:
    """What was parsed in the form declared for it; DataError begins with `where` and names the key that is not as declared."""
    try:
        return msgspec.convert(raw, form)
    except msgspec.ValidationError as error:
        asked = re.fullmatch(r"Object contains unknown field `([^`]*)`", str(error))
        if asked is None:
            raise DataError(f"{where}: {error}.") from None
        known = (field.name for field in msgspec.structs.fields(cast(type[Form], form)))
        raise DataError(f"{where}: {unknown('key', asked[1], known)}") from None


def either(patterns: Iterable[str]) -> str:
    """Patterns as one that fits any of them, the first that does, to be built into a longer one.

    >>> either(["previously", "formerly"])
    '(?:previously|formerly)'
    """
    return f"(?:{'|'.join(patterns)})"
