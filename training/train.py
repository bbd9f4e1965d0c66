"""Train the network on this machine's processor or a GPU: `python -m training.train NAME [--large] [--soft TEACHER] ..`.

Checkpoints go to the build folder every 100 batches; a run that was cut off goes on with `--resume`. What is chosen is chosen on
the texts of `held_out.txt`, never on the development files.
"""

import argparse
import pickle
import random
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as f

from facta.language.windows import batch
from training.answers import EVIDENCE, ROLES, SAID, channels
from training.examples import Arrays, Example, cut, packed, targets
from training.network import MASK, SIZES, Net, pretrained, restored
from training.paths import BUILD, MINILM, MPNET
from training.prepare import pieces
from training.standoff import LABELS, lines
from training.texts import Corpus, apart

PAIR_FOLDS = 5
LAST_MARK = 998
"""The last of BERT's special and unused pieces."""
ROOM = 1536
"""Word pieces in a batch, padding included."""
EVERY = 100
"""Batches from one checkpoint to the next."""
OTHERS = 0.3
"""Weight of what is asked of an act beside its type: status, mode, dating."""
HOME = channels("home")
Views = tuple[Tensor, Tensor, Tensor]


def main() -> None:
    """Train and save."""
    args = options().parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    net = begun(args)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net.to(device).train()
    plan = schedule(args, rng)
    print(f"{len(plan)} batches on {device}", flush=True)
    fit(net, plan[: args.steps or None], args, device)


def begun(args: argparse.Namespace) -> Net:
    """The network that the run starts from."""
    if args.start:
        return restored(BUILD / f"{args.start}.pt")
    return pretrained(MPNET if args.large else MINILM, large=args.large, layers=args.layers)


def options() -> argparse.ArgumentParser:
    """The command line."""
    out = argparse.ArgumentParser(description=__doc__)
    out.add_argument("name")
    out.add_argument("--large", action="store_true", help="the teacher's encoder, MPNet, instead of MiniLM")
    out.add_argument("--layers", type=int, default=0, help="take the encoder's first so many layers; 0 for all")
    out.add_argument("--start", help="go on from this checkpoint")
    out.add_argument("--resume", action="store_true", help="go on where this run was cut off; all other options as they were")
    out.add_argument("--acts", type=float, default=8, help="epochs over coded texts")
    out.add_argument("--said", type=float, default=3, help="epochs over attributed articles")
    out.add_argument("--pairs", type=float, default=4, help="epochs over PLV's sentences")
    out.add_argument("--ties", type=float, default=1, help="epochs over pairs of parties of coded reports")
    out.add_argument("--pair-fold", type=int, default=-1, help="which fifth of PLV's sentences to leave out; -1 for none")
    out.add_argument(
        "--often",
        default="",
        metavar="START,..",
        help="coded texts whose ids, or files of labels, begin so are taken several times",
    )
    out.add_argument("--times", type=int, default=4, help="how often those are taken")
    out.add_argument("--soft", help="learn from the answers of this teacher too (see training.distil)")
    out.add_argument("--softly", type=float, default=2, help="epochs over the teacher's answers")
    out.add_argument("--soft-roles", type=float, default=0.3, help="weight of its roles; 0 where it has learned them less well")
    out.add_argument("--room", type=int, default=ROOM, help="word pieces in a batch, padding included")
    out.add_argument("--rate", type=float, default=2e-4)
    out.add_argument("--heads-rate", type=float, default=1e-3, help="learning rate of the heads, at least five times the other")
    out.add_argument("--floor", type=float, default=0.02, help="share of the rate kept at the end")
    out.add_argument("--whole", action="store_true", help="hold nothing out")
    out.add_argument("--status", type=float, default=OTHERS, help="weight of the loss of statuses")
    out.add_argument("--hide", type=float, default=0.08, help="share of word pieces hidden from the network while it learns")
    out.add_argument("--seed", type=int, default=0)
    out.add_argument("--threads", type=int, default=2)
    out.add_argument("--steps", type=int, default=0, help="stop early, to try the code")
    return out


