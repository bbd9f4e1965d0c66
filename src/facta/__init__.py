"""facta reads news and says who said and did what to whom, when, on whose word, with the sentence that proves it.

>>> import facta
>>> for reading in facta.code(["page.html"]):  # doctest: +SKIP
...     for event in reading.events:
...         print(event.type, event.evidence.text)

docs/python.md has the calls.

The rooms, in the order imports may go (a later one may import an earlier one): records, values, errors, settings and plugins
(the hall); read; language; quotes; events; resolve; store; stories; relations; pipeline; api, web; cli; engine.
"""

from importlib import import_module
from importlib.metadata import version as _version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # type checkers see the calls, which `__getattr__` imports when they are asked for
    from facta.pipeline import code, code_text, read_pages
    from facta.read.raw import Options
    from facta.store import open_store

__version__ = _version("facta")

_PUBLIC = {
    "Options": "facta.read.raw",
    "code": "facta.pipeline",
    "code_text": "facta.pipeline",
    "open_store": "facta.store",
    "read_pages": "facta.pipeline",
}
__all__ = ["Options", "__version__", "code", "code_text", "open_store", "read_pages"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'facta' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names too, so that a notebook completes them and a slip is told the nearest."""
    return sorted({*globals(), *_PUBLIC})
