"""Take the least useful heads and inner units out of every layer: `python -m training.prune OLD NEW [--heads 8] [--inner 1024]`.

How useful one is: by how much, to first order, the loss of a window would change if it gave nothing, whatever the sign (heads:
Michel et al. 2019; units: Molchanov et al. 2017). `training.train --start NEW` then lets the rest make up for them.
"""

import argparse
import random
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from training.examples import Example
from training.network import Net, restored
from training.paths import BUILD
from training.train import ahead, loss, options, save, schedule

BATCHES = 150
"""Batches of training texts of all kinds on which usefulness is measured."""


def main() -> None:
    """Prune."""
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("old")
    line.add_argument("new")
    line.add_argument("--heads", type=int, default=8)
    line.add_argument("--inner", type=int, default=1024)
    line.add_argument(
        "--pairs", default="1", help="epochs over PLV's sentences among the texts looked at; 0 where it must stay unseen"
    )
    args = line.parse_args()
    net = restored(BUILD / f"{args.old}.pt").eval()
    everything = options().parse_args([args.new, "--acts", "1", "--said", "1", "--pairs", args.pairs, "--ties", ".3"])
    found = usefulness(net, schedule(everything, random.Random(0))[:BATCHES], everything.hide)
    small = Net(large=net.large, heads=args.heads, inner=args.inner)
    small.load_state_dict(pruned(net, found, args.heads, args.inner))
    save(small, BUILD / f"{args.new}.pt")


def usefulness(net: Net, plan: Sequence[Sequence[Example]], hidden: float) -> list[tuple[Tensor, Tensor]]:
    """Of each layer's heads (H) and inner units (U); hidden: share of word pieces hidden while looking."""
    out = [(torch.zeros(layer.heads), torch.zeros(layer.up.out_features)) for layer in net.layers]
    for layer, (heads, units) in zip(net.layers, out, strict=True):
        _watch(layer.out, heads)
        _watch(layer.down, units)
    for x, y in ahead(plan):
        net.zero_grad(set_to_none=True)
        torch.stack(list(loss(net, x, y, "cpu", hidden=hidden, soft_roles=0).values())).sum().backward()
    return out


def _watch(part: nn.Module, total: Tensor) -> None:
    """Add to `total` (N) what the N equal stretches of a part's input (B, T, N * size) weigh in the loss of each window."""

    def before(_: nn.Module, given: tuple[Any, ...]) -> None:
        x: Tensor = given[0]

        def weigh(slope: Tensor) -> None:
            of_window = (slope * x.detach()).float().sum(1).view(len(x), len(total), -1).sum(-1)
            total.add_(of_window.abs().sum(0))

        x.register_hook(weigh)

    part.register_forward_pre_hook(before)


def pruned(net: Net, found: Sequence[tuple[Tensor, Tensor]], heads: int, inner: int) -> dict[str, Tensor]:
    """The weights that stay: in each layer the most useful heads and units, in their old order."""
    state = net.state_dict()
    for n, (layer, (of_heads, of_units)) in enumerate(zip(net.layers, found, strict=True)):
        size = layer.out.in_features // layer.heads
        best = torch.sort(of_heads.topk(heads).indices).values
        inside = (best[:, None] * size + torch.arange(size)).flatten()
        three = torch.cat([inside + k * layer.out.in_features for k in range(3)])
        units = torch.sort(of_units.topk(inner).indices).values
        name = f"layers.{n}."
        for end in ("weight", "bias"):
            state[f"{name}qkv.{end}"] = state[f"{name}qkv.{end}"][three]
            state[f"{name}up.{end}"] = state[f"{name}up.{end}"][units]
        state[f"{name}out.weight"] = state[f"{name}out.weight"][:, inside]
        state[f"{name}down.weight"] = state[f"{name}down.weight"][:, units]
        kept = [f"{float(x[k].sum() / x.sum()):.2f}" for x, k in ((of_heads, best), (of_units, units))]
        print(f"layer {n}: usefulness kept, heads {kept[0]}, units {kept[1]}", flush=True)
    return state


if __name__ == "__main__":
    main()