def schedule(args: argparse.Namespace, rng: random.Random) -> list[list[Example]]:
    """All batches of the run, shuffled; each epoch cuts texts at other places and takes another version of the coded ones."""
    with (BUILD / "texts.pickle").open("rb") as file:
        corpus: Corpus = pickle.load(file)
    vocabulary = pieces()
    keep = lambda texts: texts if args.whole else apart(texts)[0]  # noqa: E731
    out: list[list[Example]] = []
    pairs = [p for p in corpus.pairs if args.pair_fold < 0 or int(p.id) % PAIR_FOLDS != args.pair_fold]
    dear = favoured(args.often)
    often = lambda texts: [t for t in texts for _ in range(args.times if dear(t.id) else 1)]  # noqa: E731
    kinds = [
        ([often(keep(v)) for v in corpus.acts], args.acts),
        ([keep(corpus.said)], args.said),
        ([pairs], args.pairs),
        ([corpus.ties], args.ties),
    ]
    for versions, epochs in kinds:
        n, left = 0, epochs
        while left > 0:
            texts = versions[n % len(versions)]
            some = texts if left >= 1 else rng.sample(texts, int(left * len(texts)))
            out += packed(cut(some, vocabulary, rng), args.room, rng)
            n, left = n + 1, left - 1
    if args.soft:
        out += soft_batches(args.soft, args.softly, args.room, rng)
    rng.shuffle(out)
    return out


def favoured(starts: str) -> Callable[[str], bool]:
    """Whether a coded text's id, or the file of labels that codes it, begins in one of these ways, parted by commas."""
    if not starts:
        return lambda _: False
    ways = tuple(starts.split(","))
    labelled = {row["key"] for path in LABELS.glob("*.jsonl") if path.stem.startswith(ways) for row in lines(path)}
    return lambda name: name in labelled or name.startswith(ways)


def soft_batches(teacher: str, epochs: float, room: int, rng: random.Random) -> list[list[Example]]:
    """Batches with a teacher's answers."""
    with (BUILD / f"{teacher}.soft.pickle").open("rb") as file:
        found: list[Example] = pickle.load(file)
    out: list[list[Example]] = []
    while epochs > 0:
        some = found if epochs >= 1 else rng.sample(found, int(epochs * len(found)))
        out += packed(some, room, rng)
        epochs -= 1
    return out


def fit(net: Net, plan: Sequence[Sequence[Example]], args: argparse.Namespace, device: str) -> None:
    """AdamW, linear warm-up and decay, heads faster than the encoder; the word table stays as it was."""
    net.words.weight.requires_grad_(False)
    best, slope = optimiser(net, (args.rate, max(5 * args.rate, args.heads_rate)), args.floor, len(plan))
    path, since, log = BUILD / f"{args.name}.pt", time.time(), dict[str, float]()
    run = Run(net, best, slope)
    first = run.resumed(path) if args.resume else 0
    for n, (x, y) in enumerate(ahead(plan[first:]), first):
        losses = loss(net, x, y, device, hidden=args.hide, status=args.status, soft_roles=args.soft_roles)
        best.zero_grad(set_to_none=True)
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        best.step()
        slope.step()
        for k, v in losses.items():
            log[k] = 0.97 * log.get(k, float(v.detach())) + 0.03 * float(v.detach())
        if n % 50 == 0 or n == len(plan) - 1:
            print(n, f"{time.time() - since:.0f}s", {k: round(v, 3) for k, v in log.items()}, flush=True)
        if n % EVERY == EVERY - 1 or n == len(plan) - 1:
            save(net, path)
            run.keep(path, n + 1)


def ahead(plan: Sequence[Sequence[Example]], depth: int = 4) -> Iterator[tuple[Arrays, Arrays]]:
    """The arrays of each batch, made in another thread while the network learns from the one before."""
    made = lambda group: (batch([e.window for e in group]), targets(group))  # noqa: E731
    with ThreadPoolExecutor(1) as pool:
        waiting = deque(pool.submit(made, group) for group in plan[:depth])
        for group in (*plan[depth:], *[None] * min(depth, len(plan))):
            yield waiting.popleft().result()
            if group is not None:
                waiting.append(pool.submit(made, group))


