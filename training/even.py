"""Even out what enters the products that are kept as whole numbers, so that less is lost in rounding (Xiao et al. 2023).

A few channels of a layer's inner states are ten times as large as the rest, and one scale for all of them leaves the others few
of the 256 steps. So each channel is divided by a number of its own, and the weights that meet it are multiplied by the same:
nothing changes but the rounding.
"""

import copy
import pickle
import random
from collections.abc import Iterable

import torch
from torch import Tensor, nn

from facta.language.windows import batch
from training.examples import Arrays, cut
from training.network import Net
from training.paths import BUILD
from training.prepare import pieces
from training.texts import Corpus
from training.texts import apart as divided

SHARE = 0.8
"""How much of the unevenness goes to the weights; rounding moved answers by 2.2% without, by 1.8 at .65, 1.3 at .8, 1.6 at .9."""
TEXTS = 200
"""Attributed articles whose states are looked at; none is held out."""


def some_windows() -> Iterable[Arrays]:
    """Windows of training texts, one a batch, as `windows.batch` makes them."""
    with (BUILD / "texts.pickle").open("rb") as file:
        corpus: Corpus = pickle.load(file)
    for example in cut(divided(corpus.said)[0][:TEXTS], pieces(), random.Random(0)):
        yield batch([example.window])


def evened(net: Net, windows: Iterable[Arrays]) -> Net:
    """A copy that answers the same, its channels before `up` and `down` of every layer evened out by what the windows hold."""
    net = copy.deepcopy(net)
    seen = largest(net, windows)
    for layer, (before_up, before_down) in zip(net.layers, seen, strict=True):
        layer.even_up = _over(layer.up, before_up)
        layer.even_down = _over(layer.down, before_down)
    return net


def largest(net: Net, windows: Iterable[Arrays]) -> list[tuple[Tensor, Tensor]]:
    """The largest amount in each channel before `up` (width) and before `down` (inner), layer by layer."""
    parts = [(layer.up, layer.down) for layer in net.layers]
    out = [(torch.zeros(up.in_features), torch.zeros(down.in_features)) for up, down in parts]
    hooks = [_watch(part, most) for pair, both in zip(parts, out, strict=True) for part, most in zip(pair, both, strict=True)]
    with torch.no_grad():
        for x in windows:
            net(*(torch.from_numpy(x[name]) for name in ("ids", "features", "mask", "at")))
    for hook in hooks:
        hook.remove()
    return out


def _watch(part: nn.Linear, most: Tensor) -> torch.utils.hooks.RemovableHandle:
    def look(_: nn.Module, given: tuple[Tensor, ...]) -> None:
        torch.maximum(most, given[0].abs().flatten(0, 1).amax(0), out=most)

    return part.register_forward_pre_hook(look)


def _over(part: nn.Linear, most: Tensor) -> Tensor:
    """Give a share of the unevenness over to the weights; what is left for the channels to be multiplied by."""
    weights = part.weight.data.abs().amax(0).clamp(min=1e-5)
    by = most.clamp(min=1e-3) ** SHARE / weights ** (1 - SHARE)
    by = by / by.median()
    part.weight.data *= by
    return 1 / by
