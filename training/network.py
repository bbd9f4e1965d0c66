"""The network in torch: a BERT or MPNet encoder with features added to its embeddings, and light heads over words.

What it answers is described in `facta.language.network`, which reads its export.
"""

import math
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as f

from facta.language.windows import FEATURES
from training.answers import CHANNELS, DATINGS, MODES, PLV, REACH, STATUSES, TAGS, TYPES, channels

NARROW = 48
"""Width of each channel's two views of a word."""
SIZES = [len(TYPES) + 1, 1, len(STATUSES), len(TAGS), len(MODES), len(DATINGS)]
"""Numbers of answers of a single word, side by side: types, cue, statuses, tags, modes, datings."""
LOCAL = 4
"""Layers, from the first, whose words look around within their block only (`windows.BLOCK`); after them a window is one whole."""
SHORT = 160
"""Word pieces up to which attention by plain products is quicker than fused, both ways together."""
PAD, BEGIN, END, MASK = 0, 101, 102, 103
"""BERT's marks among its word pieces; MPNet has the same pieces four places on, and other marks."""


def attention(q: Tensor, k: Tensor, v: Tensor, bias: Tensor) -> Tensor:
    """Attention (B, heads, T, width of a head); on a processor short windows are quicker by plain products, long ones fused."""
    if q.device.type == "cpu" and q.shape[2] <= SHORT:
        looks = torch.softmax((q * q.shape[3] ** -0.5 @ k.transpose(2, 3)).float() + bias, -1)
        return looks.to(q.dtype) @ v
    return f.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))


class Drop(nn.Module):
    """Dropout with one mask for all words of a window (Gal and Ghahramani 2016); to draw one a word took a twelfth of the time.

    share: of the numbers that are left out.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """x (B, words, width)."""
        if not self.training:
            return x
        mask = torch.rand(len(x), 1, x.shape[2], device=x.device) >= self.share
        return x * (mask.to(x.dtype) / (1 - self.share))


def by_head(x: Tensor, heads: int) -> Tensor:
    """What each head has of x (B, T, width), as (B, heads, T, width of a head)."""
    return x.view(*x.shape[:2], heads, -1).transpose(1, 2)


def rows_of(bias: Tensor, at: Tensor) -> Tensor:
    """The rows of a bias (B, 1 or heads, 1 or T, T) that belong to the pieces at (B, W)."""
    if bias.shape[2] == 1:
        return bias
    rows = at[:, None, :, None].expand(-1, bias.shape[1], -1, bias.shape[3])
    return torch.gather(bias.expand(len(at), -1, -1, -1), 2, rows)


class Attention(torch.autograd.Function):
    """Attention as ONNX Runtime has it in one operator, which never writes out who looks at whom; for export only."""

    @staticmethod
    def forward(_: Any, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        """q (B, W, width), k and v (B, T, width); the same numbers as the operator's."""
        found = f.scaled_dot_product_attention(*(by_head(x, heads) for x in (q, k, v)))
        return found.transpose(1, 2).reshape(q.shape)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        """The operator; it scales by the root of the width of a head, as usual."""
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


def quick_gelu(x: Tensor) -> Tensor:
    """GELU by the logistic function (Hendrycks and Gimpel 2016), which ONNX Runtime has in one quick operator."""
    return x * torch.sigmoid(1.702 * x)


def times(x: Tensor, factors: Tensor | None) -> Tensor:
    """x (B, T, width), its channels multiplied by factors (width)."""
    return x if factors is None else x * factors


