"""Find the interchangeable parts (platforms, sources, exports, engines) without importing what is not asked for.

A kind of part is a package of ours, one module a part, whose name is the part's name; another distribution adds parts through an
entry point group of the same dotted name. So a newcomer adds one file and its test, and nobody keeps a list. A package says in
`PARTS` what each of its modules must have.
"""

import sys
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from pkgutil import iter_modules
from types import ModuleType

from facta.errors import DataError, UsageError, unknown


def names(package: str) -> list[str]:
    """Sorted names of the parts of a kind, ours and installed ones, without importing any of them."""
    own = {m.name for m in iter_modules(import_module(package).__path__) if not m.name.startswith("_")}
    return sorted(own | {e.name for e in _installed(package, tuple(sys.path))})


def load(package: str, name: str) -> ModuleType:
    """The module of one part; an installed part wins over ours of the same name.

    Raises UsageError naming the parts that exist when there is none of this name, DataError for one that is not whole, or that
    another distribution names and that does not load.
    """
    for entry in _installed(package, tuple(sys.path)).select(name=name):
        return _whole(package, name, _loaded(package, entry))
    if name not in names(package):
        raise UsageError(unknown(_kind(package), name, names(package)))
    return _whole(package, name, import_module(f"{package}.{name}"))


def load_all(package: str) -> list[ModuleType]:
    """All parts of a kind in the order of their names, each imported."""
    return [load(package, name) for name in names(package)]


def _loaded(package: str, entry: EntryPoint) -> ModuleType:
    """What an entry point names; whatever its import ends in, the one line says whose it is, since it may stop every command."""
    try:
        module: ModuleType = entry.load()
    except Exception as error:
        owner = entry.dist.name if entry.dist else "an installed distribution"
        raise DataError(
            f"The {_kind(package)} {entry.name!r} of {owner} ({entry.value}) does not load: {type(error).__name__}: {error}. "
            f"Mend {owner}, or uninstall it."
        ) from error
    return module


def _kind(package: str) -> str:
    """What one part is called: `export`."""
    return package.rpartition(".")[2].removesuffix("s")


def _whole(package: str, name: str, module: ModuleType) -> ModuleType:
    """The module, which must have what its package asks of a part: whoever writes one learns at once what is missing."""
    wanted: tuple[str, ...] = getattr(import_module(package), "PARTS", ())
    missing = [part for part in wanted if not hasattr(module, part)]
    if missing:
        raise DataError(
            f"The {_kind(package)} {name!r} ({module.__name__}) lacks {', '.join(missing)}; "
            f"one must have {', '.join(wanted)} (see {package})."
        )
    return module


@cache
def _installed(package: str, path: tuple[str, ...]) -> EntryPoints:
    """Parts of a kind in the distributions on a search path, looked up once, since hundreds of files are opened for it."""
    return entry_points(group=package)
