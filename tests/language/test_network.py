"""What ships answers as what was trained: the same sums over the same numbers, written in numpy and in torch."""

import numpy as np
import pytest

from facta.language.network import platt, softmax
from facta.language.windows import batch

torch = pytest.importorskip("torch", reason="only the group `train` has torch")


def test_pairs_and_parties_are_scored_as_in_training() -> None:
    """Scores of pairs of words and of what passes between two parties, for a network with random weights."""
    from eval import plv
    from facta.language.network import Network
    from tests.language.answer_makers import laid, network
    from training.answers import CHANNELS, channels
    from training.export import about, torch_model
    from training.network import SIZES, Net
    from training.tune import PLAIN, START

    torch.manual_seed(0)
    net = Net().eval()
    for parameter in (net.distance, net.prior):
        torch.nn.init.normal_(parameter)
    chosen = {"thresholds": START, "slopes": {"trigger": PLAIN, "attribution": PLAIN}, "alone": ()}
    shipped = Network(torch_model(net), network().pieces, about(net, "random", chosen))
    (a,) = shipped.answers(laid("Peru praises Chile for its help in the talks of May."))
    x = {k: torch.from_numpy(v) for k, v in batch([a.window]).items()}
    with torch.no_grad():
        single, *views = net(x["ids"], x["features"], None, x["at"])
        theirs = net.pairs(torch.tensor([[0, 1]]), tuple(views), slice(0, len(CHANNELS)))[0].numpy()
        sides = torch.zeros(1, len(a.types), 2)
        sides[0, 0, 0] = sides[0, 2, 1] = 1
        roots = net.between(single.split(SIZES, -1)[0], tuple(views), sides)[0].numpy()
    ours = shipped.pairs(a, [1], np.ones(1, np.float32), slice(0, len(CHANNELS)))
    np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-3)
    np.testing.assert_allclose(softmax(plv.between(shipped, a, [0], [2])), np.exp(roots), rtol=1e-2, atol=1e-4)
    assert channels("actor", "recipient") == slice(0, 2)


def test_platt_scaling_moves_the_log_odds() -> None:
    """Slope one and shift nought change nothing; a probability stays one at the ends."""
    assert [0.3, 0.0, 1.0] == [platt(p, (1.0, 0.0)) for p in (0.3, 0.0, 1.0)]
    assert platt(0.5, (1.0, -1.0)) < 0.5
