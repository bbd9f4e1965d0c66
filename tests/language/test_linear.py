import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from facta.language.linear import Linear, from_arrays, key, softmax


def model() -> Linear:
    keys = np.array(sorted([key("a"), key("b")]), np.uint32)
    weights = np.array([[1, 0], [0, 2]] if keys[0] == key("a") else [[0, 2], [1, 0]], np.int8)
    return Linear(("x", "y"), keys, weights, np.array([0.5, 1.0], np.float32), np.array([0.0, 0.25], np.float32))


def test_scores_add_up_weights_and_bias() -> None:
    """A score is the sum of the known features' weights in their scale, and the bias."""
    assert [0.5, 2.25] == model().scores(["a", "b"]).tolist()


def test_unknown_features_cost_nothing() -> None:
    """A feature that was never trained on changes no score."""
    assert [0.0, 0.25] == model().scores(["never seen"]).tolist()


def test_a_stored_model_comes_back_the_same() -> None:
    """The arrays of a model make it again."""
    again = from_arrays(model().arrays("m"), "m")
    assert ("x", "y") == again.labels
    assert model().scores(["a"]).tolist() == again.scores(["a"]).tolist()


def test_no_examples_give_no_rows() -> None:
    """Scoring nothing keeps the shape."""
    assert (0, 2) == model().score_all([]).shape


@given(st.lists(st.floats(-500, 500, width=32), min_size=2, max_size=8))
def test_probabilities_sum_to_one(logits: list[float]) -> None:
    """Softmax neither overflows nor loses mass."""
    out = softmax(np.array(logits, np.float32))
    assert abs(1 - float(out.sum())) < 1e-4
