"""The Ray engine gives what the local one gives, where Ray is installed, and says how to get it where it is not."""

from functools import partial
from importlib import import_module
from importlib.util import find_spec

import pytest

from facta import plugins
from facta.errors import UsageError
from facta.read.raw import Failure, Raw

WORKER = """
from facta.records import Page, Reading

def make(prefix):
    return lambda raw: Reading(page=Page(id=prefix + raw.data, key=raw.data, source=raw.source, text=raw.data))
"""


def test_without_ray_one_line_says_how_to_get_it():
    """Choosing the engine on a plain installation is a usage error that names the extra."""
    if find_spec("ray"):
        pytest.skip("Ray is installed here")
    with pytest.raises(UsageError, match=r"facta\[ray\]"):
        next(plugins.load("facta.engine", "ray").code([], dict, 1))


def test_results_come_in_the_order_of_the_inputs(tmp_path, monkeypatch):
    """Two actors, failures among the inputs, nothing lost."""
    if not find_spec("ray"):
        pytest.skip("Ray is not installed here: pip install 'facta[ray]'")
    (tmp_path / "a_worker_for_ray.py").write_text(WORKER)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    make = partial(import_module("a_worker_for_ray").make, "coded ")
    inputs = [(str(n), Raw(source=str(n), key_source=str(n), form="text", data=str(n))) for n in range(20)]
    inputs.insert(3, (None, Failure(source="x", message="missing")))
    results = list(plugins.load("facta.engine", "ray").code(inputs, make, 2))
    assert [d for d, _ in inputs] == [d for d, _ in results]
    assert ["coded 19", "missing"] == [results[-1][1].page.id, results[3][1].message]
