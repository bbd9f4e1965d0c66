"""Who takes part in an act, when and where: a linear score for every phrase near a trigger and every role.

One multinomial logistic regression over pairs of trigger and phrase, from order, distance, the words between, the preposition
before the phrase, possession, the passive, the phrase's own words and its rivals.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.language.chunks import Chunk
from facta.language.triggers import View, _form, _quoted

REACH = 1
"""How many sentences back a party may stand."""


@dataclass(frozen=True)
class Anchor:
    """A trigger as roles see it."""

    at: int
    """Number of its main word in its sentence."""
    kind: str
    """Type of the act."""


def pairs(views: Sequence[View], where: int) -> Iterator[tuple[int, Chunk]]:
    """Phrases that may take part in an act of sentence `where`, each with its sentence: that one's, then those before."""
    for k in range(where, max(-1, where - REACH - 1), -1):
        for c in views[k].chunks:
            yield k, c


def features(views: Sequence[View], where: int, anchor: Anchor, home: int, c: Chunk) -> list[str]:
    """What the role of phrase `c` of sentence `home` in an act told in sentence `where` is read from."""
    out = own_features(views[home], c)
    out += [anchor.kind + f for f in out[:4]]
    if home != where:
        rank = sum(o.full and o.first < c.first for o in views[home].chunks)
        back = f"B{where - home}"
        ranked = f"{back}r{min(rank, 4)}"
        doer = views[where].subject(anchor.at)
        stands = f"{back}{views[where].s.lows[doer.head] if doer.kind == 'pronoun' else 'N'}" if doer else back + "-"
        out += [stands + c.kind, f"{stands}{rank == 0}{c.kind}", f"{stands}{min(rank, 4)}{_capital(views[home], c)}"]
        return [*out, back, back + c.kind, ranked, anchor.kind + ranked, f"{back}{_capital(views[home], c)}{rank == 0}"]
    return [*out, *_pair(views[where], anchor, c)]


def own_features(v: View, c: Chunk) -> list[str]:
    """What a phrase shows by itself."""
    s = v.s
    left = s.low(c.first - 1) if s.tag(c.first - 1) != "DET" else s.low(c.first - 2) + "_"
    right = s.low(c.last + 1)
    look = f"{c.kind}{_capital(v, c)}{'f' if c.full else 'i'}"
    head = s.stems[c.head]
    length = str(min(c.last - c.first, 5))
    out = ["k" + look, "h" + head, "l" + left, "lk" + left + look, "r" + right, "rk" + right + look, "n" + length + look]
    around = s.tag(c.first - 1) + s.tag(c.last + 1)
    out += ["T" + "".join(t[0] for t in s.tags[c.first : c.last + 1][:4]) + look, "w" + s.lows[c.first], "t" + around + look]
    over = v.over.get(c.first)
    if over is not None and not c.full:
        out += [
            f"in{over.kind}{c.first - over.first}{over.last - c.last == 0}{_capital(v, c)}",
            "inh" + s.stems[over.head],
            "inr" + around,
        ]
    return out


def _pair(v: View, anchor: Anchor, c: Chunk) -> list[str]:
    s, at, kind = v.s, anchor.at, anchor.kind
    stem, form, tag = s.stems[at], _form(s, at), s.tags[at]
    right = c.first > at
    inside = c.first <= at <= c.last
    side = "I" if inside else "R" if right else "L"
    low, high = _gap(at, c)
    gap = range(low, high)
    lead, governor = v.lead(c)
    joint = "j" if lead is not c and lead.first != c.first else ""
    doer = v.subject(at)
    told = f"{'S' if doer is not None and doer.first == lead.first else ''}{governor}{joint}"
    rivals = sum(o.full and low <= o.first and o.last < high and o.kind != "time" for o in v.chunks)
    verbs = sum(s.tags[k] == "VERB" for k in gap)
    marks = sum(s.tags[k] == "PUNCT" for k in gap)
    prep = next((s.lows[k] for k in range(c.first - 1, max(-1, c.first - 4), -1) if s.tags[k] in _LEADING), "-")
    path = "_".join(_path(v, low, high))
    look = f"{c.kind}{_capital(v, c)}"
    near = f"{side}{min(rivals, 4)}"
    full = "f" if c.full else "i"
    base = [
        side,
        near,
        f"{near}v{min(verbs, 3)}",
        f"{near}m{min(marks, 3)}",
        f"{side}p{prep}",
        f"{side}P{path}",
        f"{side}d{min(len(gap), 9)}",
        f"{side}f{form}",
        f"{side}s{told}",
        f"{side}s{told}{form}",
        f"{near}s{told}{look}",
        f"{side}LP" + "_".join(_path(v, *_gap(at, lead))) + joint,
        f"{side}l{s.low(lead.first - 1)}{joint}",
        f"{near}f{form}v{min(verbs, 2)}",
        f"{side}f{form}p{prep}",
        f"{side}{look}{full}",
        f"{near}{look}{full}v{min(verbs, 2)}",
        f"{side}c{sum(s.lows[k] in _CLAUSE for k in gap)}",
        f"{side}q{_quoted(s, at)}{_quoted(s, c.first)}",
        f"{side}x{s.low(c.last + 1)}{tag}",
    ]
    typed = [f"{kind}{f}" for f in base]
    lexical = [f"{stem}{f}" for f in (base[0], base[1], base[4], base[5], base[7], base[9])]
    words_between = [f"{side}b{s.stems[k]}" for k in gap if s.tags[k] != "PUNCT"][:12]
    heads = [f"{kind}{side}h{s.stems[c.head]}", f"{stem}{side}h{s.stems[c.head]}"]
    return base + [tag + f for f in base] + typed + lexical + words_between + heads


_LEADING = frozenset(("ADP", "SCONJ", "CCONJ", "PART", "VERB"))
_CLAUSE = frozenset(
    [
        "who",
        "which",
        "that",
        "after",
        "before",
        "while",
        "as",
        "because",
        "amid",
        "where",
        "when",
        "following",
        "if",
        "although",
        "but",
    ]
)


def _gap(at: int, c: Chunk) -> tuple[int, int]:
    """Numbers of the words between a trigger and a phrase."""
    return (at + 1, c.first) if c.first > at else (c.last + 1, at)


def _path(v: View, low: int, high: int) -> list[str]:
    """The words between trigger and phrase, seen coarsely: function words themselves, phrases as N, verbs as V, commas."""
    s, out = v.s, list[str]()
    k = low
    while k < high and len(out) < 8:
        over = v.over.get(k)
        if over is not None and over.first >= low and over.last < high:
            out.append("N")
            k = over.last
        elif s.tags[k] == "PUNCT":
            out.append(s.words[k])
        elif s.tags[k] in ("VERB", "NOUN", "PROPN", "ADJ", "NUM"):
            out.append(s.tags[k][0])
        elif s.tags[k] not in ("DET", "ADV"):
            out.append(s.lows[k])
        k += 1
    return out


def _capital(v: View, c: Chunk) -> str:
    return "C" if v.s.words[c.head][:1].isupper() else "c"
