"""Vectors of sentences: alike for like meaning, each by itself."""

import hashlib
from importlib.resources import files

import numpy as np
import pytest

from facta.language.meaning import LONGEST, WIDTH, encoder
from tests.language.test_vectors import WEIGHTS


def test_the_model_card_names_the_weights_that_ship():
    """By their hash."""
    digest = hashlib.sha256((WEIGHTS / "meaning.onnx").read_bytes()).hexdigest()
    assert f"{digest}  meaning.onnx" in (WEIGHTS / "MODEL.md").read_text("utf-8")
    assert files("facta.language").joinpath("weights/meaning.onnx").is_file()


@pytest.mark.parametrize(
    ("one", "like", "other"),
    [
        ("Norway will send Kenya ten boats.", "Oslo handed the vessels over to Nairobi.", "Norway fined Kenya for fishing."),
        ("Chad promised Niger vaccines.", "Chad flew the first doses to Niger.", "Chad closed its border with Niger."),
        ("The two agreed on a loan for a railway.", "They signed a credit to build the line.", "They freed their prisoners."),
    ],
)
def test_like_meaning_is_nearer_than_like_names(one, like, other):
    """A deed to its promise, rather than another deed of the same two."""
    a, b, c = encoder().of([one, like, other]).vectors
    assert a @ b > a @ c


@pytest.mark.parametrize(
    ("done", "undone"),
    [
        ("The first ten boats from Oslo reached Mombasa.", "Oslo halted the delivery of the boats to Mombasa."),
        ("Chad lifted its ban on cattle from Niger.", "Chad has scrapped the plan to lift its ban on cattle from Niger."),
        ("The presidents met for two hours in Quito.", "The president called off his trip to Quito."),
    ],
)
def test_undoing_is_told_from_doing(done, undone):
    """Whatever it is that is halted."""
    assert [False, True] == encoder().of([done, undone]).undoing.tolist()


def test_vectors_are_of_length_one_and_of_nothing_zero():
    """One a text, in order."""
    found = encoder().of(["Two ministers met.", "", " ", "Ministers."])
    assert (4, WIDTH) == found.vectors.shape
    assert [1.0, 0.0, 0.0, 1.0] == pytest.approx(np.linalg.norm(found.vectors, axis=1).tolist(), abs=1e-3)
    assert ((0, WIDTH), (0,)) == tuple(part.shape for part in encoder().of([]))
    assert [False, False] == found.undoing[1:3].tolist()


def test_a_text_does_not_depend_on_what_is_read_with_it():
    """So stories do not depend on what was folded with them."""
    some = ["Two ministers met in Oslo on Monday.", "A treaty was signed.", "They met."]
    together, alone = encoder().of(some).vectors, np.concatenate([encoder().of([one]).vectors for one in some])
    assert (together == alone).all()


def test_of_a_long_text_the_beginning_is_read():
    """Whatever comes."""
    long = "word " * 10_000
    assert LONGEST + 2 == len(encoder().numbers(long))
    assert (encoder().of([long]).vectors == encoder().of([long + "and more"]).vectors).all()
    assert np.isfinite(encoder().of(["\x00 \u202e 💥 " * 50]).vectors).all()
