"""A pruned network keeps the heads and units that are worth most, in their order."""

import pytest

torch = pytest.importorskip("torch", reason="only the group `train` has torch")


def test_the_most_useful_heads_and_units_stay() -> None:
    """Of queries, keys, values and the way back alike; the rest of the weights is untouched."""
    from training.network import Net
    from training.prune import pruned

    net = Net()
    heads, units = torch.zeros(12), torch.zeros(1536)
    heads[[7, 2]], units[[1000, 3, 5]] = 1.0, 1.0
    state = pruned(net, [(heads, units)] * 6, 2, 3)
    small = Net(heads=2, inner=3)
    small.load_state_dict(state)
    size = 32
    for layer, old in zip(small.layers, net.layers, strict=True):
        kept = [*range(2 * size, 3 * size), *range(7 * size, 8 * size)]
        assert torch.equal(layer.qkv.weight[: 2 * size], old.qkv.weight[kept])
        assert torch.equal(layer.qkv.bias[2 * size : 4 * size], old.qkv.bias[[384 + k for k in kept]])
        assert torch.equal(layer.out.weight, old.out.weight[:, kept])
        assert torch.equal(layer.up.weight, old.up.weight[[3, 5, 1000]])
        assert torch.equal(layer.down.weight, old.down.weight[:, [3, 5, 1000]])
        assert torch.equal(layer.norm.weight, old.norm.weight)
