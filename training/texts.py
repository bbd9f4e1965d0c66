"""Read everything that is coded or attributed into texts with the answers that every head of the network should give.

A word is the unit of every answer. What a text was not coded for is not asked: reports teach acts, PolNeAR's articles
attributions.
"""

import csv
import random
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from eval.gold import find, nearest
from facta.language.chunks import chunks
from facta.language.pieces import Pieces
from facta.language.sentence import sentence
from facta.language.sentences import paragraphs
from facta.language.windows import Layout, layout
from facta.resolve import dates
from facta.values.spans import Range
from training import standoff
from training.answers import DATINGS, MODES, PLV, ROLES, STATUSES, TAGS, TYPES
from training.paths import HELD_OUT, OWN, ROOT, SHARED
from training.standoff import lines
from training.tagger import Tagger

STATES = ROOT / "src" / "facta" / "resolve" / "knowledge" / "states.tsv"
EVENTS = SHARED / "events"
SIDES = ("actor", "recipient")
ARTICLE = 1500
"""Characters from which a text is an article rather than a report."""
ALIKE = 0.5
"""Share of a text's runs of four words in a text that measures, from which it is the same report."""
QUOTES = SHARED / "quotes" / "polnear_train.jsonl"


@dataclass
class Act:
    """A coded event in word numbers of its layout; numbers of answers, -1 where not known."""

    words: list[int]
    type: int
    status: int
    mode: int
    dating: int
    roles: dict[str, set[int]]
    time_known: bool
    evidence: tuple[int, int] | None = None
    homes: list[tuple[list[int], str]] = field(default_factory=list)
    """Words of each party, and its country."""


@dataclass
class Said:
    """An attribution in word numbers."""

    cue: set[int]
    source: set[int]
    content: set[int]


@dataclass
class Pair:
    """Words of two parties, and the number in `PLV` of the type of act between them."""

    source: set[int]
    target: set[int]
    type: int


@dataclass
class Text:
    """One training text with its answers."""

    id: str
    at: Layout
    tags: list[int]
    acts: list[Act] | None = None
    said: list[Said] | None = None
    pair: Pair | None = None
    states: dict[int, str] = field(default_factory=dict)
    """Words that name a state, and which."""
    doubtful: set[int] = field(default_factory=set)
    """Words of further tellings, in which some words carry the act again: not known which."""


@dataclass
class Corpus:
    """All that the network learns from."""

    acts: list[list[Text]]
    """Versions of the coded texts, the first as they are."""
    pairs: list[Text]
    """PLV's sentences."""
    said: list[Text]
    """PolNeAR's articles."""
    ties: list[Text] = field(default_factory=list)
    """Pairs of parties of coded reports."""


def coded_rows() -> list[dict[str, Any]]:
    """Every coded text: the shared reports and articles, our own sentences, our labels on others' texts."""
    paths = [EVENTS / "train.jsonl", EVENTS / "train_docs.jsonl", *sorted(OWN.glob("*.jsonl"))]
    rows = [row for path in paths for row in lines(path)] + list(standoff.coded())
    return [row for row in rows if not measures(row["text"])]


def attributed_rows() -> list[dict[str, Any]]:
    """PolNeAR's training articles without those that measure events (`dev_docs`)."""
    hidden = {row["doc_id"].removeprefix("pn-") for row in lines(EVENTS / "dev_docs.jsonl")}
    rows = (r for r in lines(QUOTES) if not any(r["doc_id"].startswith(h) or h.startswith(r["doc_id"]) for h in hidden))
    return [r for r in rows if not measures(r["text"])]


def measures(text: str) -> bool:
    """Whether a text is one that measures, or nearly: the same report stands on several days under other ids."""
    runs = shingles(text)
    shared = Counter(n for run in runs for n in _measuring().get(run, ()))
    return bool(runs) and max(shared.values(), default=0) >= ALIKE * len(runs)


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of four words."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(tuple(words[k : k + 4]) for k in range(len(words) - 3))