@dataclass(frozen=True)
class Run:
    """All that a run needs to go on as if it had not been cut off; kept beside its checkpoint, in NAME.run."""

    net: Net
    best: torch.optim.Optimizer
    slope: Any

    def keep(self, path: Path, done: int) -> None:
        """Write it; done: batches."""
        parts = {"net": self.net.state_dict(), "best": self.best.state_dict(), "slope": self.slope.state_dict()}
        torch.save({**parts, "chance": torch.get_rng_state(), "done": done}, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path.with_suffix(".run"))

    def resumed(self, path: Path) -> int:
        """Read it; how many batches are done."""
        kept = torch.load(path.with_suffix(".run"), map_location="cpu", weights_only=True)
        for name, part in (("net", self.net), ("best", self.best), ("slope", self.slope)):
            part.load_state_dict(kept[name])
        torch.set_rng_state(kept["chance"])
        return int(kept["done"])


def save(net: Net, path: Path) -> None:
    """Write a checkpoint whole or not at all."""
    torch.save(net.state_dict(), path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def optimiser(net: Net, rates: tuple[float, float], floor: float, steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """The optimiser and its schedule; rates: of the encoder and of the heads."""
    inner = {n for n, _ in net.named_parameters() if n.startswith(("layers.", "places.", "norm.", "kind", "near."))}
    groups = [
        {"params": [p for n, p in net.named_parameters() if (n in inner) == encoder and p.requires_grad], "lr": lr}
        for encoder, lr in zip((True, False), rates, strict=True)
    ]
    best = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    warm = max(1, min(100, steps // 10))
    pace = lambda n: min((n + 1) / warm, max(floor, 1 - (1 - floor) * (n - warm) / max(1, steps - warm)))  # noqa: E731
    return best, torch.optim.lr_scheduler.LambdaLR(best, pace)


def loss(
    net: Net, windows: Arrays, answers: Arrays, device: str, *, hidden: float, soft_roles: float, status: float = OTHERS
) -> dict[str, Tensor]:
    """The weighted losses of a batch of one kind; its arrays as `windows.batch` and `examples.targets` make them.

    hidden: share of word pieces hidden from the network; status: weight of statuses; soft_roles: of a teacher's roles.
    """
    x = {k: torch.from_numpy(v).to(device) for k, v in windows.items()}
    y = {k: torch.from_numpy(v).to(device) for k, v in answers.items()}
    hide = (torch.rand(x["ids"].shape, device=device) < hidden) & (x["ids"] > LAST_MARK)
    x["ids"] = x["ids"].masked_fill(hide, MASK)
    with torch.autocast(device, torch.bfloat16):
        given = net(x["ids"], x["features"], x["mask"], x["at"])
    single, asking, answering, lean = (t.float() for t in given)
    views = (asking, answering, lean)
    types, cue, statuses, tags, modes, datings = single.split(SIZES, -1)
    out = {"tags": 0.2 * f.cross_entropy(tags.transpose(1, 2), y["tags"], ignore_index=-1)}
    if "types" in y:
        out |= act_losses(net, y, types, (statuses, modes, datings), views, status=status)
    if "cues" in y:
        out |= said_losses(net, y, cue[..., 0], views)
    if "pair_types" in y:
        out["pairs"] = f.nll_loss(net.between(types, views, y["sides"]), y["pair_types"])
    if "soft_types" in y:
        out |= soft_losses(net, y, types, (statuses, modes, datings), views, roles=soft_roles)
    return out


def act_losses(
    net: Net, y: dict[str, Tensor], types: Tensor, others: tuple[Tensor, ...], views: Views, *, status: float
) -> dict[str, Tensor]:
    """Types of words; status, mode, dating, roles and evidence of the words of coded acts; the states of their parties."""
    raw = f.cross_entropy(types.transpose(1, 2), y["types"], ignore_index=-1, reduction="sum")
    rows, n = y["rows"], max(1, len(y["rows"]))
    out = {"types": raw / (0.5 * n + len(types))}
    if len(rows):
        for name, answer, right in zip(("statuses", "modes", "datings"), others, rows[:, 2:].T, strict=True):
            if (right >= 0).any():
                weight = status if name == "statuses" else OTHERS
                out[name] = weight * f.cross_entropy(answer[rows[:, 0], rows[:, 1]], right, ignore_index=-1)
        role = f.binary_cross_entropy_with_logits(net.pairs(rows[:, :2], views, channels(*ROLES)), y["roles"], reduction="none")
        out["roles"] = 0.3 * (role * y["asked"]).sum() / n
        out["evidence"] = 0.1 * edges(net.pairs(rows[:, :2], views, channels(*EVIDENCE)), y["real_act"], y["edges_act"])
    if len(y["homes"]):
        home = f.binary_cross_entropy_with_logits(net.pairs(y["homes"], views, HOME)[..., 0], y["home"], reduction="none")
        out["home"] = 0.1 * (home * y["real_home"]).sum() / len(home)
    return out


def said_losses(net: Net, y: dict[str, Tensor], cue: Tensor, views: Views) -> dict[str, Tensor]:
    """Which words are cues; source, content and the content's edges for each word of a cue."""
    known = y["cues"] >= 0
    raw = f.binary_cross_entropy_with_logits(cue[known], y["cues"][known].float(), reduction="sum")
    rows, n = y["said_rows"], max(1, len(y["said_rows"]))
    out = {"cue": raw / (0.5 * n + len(cue))}
    if len(rows):
        scores = net.pairs(rows, views, channels(*SAID))
        inside = f.binary_cross_entropy_with_logits(scores[..., :2], y["inside"], reduction="none") * y["real"][..., None]
        out["source"] = 0.2 * inside[..., 0].sum() / n
        out["content"] = 0.05 * inside[..., 1].sum() / n
        out["edges"] = 0.4 * edges(scores[..., 2:], y["real"], y["edges"])
    return out


def edges(scores: Tensor, real: Tensor, right: Tensor) -> Tensor:
    """Cross-entropy of the first and last word of a stretch; scores (R, W, 2), real (R, W), right (R, 2), -1 where unknown."""
    scores = scores.masked_fill(real[..., None] == 0, -1e4).transpose(1, 2).reshape(2 * len(scores), -1)
    return f.cross_entropy(scores, right.reshape(-1), ignore_index=-1) if (right >= 0).any() else 0 * scores.sum()


def soft_losses(
    net: Net, y: dict[str, Tensor], types: Tensor, others: tuple[Tensor, ...], views: Views, *, roles: float
) -> dict[str, Tensor]:
    """How far the answers are from the teacher's: types of all words, everything else of words that it takes for acts."""
    real = (y["tags"] >= 0).float()
    raw = -(y["soft_types"] * torch.log_softmax(types, -1)).sum(-1) * real
    rows, weight = y["soft_rows"], y["soft_weight"]
    n = weight.sum().clamp(min=1)
    out = {"soft_types": raw.sum() / (0.5 * n + len(types))}
    if len(rows):
        at = 0
        for name, answer in zip(("statuses", "modes", "datings"), others, strict=True):
            wanted = y["soft_single"][:, at : at + answer.shape[-1]]
            at += answer.shape[-1]
            far = -(wanted * torch.log_softmax(answer[rows[:, 0], rows[:, 1]], -1)).sum(-1)
            out[f"soft_{name}"] = OTHERS * (far * weight).sum() / n
    if len(rows) and roles:
        scores = net.pairs(rows, views, channels(*ROLES))
        far = f.binary_cross_entropy_with_logits(scores, y["soft_pairs"], reduction="none").sum(-1) * y["real_soft"]
        out["soft_roles"] = roles * (far * weight[:, None]).sum() / n
    return out


if __name__ == "__main__":
    main()
