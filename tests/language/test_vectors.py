"""Vectors of texts from the table of word vectors."""

import hashlib
from importlib.resources import files

import numpy as np
import pytest

from facta.language.vectors import vectors

WEIGHTS = files("facta.language") / "weights"


def likeness(one, other):
    table = vectors()
    a, b = table.of([table.numbers(one), table.numbers(other)])
    return float(a @ b)


def test_the_card_names_the_table_that_is_shipped():
    """A table without its card, or with another's, is not ours."""
    digest = hashlib.sha256((WEIGHTS / "vectors.npy").read_bytes()).hexdigest()
    assert digest in (WEIGHTS / "MODEL.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("one", "near", "far"),
    [
        ("agreed to sell gas through a pipeline", "the first natural gas was delivered", "sent doctors and vaccines"),
        ("threatened tariffs on steel", "imposed duties on imports of metal", "a joint naval exercise"),
        ("missiles and rockets", "an air defence system was fired", "grain and wheat"),
    ],
)
def test_texts_about_the_same_are_nearer(one, near, far):
    """Whatever words they use."""
    assert likeness(one, far) < likeness(one, near)


def test_a_vector_has_length_one_or_says_nothing():
    """Texts without words give zeros."""
    table = vectors()
    found = table.of([table.numbers("a gas pipeline"), table.numbers(". - ,"), []])
    assert (3, table.width) == found.shape
    assert pytest.approx([1.0, 0.0, 0.0], abs=1e-6) == np.linalg.norm(found, axis=1).tolist()