@cache
def _measuring() -> dict[tuple[str, ...], set[str]]:
    """The runs of the development reports and articles, and where each stands."""
    ids = set((EVENTS / "dev_source_ids.txt").read_text("utf-8").split())
    texts = {row["id"]: row["text"] for row in lines(standoff.REPORTS) if row["id"] in ids}
    texts |= {row["doc_id"]: row["text"] for row in lines(EVENTS / "dev_docs.jsonl")}
    out: dict[tuple[str, ...], set[str]] = {}
    for name, text in texts.items():
        for run in shingles(text):
            out.setdefault(run, set()).add(name)
    return out


def pair_rows() -> list[dict[str, str]]:
    """PLV's sentences."""
    with (SHARED / "plv" / "PLV_train.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


class Builder:
    """Makes texts of rows; keeps the vocabulary and the tagger at hand."""

    def __init__(self, pieces: Pieces, tagger: Tagger) -> None:
        """tagger: gives the tags that the tag head learns, and with them the phrases of time."""
        self.pieces, self.tagger = pieces, tagger

    def laid(self, text: str) -> tuple[Layout, list[int], list[tuple[Range, str]]]:
        """The layout of a text, its tag numbers, its phrases of time with their words."""
        at = layout(text, paragraphs(text), self.pieces)
        tags: list[int] = []
        times: list[tuple[Range, str]] = []
        for n, s in enumerate(at.sentences):
            ranges = at.words[bisect_left(at.home, n) : bisect_right(at.home, n)]
            words = sentence(at.text, s, ranges)
            words.tags = self.tagger(words.words, words.lows)
            tags += [TAGS.index(t) for t in words.tags]
            for c in chunks(words):
                if c.kind == "time" and c.full:
                    r = Range(ranges[c.first].start, ranges[c.last].end)
                    times.append((r, at.text[r.start : r.end]))
        return at, tags, times

    def coded(self, row: Mapping[str, Any]) -> Text:
        """A report or article with its events, located as the scorer locates them."""
        at, tags, times = self.laid(row["text"])
        acts = [a for e in row["events"] if (a := _act(row, e, at, times))]
        out = Text(row.get("item") or row["doc_id"], at, tags, acts=acts, states=named(at))
        for event in row["events"]:
            for telling in event.get("also", []):
                where = find(row["text"], telling, None)
                out.doubtful.update(covered(at, where) if where else ())
        return out

    def attributed(self, row: Mapping[str, Any]) -> Text:
        """An article with its attributions."""
        at, tags, _ = self.laid(row["text"])
        spans = lambda found: {k for r in found for k in covered(at, Range(*r))}  # noqa: E731
        said = [Said(spans(a["cue"]), spans(a["source"]), spans(a["content"])) for a in row["attributions"]]
        return Text(row["doc_id"], at, tags, said=[s for s in said if s.cue and s.content])

    def bare(self, key: str, text: str) -> Text:
        """A text without answers."""
        at, tags, _ = self.laid(text)
        return Text(key, at, tags)

    def ties(self, row: Mapping[str, Any]) -> Iterator[Text]:
        """A coded report once for each two parties of which it tells one type of act, as PLV has them."""
        told: dict[tuple[frozenset[int], frozenset[int]], set[int]] = {}
        base = self.coded(row)
        for event in row["events"]:
            sides = [party for side in SIDES for party in event[side][:1]]
            sides = sides if event["recipient"] else event["actor"][:2]
            evidence = find(row["text"], event["evidence"], None)
            trigger = find(row["text"], event["trigger"], evidence)
            places = [nearest(row["text"], party[0], evidence, trigger) for party in sides] if trigger else []
            words = [frozenset(covered(base.at, r)) for r in places if r]
            if len(words) == 2 and not words[0] & words[1]:
                root = event["type"] if event["type"] in PLV else "YIELD"
                told.setdefault((words[0], words[1]), set()).add(PLV.index(root))
        for n, ((source, target), roots) in enumerate(told.items()):
            if len(roots) == 1:
                yield Text(f"{base.id} {n}", base.at, base.tags, pair=Pair(set(source), set(target), next(iter(roots))))

    def pair(self, row: Mapping[str, str]) -> Text:
        """A sentence of PLV with its pair of actors and the root type of what passes between them."""
        text, marked = plain(row["marked_sentence"])
        at, tags, _ = self.laid(text)
        kind = PLV.index(row["gold_root"])
        return Text(row["sentence_id"], at, tags, pair=Pair(set(covered(at, marked["s"])), set(covered(at, marked["t"])), kind))


def plain(marked: str) -> tuple[str, dict[str, Range]]:
    """A sentence of PLV without its marks, and where they stood (`s` source, `t` target); an absent mark is an empty range.

    >>> plain("<s>Kyiv</s> sues <t>the firm</t>.")
    ('Kyiv sues the firm.', {'s': Range(start=0, end=4), 't': Range(start=10, end=18)})
    """
    out, places, at = "", {"s": [0, 0], "t": [0, 0]}, 0
    for m in re.finditer(r"<(/?)([st])>", marked):
        out += marked[at : m.start()]
        places[m.group(2)][1 if m.group(1) else 0] = len(out)
        at = m.end()
    return out + marked[at:], {k: Range(*v) for k, v in places.items()}


def covered(at: Layout, r: Range) -> list[int]:
    """Numbers of the words that a range touches."""
    starts = [w.start for w in at.words]
    k = max(0, bisect_right(starts, r.start) - 1)
    out = []
    while k < len(starts) and starts[k] < r.end:
        if at.words[k].end > r.start:
            out.append(k)
        k += 1
    return out


def _act(row: Mapping[str, Any], event: Mapping[str, Any], at: Layout, times: Sequence[tuple[Range, str]]) -> Act | None:
    text = row["text"]
    evidence = find(text, event["evidence"], None)
    trigger = find(text, event["trigger"], evidence)
    if trigger is None:
        return None
    roles: dict[str, set[int]] = {name: set() for name in ROLES}
    homes = []
    for side in SIDES:
        for party in event[side]:
            where = nearest(text, party[0], evidence, trigger)
            words = covered(at, where) if where else []
            roles[side].update(words)
            if words and party[1] != "---":
                homes.append((words, party[1]))
    place = nearest(text, event["place"], evidence, trigger) if event.get("place") else None
    roles["place"].update(covered(at, place) if place else ())
    told = _time(row, event, at, trigger, times)
    roles["time"].update(covered(at, told) if told else ())
    mode = f"{event['type']}:{event.get('mode') or ''}"
    run = covered(at, evidence) if evidence else []
    return Act(
        covered(at, trigger),
        TYPES.index(event["type"]),
        STATUSES.index(event["status"]),
        MODES.index(mode) if mode in MODES else -1,
        dating(event.get("date"), row["date"], told=told is not None),
        roles,
        told is not None or event.get("date") in (None, row["date"]),
        (run[0], run[-1]) if run else None,
        homes,
    )


def dating(date: str | None, published: str, *, told: bool) -> int:
    """How the date of an act is known, a number of `DATINGS`; -1 where the coded date has no plain ground."""
    if date == published:
        return DATINGS.index("reported")
    if not date:
        return DATINGS.index("undated")
    if told:
        return DATINGS.index("told")
    if len(date) < len(published) and published.startswith(date):
        return DATINGS.index("month" if len(date) == len("2018-04") else "year")
    return -1


def _time(
    row: Mapping[str, Any], event: Mapping[str, Any], at: Layout, trigger: Range, times: Sequence[tuple[Range, str]]
) -> Range | None:
    """The phrase of time whose value is the event's date, nearest by sentences and then by characters."""
    if not event.get("date") or event["date"] == row["date"]:
        return None
    hits = []
    for r, words in times:
        value = dates.when(words, row["date"], event["status"])
        if value and value.precision != "reported" and value.iso == event["date"]:
            hits.append((abs(_home(at, r) - _home(at, trigger)), abs(r.start - trigger.start), r))
    return min(hits)[2] if hits else None


def _home(at: Layout, r: Range) -> int:
    return next((n for n, s in enumerate(at.sentences) if s.start <= r.start < s.end), 0)


@cache
def state_names() -> dict[str, str]:
    """Names, adjectives and capitals of states, and the state's code."""
    out: dict[str, str] = {}
    for row in _table(STATES):
        for cell in row[6:10]:
            for form in cell.split("; "):
                name = form.lstrip("+").strip()
                if len(name) > 1:
                    out.setdefault(name, row[0])
    return out


def _table(path: Path) -> list[list[str]]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith(("#", "iso3"))]
    return [r for r in rows if len(r) > 9]


