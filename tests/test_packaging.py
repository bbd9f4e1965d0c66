"""What is handed out holds what it needs: the wheel all that facta reads while it runs, the sdist all that its tests do."""

import ast
import email
import shutil
import subprocess
import sys
import tarfile
import tomllib
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

pytestmark = pytest.mark.once  # an archive holds the same whichever Python packs it
ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DEVELOPMENT = (
    "facta/web/vendor/build.mjs",
    "facta/web/vendor/echarts.entry.js",
    "facta/web/vendor/package*.json",
    "facta/web/atlas/build.py",
    "*/.gitignore",
)
"""What makes files that the wheel holds, and is of no use beside them."""


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The folder with the wheel and the sdist, built once by the backend that is installed, without a network."""
    pytest.importorskip("hatchling", reason="hatchling, which builds facta, is not installed (make test installs it)")
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-d", folder]
    run = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert 0 == run.returncode, run.stderr
    return folder


@pytest.fixture(scope="session")
def wheel(built):
    """The wheel as an archive."""
    with ZipFile(next(built.glob("*.whl"))) as archive:
        yield archive


@pytest.fixture(scope="session")
def sdist(built):
    """The names of the files in the sdist, below its one folder."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


@pytest.fixture(scope="session")
def tracked():
    """The files that git keeps, as paths below the root."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("this is no clone, so nothing tells which files are the project's")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {name for name in listed.split("\0") if name and (ROOT / name).exists()}


def is_development(name):
    return any(fnmatch(name, pattern) for pattern in DEVELOPMENT)


def test_the_wheel_holds_what_the_package_and_its_samples_are_made_of(wheel, tracked):
    """Code, weights, tables, templates, fonts, and the pages that `facta demo` codes."""
    package = {name.removeprefix("src/") for name in tracked if name.startswith("src/facta/")}
    pages = {
        f"facta/samples/{name.removeprefix('examples/')}"
        for name in tracked
        if name.startswith(("examples/pages/", "examples/demo/"))
    }
    assert len(pages) > 6
    assert set() == {name for name in package | pages if not is_development(name)} - set(wheel.namelist())


def test_the_wheel_holds_nothing_that_only_makes_it(wheel, tracked):
    """Build scripts and lists of their packages stay in the source tree, where they are."""
    assert [] == [name for name in wheel.namelist() if is_development(name)]
    package = [name.removeprefix("src/") for name in tracked]
    assert [] == [pattern for pattern in DEVELOPMENT if not any(fnmatch(name, pattern) for name in package)]


def test_the_wheel_names_every_licence_and_holds_its_text(wheel):
    """Those of the scripts, fonts and outlines that it brings along, as written down beside them."""
    (about,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    metadata = email.message_from_bytes(wheel.read(about))
    told = set(metadata["License-Expression"].split(" AND "))
    texts = set(metadata.get_all("License-File"))
    foreign = [(folder, package) for folder in ("vendor", "atlas") for package in _vendored(folder)]
    licences = {package["licence"] for _, package in foreign} - {"public domain"}
    assert {"Apache-2.0", *licences} == told
    assert {"LICENSE", "NOTICE", *(f"src/facta/web/{folder}/{text}" for folder, p in foreign for text in p["texts"])} == texts
    assert set() == {f"{PurePosixPath(about).parent}/licenses/{text}" for text in texts} - set(wheel.namelist())


def _vendored(folder):
    return tomllib.loads((ROOT / "src/facta/web" / folder / "vendor.toml").read_text("utf-8"))["packages"].values()


def test_the_sdist_holds_what_its_tests_import(sdist):
    """Every module of the source tree that a test names, and the files that the build itself asks for."""
    imported = {name for test in (ROOT / "tests").rglob("*.py") for name in _imports(test)}
    ours = {name for name in imported if (ROOT / name.partition(".")[0]).is_dir() and name.partition(".")[0] != "tests"}
    assert {"benchmarks", "eval", "training"} <= {name.partition(".")[0] for name in ours}
    paths = [name.replace(".", "/") for name in ours]
    assert [] == [path for path in paths if not {f"{path}.py", f"{path}/__init__.py"} & sdist]
    assert set() == {"pyproject.toml", "LICENSE", "NOTICE", "README.md", "docs/generate.py", "Makefile"} - sdist


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            within = [f"{node.module}.{alias.name}" for alias in node.names]
            yield node.module
            yield from (name for name in within if _is_module(name))


def _is_module(name):
    path = ROOT / name.replace(".", "/")
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def test_the_sdist_holds_every_sample_and_test(sdist, tracked):
    """So that whoever packages facta again can run them."""
    wanted = {name for name in tracked if name.startswith(("src/", "tests/", "examples/"))}
    assert set() == {name for name in wanted if not name.endswith(".gitignore")} - sdist


@pytest.mark.parametrize("lock", ["run", "dev", "train"])
def test_a_lock_keeps_to_the_bounds(lock):
    """A set-up never installs what pyproject.toml refuses."""
    pinned = {}
    for line in (ROOT / "requirements" / f"{lock}.lock").read_text("utf-8").splitlines():
        name, equal, rest = line.partition("==")
        if equal and not line.startswith((" ", "#")):
            pinned.setdefault(name, set()).add(rest.split()[0].rstrip(";"))
    asked = [Requirement(line) for line in (*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"].get(lock, []))]
    assert [] == [need for need in asked if not all(map(need.specifier.contains, pinned[need.name]))]
