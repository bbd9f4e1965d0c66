"""The rooms keep their order, and the command line stays light."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

SRC = Path(__file__).parent.parent / "src" / "facta"
ORDER = (
    {"errors", "values", "settings", "plugins", "records"},
    {"read"},
    {"language"},
    {"quotes"},
    {"events"},
    {"resolve"},
    {"store"},
    {"stories"},
    {"relations"},
    {"pipeline"},
    {"api", "web"},
    {"cli", "__main__"},
    {"engine"},
)
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
MODULES = sorted(SRC.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def constants(tree: ast.Module) -> dict[str, str]:
    """The texts that a module has names for."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


NAMED = {name: text for path in MODULES for name, text in constants(ast.parse(path.read_text("utf-8"))).items()}
"""Of all modules, since one may import such a name from another."""


def by_name(call: ast.Call, own: dict[str, str]) -> list[str]:
    """The module that `import_module` is asked for, where that is written down."""
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", None)
    match call.args:
        case [ast.Constant(value=str(dotted)), *_] if called == "import_module":
            return [dotted]
        case [ast.Name(id=name), *_] if called == "import_module":
            return [found for found in [own.get(name) or NAMED.get(name)] if found]
    return []


def imported_rooms(path: Path) -> set[str]:
    """Also those imported by name, which is no way around the order."""
    found, tree = set(), ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            dotted = [f"{node.module}.{a.name}" for a in node.names] if node.module == "facta" else [node.module]
        elif isinstance(node, ast.Import):
            dotted = [a.name for a in node.names]
        elif isinstance(node, ast.Call):
            dotted = by_name(node, constants(tree))
        else:
            continue
        found |= {d.split(".")[1] for d in dotted if d.startswith("facta.")}
    return found - {"__version__"}


def test_every_module_is_in_a_known_room():
    """A new room must be given its place in the order before anything is put into it."""
    assert set() == {room(m) for m in MODULES} - set(RANK) - {"__init__"}


@pytest.mark.parametrize("path", [m for m in MODULES if room(m) != "__init__"], ids=lambda p: str(p.relative_to(SRC)))
def test_imports_go_down_the_order_only(path):
    """A room imports rooms before it in the order, never one after it."""
    assert set() == {r for r in imported_rooms(path) if RANK[r] > RANK[room(path)]}


PLACE = SRC / "resolve" / "place"
KNOWN = {"facts", "place", "rows", "tables", "words"}
"""What the room of places asks of the one that it is in."""


def imported_of_resolve(path: Path) -> set[str]:
    """The modules of `resolve` that a module imports, by their names below it."""
    tree = ast.parse(path.read_text("utf-8"))
    told = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {module.removeprefix("facta.resolve.") for module in told if module.startswith("facta.resolve.")}


def test_the_room_of_places_has_one_door():
    """Others ask `resolve.place` and nothing in it, and it asks nobody who asks it."""
    around = [m for m in MODULES if not m.is_relative_to(PLACE)]
    assert set() == {(m, name) for m in around for name in imported_of_resolve(m) if name.startswith("place.")}
    assert set() == {name.split(".")[0] for m in PLACE.glob("*.py") for name in imported_of_resolve(m)} - KNOWN


def test_rooms_beside_each_other_do_not_import_each_other():
    """The explorer and the API are thin over the same calls, not over one another; the command line starts the explorer."""
    surfaces = {"api", "web"}
    crossing = {(room(m), r) for m in MODULES if room(m) in surfaces for r in imported_rooms(m) & surfaces if r != room(m)}
    assert set() == crossing


@pytest.mark.parametrize(
    "written",
    [
        "from facta.web.serving import serve",
        "def f():\n    import facta.web.serving",
        "import_module('facta.web.serving')",
        "importlib.import_module('facta.web.serving')",
        "SERVING = 'facta.web.serving'\nimport_module(SERVING)",
    ],
)
def test_no_way_of_importing_is_overlooked(tmp_path, written):
    """Within a function or by name it is an import all the same."""
    (tmp_path / "module.py").write_text(written)
    assert {"web"} == imported_rooms(tmp_path / "module.py")


PARSERS = {"values/datafile.py", "settings.py"}
"""The second reads a file of the user's own."""


def test_data_files_are_read_in_one_way():
    """So that each is checked against the form that its room declares."""
    assert PARSERS == {str(m.relative_to(SRC)) for m in MODULES if "tomllib" in m.read_text("utf-8")}


PACKAGES = [m for m in MODULES if m.name == "__init__.py"]


@pytest.mark.parametrize("path", PACKAGES, ids=lambda p: str(p.parent.relative_to(SRC)))
def test_a_name_that_a_package_offers_is_no_package_in_it(path):
    """Which of the two an import means would depend on how it is written."""
    told = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.ImportFrom)]
    offered = {name.asname or name.name for node in told for name in node.names}
    assert set() == offered & {inner.parent.name for inner in path.parent.glob("*/__init__.py")}


HEAVY = (
    *("numpy", "scipy", "matplotlib", "duckdb", "pyarrow", "lxml", "trafilatura", "dateparser", "py3langid", "warcio"),
    *("charset_normalizer", "rich", "litestar", "jinja2", "uvicorn"),
)


@pytest.mark.parametrize("asked", ["--help", "--version"])
def test_asking_for_help_imports_no_heavy_library(asked):
    """`facta --help` and `facta --version` answer without loading a model, a database or a parser."""
    script = f"""
import sys, facta.cli
try:
    facta.cli.main([{asked!r}])
except SystemExit:
    print(*[m for m in {HEAVY} if m in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "" == done.stderr.strip()
    assert "facta" in done.stdout


def test_what_may_be_chosen_on_the_command_line_is_what_there_is():
    """Options spell these out, since the modules that own them load numpy; they say the same all the same."""
    from facta.cli import pictures
    from facta.cli.commands import ledger, relations
    from facta.relations.periods import By
    from facta.relations.records import State

    assert get_args(State) == ledger.STATES
    assert get_args(By) == relations.PERIODS
    assert (".svg", ".png", ".html") == pictures.ENDINGS


@pytest.mark.parametrize("words", ['"talk", "commitment", "deed"', '"headline", "dek"', '"material conflict"'])
def test_a_vocabulary_is_spelt_out_once(words):
    """Whoever needs it imports it from its owner; a copy would fall behind."""
    holding = [path.relative_to(SRC) for path in MODULES if words in path.read_text("utf-8").lower()]
    assert 1 == len(holding)


def test_the_guide_names_every_room_in_the_order():
    """Whoever wants to add something looks there for where it goes."""
    guide = (SRC.parents[1] / "CONTRIBUTING.md").read_text("utf-8").split("## Rooms")[1].split("##")[0]
    named = [set(re.findall(r"`(\w+)`", line.split("|")[1])) for line in guide.splitlines() if line.startswith("| `")]
    assert [rooms - {"__main__"} for rooms in ORDER] == named