def named(at: Layout) -> dict[int, str]:
    """The words of a text that name a state, longest names first."""
    known = state_names()
    out: dict[int, str] = {}
    k = 0
    while k < len(at.words):
        size = next((n for n in (4, 3, 2, 1) if k + n <= len(at.words) and _run(at, k, n) in known), 0)
        out.update(dict.fromkeys(range(k, k + size), known.get(_run(at, k, size), "")) if size else {})
        k += max(1, size)
    return out


def _run(at: Layout, k: int, size: int) -> str:
    return at.text[at.words[k].start : at.words[k + size - 1].end]


class Swap:
    """The same report about other states: names, adjectives and capitals exchanged, every coded string with them.

    Keeps a model from learning who usually does what to whom instead of reading it.
    """

    def __init__(self) -> None:
        """Read the project's table of states."""
        self.forms = [self._forms(r) for r in _table(STATES) if r[5] == "state" and not r[4] and r[8]]
        self.whose = {form: (n, k) for n, forms in enumerate(self.forms) for k, some in enumerate(forms) for form in some}
        names = sorted(self.whose, key=len, reverse=True)
        self.pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
        self.codes = [r[0] for r in _table(STATES) if r[5] == "state" and not r[4] and r[8]]

    @staticmethod
    def _forms(r: list[str]) -> tuple[list[str], list[str], list[str]]:
        split = lambda cell: [w for w in cell.split("; ") if w and not w.startswith("+") and len(w) > 2]  # noqa: E731
        return [r[6], *split(r[7])], split(r[8])[:1], split(r[9])[:1]

    def __call__(self, row: Mapping[str, Any], rng: random.Random) -> dict[str, Any]:
        """A copy of a coded row with each state it names exchanged, two times in three."""
        fate: dict[int, int] = {}

        def other(m: re.Match[str]) -> str:
            n, kind = self.whose[m.group()]
            to = fate.setdefault(n, rng.randrange(len(self.forms)) if rng.random() < 0.67 else n)
            return m.group() if to == n or not self.forms[to][kind] else self.forms[to][kind][0]

        text = self.pattern.sub(other, row["text"])
        codes = {self.codes[n]: self.codes[to] for n, to in fate.items()}
        words = lambda piece: self.pattern.sub(other, piece) if piece else piece  # noqa: E731
        events = [
            {
                **event,
                **{side: [[words(p[0]), codes.get(p[1], p[1]), *p[2:]] for p in event[side]] for side in SIDES},
                **{name: words(event.get(name)) for name in ("trigger", "evidence", "place", "speaker")},
                "also": [words(piece) for piece in event.get("also", [])],
            }
            for event in row["events"]
        ]
        strings = (s for e in events for s in (e["trigger"], e["evidence"], *(p[0] for side in SIDES for p in e[side])))
        # a name cut in two by a party's edge ("South Korea" in "South Koreans") would be exchanged in one place only
        return {**row, "text": text, "events": events} if all(s in text for s in strings) else dict(row)


@cache
def held_out() -> frozenset[str]:
    """Ids of the texts that nothing is trained on and everything is chosen on; attributed articles as `said ID`.

    A twentieth of what there was when the list was drawn, and 24 articles labelled later; other later texts are for training.
    """
    return frozenset(HELD_OUT.read_text("utf-8").split("\n"))


def apart(texts: Sequence[Text]) -> tuple[list[Text], list[Text]]:
    """Texts to learn from, and texts held out."""
    name = lambda t: t.id if t.said is None else f"said {t.id}"  # noqa: E731
    return [t for t in texts if name(t) not in held_out()], [t for t in texts if name(t) in held_out()]
