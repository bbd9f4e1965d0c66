"""Garbage is left alone while many things are made."""

import gc

import pytest

from facta.values.collecting import uncollected


def test_collection_stops_inside_and_goes_on_behind() -> None:
    """Whatever happens inside, and only where it was on before."""
    assert gc.isenabled()
    with pytest.raises(KeyError), uncollected():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
