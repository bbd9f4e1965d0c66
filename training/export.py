"""Write a checkpoint as the reader's weights: `python -m training.export NAME [--into FOLDER]`.

ONNX, one window at a time, word table included, int8 per channel (dynamic for activations, which are evened out first); the same
in full precision stays in the build folder, and the distance of both from the network itself is printed. `training.tune` chooses
the thresholds before.
"""

import argparse
import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic

from facta.language.network import INPUTS, OUTPUTS, About, Model
from facta.language.network import onnx as running
from training.answers import CHANNELS, DATINGS, MODES, STATUSES, TAGS, TYPES
from training.even import evened, some_windows
from training.network import Alone, Net, restored
from training.paths import BUILD, WEIGHTS

NAME = "minilm"


def main() -> None:
    """Export."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("name")
    options.add_argument("--into", type=Path, default=WEIGHTS)
    args = options.parse_args()
    net = restored(BUILD / f"{args.name}.pt").eval()
    chosen = json.loads((BUILD / f"{args.name}.json").read_text("utf-8"))
    folder = BUILD / args.name
    folder.mkdir(exist_ok=True)
    truth = torch_model(net)(sample())
    export(Alone(evened(net, some_windows())), folder)
    for name in ("full.onnx", "reader.onnx"):
        out = running((folder / name).read_bytes())(sample())
        far = [float(np.linalg.norm(a - b) / np.linalg.norm(b)) for a, b in zip(out, truth, strict=True)]
        print(f"{name}: {(folder / name).stat().st_size / 1e6:.1f} MB, relative error", [round(v, 4) for v in far])
    weights = (folder / "reader.onnx").read_bytes()
    meaning = about(net, "", chosen, hashlib.sha256(weights).hexdigest())
    # a threshold changes what is read as much as a weight does, so the version names both
    version = hashlib.sha256(msgspec.json.encode(meaning)).hexdigest()[:8]
    meaning = msgspec.structs.replace(meaning, version=f"{NAME}-{version}")
    args.into.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / "reader.onnx", args.into)
    (args.into / "reader.json").write_bytes(msgspec.json.format(msgspec.json.encode(meaning), indent=1) + b"\n")


def about(net: Net, version: str, chosen: Mapping[str, Any], sha256: str = "") -> About:
    """What the answers of a network mean; chosen: what `training.tune` found."""
    rounded = [[round(float(v), 4) for v in row] for row in net.distance.detach()]
    return About(
        version=version,
        types=TYPES,
        statuses=STATUSES,
        tags=TAGS,
        modes=MODES,
        datings=DATINGS,
        channels=CHANNELS,
        alone=tuple(chosen["alone"]),
        thresholds=dict(chosen["thresholds"]),
        slopes={k: (v[0], v[1]) for k, v in chosen["slopes"].items()},
        distance=tuple(map(tuple, rounded)),
        prior=tuple(round(float(v), 4) for v in net.prior.detach()),
        sha256=sha256,
    )


def torch_model(net: Net) -> Model:
    """The network itself in the place of an ONNX session."""

    def model(x: Mapping[str, NDArray[np.int64]]) -> list[NDArray[np.float32]]:
        ids, features, at = (torch.from_numpy(np.ascontiguousarray(x[k])) for k in INPUTS)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=net.large):
            return [t.float().numpy() for t in net(ids, features, torch.ones_like(ids), at)]

    return model


def export(net: Alone, folder: Path) -> None:
    """`full.onnx` and `reader.onnx`."""
    x = [torch.from_numpy(sample()[k]) for k in INPUTS]
    axes = {"ids": {1: "n", 2: "s"}, "features": {1: "n", 2: "s"}, "at": {1: "w"}} | {o: {1: "w"} for o in OUTPUTS}
    with torch.no_grad():
        torch.onnx.export(
            net,
            tuple(x),
            str(folder / "full.onnx"),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
    quantize_dynamic(
        folder / "full.onnx",
        folder / "reader.onnx",
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        nodes_to_exclude=stacked(folder / "full.onnx"),
    )


def stacked(path: Path) -> list[str]:
    """Products with a stack of matrices, which can't be quantised channel by channel."""
    graph = onnx.load(str(path)).graph
    stacks = {weight.name for weight in graph.initializer if len(weight.dims) > 2}
    return [node.name for node in graph.node if node.op_type == "MatMul" and stacks.intersection(node.input)]


def sample() -> dict[str, NDArray[np.int64]]:
    """Some input of the right shape."""
    ids = np.random.default_rng(1).integers(1000, 20000, (1, 2, 40))
    return {"ids": ids, "features": np.zeros_like(ids), "at": np.arange(1, 61)[None]}


if __name__ == "__main__":
    main()