class Layer(nn.Module):
    """One post-norm transformer layer as in BERT (Devlin et al. 2019)."""

    def __init__(self, width: int, heads: int, size: int, inner: int) -> None:
        """heads: of attention, each `size` wide; inner: width of the layer's second part."""
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * heads * size)
        self.out = nn.Linear(heads * size, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = Drop(0.1)
        self.register_buffer("even_up", None, persistent=False)
        self.register_buffer("even_down", None, persistent=False)

    even_up: Tensor | None
    """What the channels that enter `up` are multiplied by (`training.even`); None for nothing, as while learning."""
    even_down: Tensor | None

    def forward(self, x: Tensor, bias: Tensor | None, at: Tensor | None = None) -> Tensor:
        """x (B, T, width); bias (B, 1 or heads, 1 or T, T), -1e4 where padded; None when exported. at (B, W): whose states are
        wanted, all when None."""
        q, k, v = self.qkv(x).chunk(3, -1)
        if at is not None:
            x, q, bias = of_words(x, at), of_words(q, at), None if bias is None else rows_of(bias, at)
        if bias is None:
            y = Attention.apply(q, k, v, self.heads)
        else:
            heads = (by_head(q, self.heads), by_head(k, self.heads), by_head(v, self.heads))
            y = attention(*heads, bias).transpose(1, 2).reshape(*q.shape)
        x = self.norm(x + self.drop(self.out(y)))
        inner = quick_gelu(self.up(times(x, self.even_up)))
        return self.norm2(x + self.drop(self.down(times(inner, self.even_down))))


class Net(nn.Module):
    """Encoder and heads. `forward` gives everything a reader needs; pairs of words are scored outside from two views."""

    def __init__(self, *, large: bool = False, layers: int = 0, heads: int = 12, inner: int = 0) -> None:
        """large: MPNet's sizes and relative positions, else MiniLM's; layers: 0 for all; heads, inner: of a layer, fewer when
        pruned."""
        super().__init__()
        width, all_layers, words = (768, 12, 30527) if large else (384, 6, 30522)
        layers, inner = layers or all_layers, inner or 4 * width
        self.large = large
        self.words = nn.Embedding(words, width)
        self.places = nn.Embedding(512, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.features = nn.ModuleList(nn.Embedding(n, width) for n in FEATURES)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop, self.late = Drop(0.1), Drop(0.2)
        self.layers = nn.ModuleList(Layer(width, heads, width // 12, inner) for _ in range(layers))
        if large:
            self.near = nn.Embedding(32, heads)
        self.single = nn.Linear(width, sum(SIZES))
        self.mix = nn.Parameter(torch.tensor([0.0] * (layers - 1) + [1.0]))
        self.asking = nn.Linear(width, len(CHANNELS) * NARROW)
        self.answering = nn.Linear(width, len(CHANNELS) * NARROW)
        self.cross = nn.Parameter(torch.randn(len(CHANNELS), NARROW, NARROW) / NARROW)
        self.lean = nn.Linear(width, len(CHANNELS))
        self.distance = nn.Parameter(torch.zeros(len(CHANNELS), 2 * REACH + 1))
        self.prior = nn.Parameter(torch.zeros(len(PLV)))
        self._begin()

    def _begin(self) -> None:
        """Start from what is true of most words: no act, no cue, no answer to any other word."""
        for table in self.features:
            nn.init.zeros_(table.weight)
        with torch.no_grad():
            rare = {"actor", "recipient", "place", "time", "source", "home"}
            self.lean.bias.copy_(torch.tensor([-3.0 if c in rare else -2.0 if c == "content" else 0.0 for c in CHANNELS]))
            self.single.bias[0] = 3.0
            self.single.bias[SIZES[0]] = -3.0

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None, at: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What a model gives (`facta.language.network.Model`).

        ids, features, mask (B, N, S), the last None when exported; at (B, W).
        """
        b, n, s = ids.shape
        x = self.drop(self.norm(self._begun(ids, features)))
        states: list[Tensor] = []
        local = 0 if self.large else LOCAL
        for depth, layer in enumerate(self.layers):
            rows = (b * n, s) if depth < local else (b, n * s)
            last = depth == len(self.layers) - 1  # its other pieces nobody asks for
            x = layer(x.view(*rows, -1), None if mask is None else self._bias(mask.view(rows), x.dtype), at if last else None)
            states.append(x if last else of_words(x.view(b, n * s, -1), at))
        mixed = sum(share * y for share, y in zip(torch.softmax(self.mix, 0).unbind(), states, strict=True))
        return self._heads(self.late(x), self.late(mixed))

    def _begun(self, ids: Tensor, features: Tensor) -> Tensor:
        """The sums of what is known of each piece, (B, N S, width); ids, features (B, N, S)."""
        told = self.kind
        for table in self.features:
            told = told[..., None, :] + table.weight
        ids = pieces_of_mpnet(ids) if self.large else ids
        x = self.words(ids.flatten(1)) + f.embedding(features.flatten(1), told.reshape(-1, told.shape[-1]))
        return x + self.places.weight[: x.shape[1]]

    def _bias(self, mask: Tensor, kind: torch.dtype) -> Tensor:
        """What attention adds for each piece looked at, (B, 1 or heads, 1 or T, T); mask (B, T)."""
        bias = (1.0 - mask[:, None, None, :].to(kind)) * -1e4
        if self.large:
            bias = bias + self.near(buckets(mask.shape[1]).to(mask.device)).permute(2, 0, 1)[None].to(kind)
        return bias

    def _heads(self, x: Tensor, mixed: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """x: states of the last layer, mixed: of all layers; (B, W, width)."""
        b, w, _ = x.shape
        asking = f.gelu(self.asking(mixed)).view(b, w, len(CHANNELS), NARROW)
        asking = (asking.transpose(1, 2) @ self.cross).transpose(1, 2)
        answering = f.gelu(self.answering(mixed)).view(b, w, len(CHANNELS), NARROW)
        return self.single(x), asking, answering, self.lean(mixed)

    def pairs(self, rows: Tensor, views: tuple[Tensor, Tensor, Tensor], channels: slice) -> Tensor:
        """Scores (R, W, channels) of every word of its window for each asking word; rows (R, 2): window and word."""
        batch, word = rows.T
        asking, answering, lean = (v[:, :, channels] for v in views)
        scores = torch.einsum("rce,rwce->rwc", asking[batch, word], answering[batch]) + lean[batch]
        away = torch.arange(answering.shape[1], device=word.device)[None, :] - word[:, None]
        return scores + self.distance.T[away.clamp(-REACH, REACH) + REACH][..., channels]

    def between(self, types: Tensor, views: tuple[Tensor, Tensor, Tensor], sides: Tensor) -> Tensor:
        """Log-probabilities (B, PLV) of what the first of two parties does to the second, whichever word tells it.

        types (B, W, 1 + types), sides (B, W, 2): 1 at the words of each. Summed over all words that may carry the act; in a
        meeting or a deal the second party is an actor as well.
        """
        asking, answering, lean = (v[:, :, channels("actor", "recipient")] for v in views)
        away = torch.arange(types.shape[1], device=types.device)
        away = (away[None, :] - away[:, None]).clamp(-REACH, REACH) + REACH
        scores = torch.einsum("bkcd,bwcd->bkwc", asking, answering) + lean[:, None]
        scores = scores + self.distance[channels("actor", "recipient")].permute(1, 0)[away]
        sides = sides / sides.sum(1, keepdim=True).clamp(min=1)
        first, second = (torch.einsum("bkwc,bw->bkc", scores, sides[..., n]) for n in (0, 1))
        party = f.logsigmoid(first[..., 0]) + torch.log1p(-torch.sigmoid(-second).prod(-1).clamp(max=1 - 1e-6))
        told = torch.logsumexp(torch.log_softmax(types, -1)[..., 1:] + party[..., None], 1)
        gave = torch.logsumexp(told[:, [TYPES.index("CONCEDE"), TYPES.index("RETREAT")]], 1, keepdim=True)
        kept = [n for n, t in enumerate(TYPES) if t in PLV]
        return torch.log_softmax(torch.cat([told[:, kept], gave], 1) + self.prior, -1)


def of_words(x: Tensor, at: Tensor) -> Tensor:
    """The states of words, (B, W, width): each one's first piece of x (B, T, width); at (B, W)."""
    if len(at) == 1:
        return x.index_select(1, at[0])  # exported as the plain copying of rows
    return torch.gather(x, 1, at[:, :, None].expand(-1, -1, x.shape[2]))


class Alone(nn.Module):
    """The network as it is exported: one window without padding."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, features: Tensor, at: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """As `Net.forward`."""
        return self.net(ids, features, None, at)


def pieces_of_mpnet(ids: Tensor) -> Tensor:
    """MPNet's numbers of BERT's word pieces: the same vocabulary four places on, other marks."""
    out = ids + 4
    for old, new in ((PAD, 1), (BEGIN, 0), (END, 2), (MASK, 30526)):
        out = out.masked_fill(ids == old, new)
    return out


def buckets(length: int) -> Tensor:
    """MPNet's 32 buckets of the way from one piece to another, (T, T) (as in T5, Raffel et al. 2020)."""
    at = torch.arange(length)
    away = at[:, None] - at[None, :]
    size = away.abs()
    far = 8 + (torch.log(size.float().clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
    return (away < 0).long() * 16 + torch.where(size < 8, size, far.clamp(max=15))


def pretrained(folder: Path, *, large: bool, layers: int = 0) -> Net:
    """The network with an encoder's published weights, `model.safetensors` of all-MiniLM-L6-v2 or all-mpnet-base-v2.

    layers: the first so many only, 0 for all; the last ones of a sentence encoder care least about single words.
    """
    net = Net(large=large, layers=layers)
    old = {k.removeprefix("bert."): v.float() for k, v in load_file(folder / "model.safetensors").items()}
    new = net.state_dict()
    new["words.weight"] = old["embeddings.word_embeddings.weight"]
    new["places.weight"] = old["embeddings.position_embeddings.weight"][2 if large else 0 :]
    if large:
        new["near.weight"] = old["encoder.relative_attention_bias.weight"]
    else:
        new["kind"] = old["embeddings.token_type_embeddings.weight"][0]
    names = (
        ("attn.q", "attn.k", "attn.v", "attn.o", "LayerNorm")
        if large
        else ("self.query", "self.key", "self.value", "output.dense", "output.LayerNorm")
    )
    for end in ("weight", "bias"):
        new[f"norm.{end}"] = old[f"embeddings.LayerNorm.{end}"]
        for n in range(len(net.layers)):
            was, now = f"encoder.layer.{n}.", f"layers.{n}."
            new[f"{now}qkv.{end}"] = torch.cat([old[f"{was}attention.{x}.{end}"] for x in names[:3]])
            new[f"{now}out.{end}"] = old[f"{was}attention.{names[3]}.{end}"]
            new[f"{now}norm.{end}"] = old[f"{was}attention.{names[4]}.{end}"]
            new[f"{now}up.{end}"] = old[f"{was}intermediate.dense.{end}"]
            new[f"{now}down.{end}"] = old[f"{was}output.dense.{end}"]
            new[f"{now}norm2.{end}"] = old[f"{was}output.LayerNorm.{end}"]
    net.load_state_dict(new)
    return net


def restored(path: Path) -> Net:
    """The network of a checkpoint."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    inner, width = state["layers.0.up.weight"].shape
    heads = len(state["layers.0.qkv.bias"]) // (width // 12 * 3)
    net = Net(large="near.weight" in state, layers=len(state["mix"]), heads=heads, inner=inner)
    net.load_state_dict(state)
    return net
