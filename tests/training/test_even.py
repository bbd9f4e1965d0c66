"""Evening out channels changes what is rounded, never what is answered."""

from typing import TYPE_CHECKING

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="only the group `train` has torch")

if TYPE_CHECKING:
    from training.examples import Arrays


def _window(length: int = 20) -> "Arrays":
    ids = np.random.default_rng(1).integers(1000, 20000, (1, 1, length))
    return {"ids": ids, "features": np.zeros_like(ids), "mask": np.ones_like(ids), "at": np.arange(1, length - 1)[None]}


def test_an_evened_network_answers_the_same_with_channels_nearer_to_each_other() -> None:
    """What a channel loses its weights gain; the network that was given stays as it was."""
    from training.even import evened, largest
    from training.network import Net

    torch.manual_seed(0)
    net = Net().eval()
    with torch.no_grad():
        for layer in net.layers:
            layer.norm.weight[7] = 30.0  # one channel that drowns the others
    kept = {name: value.clone() for name, value in net.state_dict().items()}
    even = evened(net, [_window()])
    inputs = [torch.from_numpy(_window()[name]) for name in ("ids", "features", "mask", "at")]
    with torch.no_grad():
        for one, other in zip(net(*inputs), even(*inputs), strict=True):
            assert torch.allclose(one, other, atol=1e-4)
    assert all(torch.equal(kept[name], value) for name, value in net.state_dict().items())
    assert kept.keys() == even.state_dict().keys(), "factors are made for an export, and belong to no checkpoint"
    for layer, (before, _) in zip(even.layers, largest(net, [_window()]), strict=True):
        after = before * layer.even_up
        assert float(after.max() / after.median()) < float(before.max() / before.median()) / 3


def test_words_of_a_padded_window_are_answered_as_alone() -> None:
    """The last layer asks for words only, wherever their first pieces stand, and looks at no padding."""
    from training.network import Alone, Net

    torch.manual_seed(0)
    net = Net().eval()
    x = {name: torch.from_numpy(value) for name, value in _window().items()}
    pad = lambda t: torch.nn.functional.pad(t, (0, 9))  # noqa: E731
    at = x["at"][:, ::3]
    with torch.no_grad():
        alone = Alone(net)(x["ids"], x["features"], at)
        padded = net(pad(x["ids"]), pad(x["features"]), pad(x["mask"]), at)
    for one, other in zip(alone, padded, strict=True):
        assert one.shape[1] == at.shape[1]
        assert torch.allclose(one, other, atol=1e-4)
