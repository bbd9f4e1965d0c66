"""Gold events beside the coded ones, matched by the shared scorer, so that everything a report says rests on one matching."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from eval import scorers
from eval.figures import Score, Share, Tally, score, share
from facta.events.ontology import ontology

Act: TypeAlias = dict[str, Any]
"""An event as the scorer compares it (type, mode, status, actor, recipient, sector, tellings, trigger, date, published).

Beside it quad, rung, confidence (null in the gold) and `who`, the words of both sides."""


class Pair(NamedTuple):
    """A gold event and the coded one that matches it; one of them is null where nothing matches."""

    item: str
    gold: Act | None
    coded: Act | None
    right: Mapping[str, bool]
    """By the scorer's levels (trigger, quad, type, dyad, full), empty where nothing matches."""

    @property
    def both(self) -> tuple[Act, Act] | None:
        """The two events where both are there."""
        return (self.gold, self.coded) if self.gold and self.coded else None


class Acts(NamedTuple):
    """The events of some texts."""

    texts: Mapping[str, str]
    """By item; items without any event are here too."""
    gold: Mapping[str, Sequence[Act]]
    coded: Mapping[str, Sequence[Act]]
    pairs: Sequence[Pair]

    def matched(self, level: str) -> list[tuple[str, Act, Act]]:
        """Item, gold event and coded event of all that agree up to a level."""
        return [(p.item, *p.both) for p in self.pairs if p.both and p.right[level]]

    def least(self, confidence: float) -> "Acts":
        """As if only events of at least this confidence had been coded."""
        kept = {item: [a for a in acts if (a["confidence"] or 0) >= confidence] for item, acts in self.coded.items()}
        return _acts(self.texts, self.gold, kept)


def acts(gold: str, coded: str) -> Acts:
    """Both sides from JSONL: gold in the form of `events/dev_sentences.jsonl`, records of `facta code` (or gold's form again)."""
    lines = {_key(d): d for d in _lines(gold)}
    texts = {key: d.get("text") or "" for key, d in lines.items()}
    found = {_key(d): d for d in _lines(coded)}
    return _acts(
        texts,
        {key: _events(d, texts[key]) for key, d in lines.items()},
        {key: _events(found[key], texts[key]) if key in found else [] for key in texts},
    )


def together(*parts: Acts) -> Acts:
    """Several sets of texts as one."""
    return Acts(
        {item: text for part in parts for item, text in part.texts.items()},
        {item: acts for part in parts for item, acts in part.gold.items()},
        {item: acts for part in parts for item, acts in part.coded.items()},
        [pair for part in parts for pair in part.pairs],
    )


def _acts(texts: Mapping[str, str], gold: Mapping[str, Sequence[Act]], coded: Mapping[str, Sequence[Act]]) -> Acts:
    pairs = [pair for item in sorted(texts) for pair in _paired(item, gold[item], coded[item])]
    return Acts(texts, gold, coded, pairs)


def _paired(item: str, gold: Sequence[Act], coded: Sequence[Act]) -> Iterable[Pair]:
    """The scorer's matches, then what they leave."""
    matched = scorers.load("score_events").match(gold, coded)
    yield from (Pair(item, g, c, agree) for g, c, agree in matched)
    seen = {id(act) for g, c, _ in matched for act in (g, c)}
    yield from (Pair(item, g, None, {}) for g in gold if id(g) not in seen)
    yield from (Pair(item, None, c, {}) for c in coded if id(c) not in seen)


def _lines(text: str) -> Iterable[dict[str, Any]]:
    return (json.loads(line) for line in text.splitlines() if line.strip())


def _key(line: Mapping[str, Any]) -> str:
    key: str = line.get("item") or line.get("doc_id") or line["page"]["id"]
    return key


def _events(line: Mapping[str, Any], text: str) -> list[Act]:
    """The article's events of a line."""
    return [_act(e, text, line.get("date")) for e in line.get("events", ()) if not e.get("comment")]


def _act(event: Mapping[str, Any], text: str, published: str | None) -> Act:
    scorer = scorers.load("score_events")
    act: Act = scorer.normal(event, text, published)
    trigger = event.get("trigger")
    words = (trigger["text"] if isinstance(trigger, dict) else trigger) or ""
    rung = event["rung"] if "rung" in event else ontology().rung(act["type"], act["mode"], act["status"], words)
    who = {side: [text for text, *_ in scorer.side(event, side)] for side in ("actor", "recipient")}
    return act | {"quad": ontology().quad(act["type"]), "rung": rung, "confidence": event.get("confidence"), "who": who}


def _always(*_: object) -> bool:
    return True


def scored(
    of: Acts,
    kind: Callable[[Act], bool] = _always,
    right: Callable[[Pair], bool] = _always,
    among: Callable[[Pair], bool] = _always,
) -> Score:
    """How well events of a kind are found: coded as that kind where the gold has that kind, and `right` holds for the pair.

    among: which pairs count at all, on either side.
    """
    tallies = {item: [0, 0, 0, 0] for item in sorted(of.texts)}
    for pair in filter(among, of.pairs):
        asked, found = (act is not None and kind(act) for act in (pair.gold, pair.coded))
        hit = asked and found and right(pair)
        tallies[pair.item] = [a + b for a, b in zip(tallies[pair.item], (hit, found, hit, asked), strict=True)]
    return score([Tally(*t) for t in tallies.values()])


def shared(of: Acts, right: Callable[[Act, Act], bool], among: Callable[[Act], bool] = _always) -> Share:
    """The share of type-matched pairs of which `right` holds for gold and coded event; among: which count, by the gold event."""
    tallies = dict.fromkeys(sorted(of.texts), (0, 0))
    for item, gold, coded in of.matched("type"):
        if among(gold):
            ok, n = tallies[item]
            tallies[item] = ok + right(gold, coded), n + 1
    return share(tallies.values())
