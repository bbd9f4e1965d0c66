"""Gold quotations beside the coded ones, matched by the shared scorer, article by article."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from eval import scorers
from eval.calibration import Judged
from eval.figures import Score, Share, Tally, score, share

Item: TypeAlias = dict[str, Any]
"""Spans as the scorer reads them (source, cue, content: lists of start and end), and beside them `confidence`."""
NEAR = 0.8
"""Least share of the longer content's words that two contents have in common; the scorer's own default."""


class Article(NamedTuple):
    """One text with both sides' quotations."""

    text: str
    gold: Sequence[Item]
    coded: Sequence[Item]


class Quotations(NamedTuple):
    """The quotations of some articles."""

    articles: Sequence[Article]
    counts: Sequence[Mapping[tuple[str, str], int]]
    """The scorer's counts of each article."""

    def scored(self, kind: str, of: str) -> Score:
        """kind: `all`, `direct`, `indirect` or `mixed`. of: `ov` (content), `joint` (cue and speaker too), `exact`."""
        columns = ((f"{of}p", kind), ("pred", kind), (f"{of}r", kind), ("gold", kind))
        return score([Tally(*(counts[column] for column in columns)) for counts in self.counts])

    def cues(self) -> Score:
        """Cues, whatever their content."""
        columns = (("cue", "tp"), ("cue", "p"), ("cue", "tp"), ("cue", "g"))
        return score([Tally(*(counts[column] for column in columns)) for counts in self.counts])

    def speakers(self, kind: str) -> Share:
        """How often the speaker's head word is right, where the content is."""
        return share((counts["src", kind], counts["srcn", kind]) for counts in self.counts)

    def judged(self, *, joint: bool) -> list[Judged]:
        """Every coded quotation with a confidence: whether its content is right; with `joint`, its cue and speaker too."""
        return [claim for article in self.articles for claim in _judged(article, joint)]

    def least(self, confidence: float) -> "Quotations":
        """As if only quotations of at least this confidence had been coded."""
        kept = ([q for q in a.coded if (q["confidence"] or 0) >= confidence] for a in self.articles)
        return _counted(a._replace(coded=coded) for a, coded in zip(self.articles, kept, strict=True))


def quotations(gold: str, coded: str) -> Quotations:
    """Both sides from JSONL: gold in the form of `quotes/polnear_dev.jsonl`, records of `facta code` (or gold's form again)."""
    found = {_key(d): _items(d) for d in _lines(coded)}
    return _counted(Article(d["text"], _items(d), found.get(_key(d), [])) for d in _lines(gold))


def _counted(articles: Iterable[Article]) -> Quotations:
    scorer = scorers.load("score_quotes")
    kept = list(articles)
    return Quotations(kept, [scorer.score_doc(scorer.Doc(a.text), a.gold, a.coded, NEAR) for a in kept])


def _lines(text: str) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in text.splitlines() if line.strip())


def _key(line: Mapping[str, Any]) -> str:
    key: str = line.get("doc_id") or line["page"]["id"]
    return key


def _items(line: Mapping[str, Any]) -> list[Item]:
    """The article's quotations of a line."""
    quotes = line["attributions"] if "attributions" in line else line["quotes"]
    return [
        {"source": _spans(q.get("source", q.get("speaker"))), "cue": _spans(q.get("cue")), "content": _spans(q["content"])}
        | {"confidence": q.get("confidence")}
        for q in quotes
        if not q.get("comment")
    ]


def _spans(spans: Sequence[Any] | None) -> list[Sequence[int]]:
    return [[s["start"], s["end"]] if isinstance(s, dict) else s for s in spans or ()]


def _judged(article: Article, joint: bool) -> Iterator[Judged]:
    scorer = scorers.load("score_quotes")
    text = scorer.Doc(article.text)
    gold = scorer.prep(text, article.gold)
    # the scorer leaves out what has no word, so each is prepared alone to keep it beside its confidence
    coded = [(p, q["confidence"]) for q in article.coded for p in scorer.prep(text, [q])]
    hits = {j: gold[i] for i, j, _ in scorer.match(gold, [p for p, _ in coded], NEAR)}
    for n, (p, confidence) in enumerate(coded):
        if confidence is not None:
            right = n in hits and (not joint or (scorer.src_ok(hits[n], p) and scorer.cue_ok(hits[n], p)))
            yield Judged(confidence, bool(right))
