"""The checkpoint of the weights that ship says what they say."""

import pytest

torch = pytest.importorskip("torch", reason="only the group `train` has torch")

NEAR = 0.12
"""Distance of the two networks' answers as a share of their length; only one rounds what passes through it to int8."""


def test_a_network_of_the_shipped_weights_answers_as_they_do() -> None:
    """Every head."""
    import numpy as np

    from facta.language.network import onnx
    from training.export import sample, torch_model
    from training.paths import MINILM, WEIGHTS
    from training.shipped import shipped

    if not (MINILM / "model.safetensors").exists():
        pytest.skip(f"no encoder at {MINILM}: python -m training.encoders")
    answers = torch_model(shipped().eval())(sample())
    truth = onnx((WEIGHTS / "reader.onnx").read_bytes())(sample())
    for mine, theirs in zip(answers, truth, strict=True):
        assert np.linalg.norm(mine - theirs) < NEAR * np.linalg.norm(theirs)
