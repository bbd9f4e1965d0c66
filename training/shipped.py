"""Make a checkpoint of the weights that ship: `python -m training.shipped NAME`, to train on from there (`train --start NAME`).

Whoever has new labels need not make the reader from the beginning. What was rounded to int8 stays so; the word table, which
training leaves as it was, is the encoder's own.
"""

import argparse
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from facta.language.network import About
from facta.language.windows import FEATURES
from training.network import Net, pretrained
from training.paths import BUILD, MINILM, WEIGHTS
from training.train import save

Floats = NDArray[np.float32]
PREFIX = "net."
"""Of the network's parameters, as the export names them."""
SIZE = 32
"""Width of a head of attention."""


def main() -> None:
    """Write the checkpoint."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("name")
    args = options.parse_args()
    save(shipped(), BUILD / f"{args.name}.pt")


def shipped(folder: Path = WEIGHTS) -> Net:
    """The network whose export lies in a folder."""
    graph = onnx.load(str(folder / "reader.onnx")).graph
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    about = msgspec.json.decode((folder / "reader.json").read_bytes(), type=About)
    own = {name.removeprefix(PREFIX): a for name, a in held.items() if name.startswith(PREFIX)}
    found = {name: a for name, a in own.items() if not name.startswith("words.")}
    found |= dict(_products(graph, held))
    found |= _features(_looked_up(graph, held))
    for name in [name for name in found if ".even_" in name]:  # the export's own, see `training.even`
        found[f"{name.replace('even_', '')}.weight"] *= found.pop(name)
    found["mix"] = np.log(next(held[node.input[0]] for node in graph.node if node.op_type == "Split"))
    found["distance"], found["prior"] = np.array(about.distance), np.array(about.prior)
    net = Net(heads=len(found["layers.0.qkv.bias"]) // (3 * SIZE), inner=len(found["layers.0.up.bias"]))
    state = {name: torch.from_numpy(np.array(a, np.float32)) for name, a in found.items()}
    net.load_state_dict(state | {"words.weight": pretrained(MINILM, large=False).words.weight.detach()})
    return net


def _products(graph: onnx.GraphProto, held: Mapping[str, Any]) -> Iterator[tuple[str, Floats]]:
    """The matrix of each quantised product, by the parameter it is: outputs are named `/net/layers.0/qkv/MatMul..`."""
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.output[0].partition("/MatMul")[0].removeprefix("/net/").replace("/", ".")
            weight = node.input[1].removesuffix("_quantized")
            yield f"{name}.weight", (held[node.input[1]] * held[f"{weight}_scale"]).T


def _looked_up(graph: onnx.GraphProto, held: Mapping[str, Any]) -> Floats:
    """The table with a row for each combination of features."""
    names = (node.input[0] for node in graph.node if node.op_type == "Gather" and node.input[0].endswith("_quantized"))
    name = next(n for n in names if len(held[n]) == math.prod(FEATURES)).removesuffix("_quantized")
    table: Floats = (held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"]) * held[f"{name}_scale"]
    return table


def _features(table: Floats) -> Iterator[tuple[str, Floats]]:
    """What all words have in common, and what each value of each feature adds to it: the means over the others' values."""
    rows = table.reshape(*FEATURES, -1)
    whole = rows.mean(tuple(range(len(FEATURES))))
    yield "kind", whole
    for n in range(len(FEATURES)):
        yield f"features.{n}.weight", rows.mean(tuple(k for k in range(len(FEATURES)) if k != n)) - whole


if __name__ == "__main__":
    main()
