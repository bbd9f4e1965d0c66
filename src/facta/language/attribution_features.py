"""What the attribution models look at: words, tags, quotation marks and distances around a cue, as named features.

Positions are token numbers; a boundary `p` stands before token `p`. Every model is a linear score over these names, so
each decision can be explained by the few names that moved it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from facta.language.quoted import quoted
from facta.records import Mention, Token
from facta.values.spans import Range

REACH = 40
"""Most tokens between a cue and a boundary in its own sentence; one attribution in three hundred reaches farther."""
PARAGRAPH = 12
"""Most sentences before or after the cue's that a quotation may cover."""
FAR = 600
"""Most tokens between a cue and a boundary anywhere, so that a text without full stops costs no more than another."""
MOST = 40
"""Most boundaries looked at outside of the cue's neighbourhood."""
NONE = -1
"""Position of a source that the text does not name."""
_NOMINAL = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"])


class Frame(NamedTuple):
    """An attribution while it is being put together: token ranges, `NONE` where not known yet."""

    cue: tuple[int, int]
    source: tuple[int, int] = (NONE, NONE)
    content: tuple[int, int] = (NONE, NONE)


class View:
    """A text as parallel lists over its tokens, built once for all models.

    Lists have one more entry than there are tokens where boundaries are looked up (`words`, `tags`, `lows`, counts).
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Range],
        tokens: Sequence[Token],
        mentions: Sequence[Mention],
        regions: Sequence[Range],
    ) -> None:
        """Line up the tokens that stand in a sentence with sentences, paragraphs, quotation marks and mentions."""
        begins = [s.start for s in sentences]
        found = [(bisect_right(begins, t.start) - 1, t) for t in tokens]
        kept = [(n, t) for n, t in found if n >= 0 and t.start < sentences[n].end]
        self.tokens = [t for _, t in kept]
        self.sentence = [n for n, _ in kept]
        self.words = [*(text[t.start : t.end] for t in self.tokens), "$"]
        self.lows = [w.lower() for w in self.words]
        self.stems = [stem(w) for w in self.lows]
        self.tags = [*(t.tag for t in self.tokens), "$"]
        self.bounds = _runs(self.sentence, len(sentences))
        self._paragraphs(sentences, regions)
        self._quotes(text, regions)
        self._counts()
        self._mentions(mentions)

    def _paragraphs(self, sentences: Sequence[Range], regions: Sequence[Range]) -> None:
        begins = [r.start for r in regions]
        self.paragraph = [bisect_right(begins, s.start) for s in sentences]

    def _quotes(self, text: str, regions: Sequence[Range]) -> None:
        """`quote[p]` is the number of the quoted stretch that token `p` stands in, marks included, or -1."""
        stretches = quoted(text, regions)
        begins = [q.start for q in stretches]
        at = [bisect_right(begins, t.start) - 1 for t in self.tokens]
        self.quote = [n if n >= 0 and t.start < stretches[n].end else -1 for n, t in zip(at, self.tokens, strict=True)] + [-1]

    def _counts(self) -> None:
        """Running counts, so that what lies between two boundaries is one subtraction."""
        self.verbs = list(accumulate((t in ("VERB", "AUX") for t in self.tags), initial=0))
        self.commas = list(accumulate((w in (",", ";", "--", "—", "–") for w in self.words), initial=0))
        self.nominal = [0] * (len(self.words) + 1)
        for i in range(len(self.tokens) - 1, -1, -1):
            joined = self.tags[i] in _NOMINAL and i + 1 < len(self.tokens) and self.tags[i + 1] in _NOMINAL
            self.nominal[i] = self.nominal[i + 1] if joined else i + 1

    def _mentions(self, mentions: Sequence[Mention]) -> None:
        whole = [m for m in mentions if m.score == 1]
        starts = {m.start: m.kind for m in whole}
        ends = {m.end: m.kind for m in whole}
        self.opens = [*(starts.get(t.start, "") for t in self.tokens), ""]
        for i, tag in enumerate(self.tags[:-1]):  # mentions leave their article out, sources do not
            self.opens[i] = self.opens[i] or (tag == "DET" and self.opens[i + 1]) or ""
        self.closes = ["", *(ends.get(t.end, "") for t in self.tokens)]

    def around(self, token: int) -> tuple[int, int]:
        """First token and end of the sentence that holds a token."""
        return self.bounds[self.sentence[token]]


def _runs(numbers: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Where each number's run begins and ends in a sorted list."""
    out, at = [], 0
    for n in range(count):
        begin = at
        while at < len(numbers) and numbers[at] == n:
            at += 1
        out.append((begin, at))
    return out


def stem(word: str) -> str:
    """A word without its English inflection, roughly: enough to pool `claimed`, `claims`, `claiming`.

    >>> stem("claims"), stem("claiming"), stem("denied"), stem("said")
    ('claim', 'claim', 'deny', 'said')
    """
    for ending, instead in (("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("es", ""), ("s", ""), ("e", "")):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)] + instead
    return word


def bucket(n: int) -> str:
    """A distance, coarser as it grows, signed.

    >>> bucket(3), bucket(-9), bucket(100)
    ('3', '-8', '32')
    """
    size = abs(n)
    size = size if size < 6 else 6 if size < 8 else 8 if size < 12 else 12 if size < 20 else 20 if size < 32 else 32
    return str(size if n >= 0 else -size)


def cue_features(v: View, i: int) -> list[str]:
    """Does token `i` carry a cue?"""
    lo, hi = v.around(i)
    w, s, t = v.lows[i], v.stems[i], v.tags[i]
    b1, b2 = (v.lows[i - 1] if i > lo else "^"), (v.lows[i - 2] if i > lo + 1 else "^")
    a1, a2 = (v.lows[i + 1] if i + 1 < hi else "$"), (v.lows[i + 2] if i + 2 < hi else "$")
    tb1, tb2 = (v.tags[i - 1] if i > lo else "^"), (v.tags[i - 2] if i > lo + 1 else "^")
    ta1, ta2 = (v.tags[i + 1] if i + 1 < hi else "$"), (v.tags[i + 2] if i + 2 < hi else "$")
    that = "that" in v.lows[i + 1 : min(hi, i + 6)]
    before, after = _quote_beside(v, i, lo, hi)
    clause = min(v.verbs[hi] - v.verbs[i + 1], 3)
    names = v.closes[i], v.opens[i + 1] if i + 1 < hi else ""
    return [
        "w" + w, "s" + s, "t" + t, "st" + s + t, "b" + b1, "bw" + b1 + " " + w, "B" + b2 + " " + b1, "a" + a1,
        "aw" + s + " " + a1, "A" + a1 + " " + a2, "tb" + tb1 + t, "tB" + tb2 + tb1 + t, "ta" + t + ta1, "tA" + t + ta1 + ta2,
        "tw" + tb1 + s, "wt" + s + ta1, "tt" + tb1 + t + ta1, "e" + w[-3:], "E" + w[-3:] + t, f"q{before}{after}",
        f"qs{before}{after}{s}", f"th{that}", f"ths{that}{s}", f"in{v.quote[i] >= 0}", f"ins{v.quote[i] >= 0}{s}",
        f"cl{clause}", f"cls{clause}{s}", f"po{bucket(i - lo)}", f"pe{bucket(hi - i)}", f"mb{names[0]}{t}", f"ma{names[1]}{t}",
        f"mm{names[0]}>{names[1]}{s}", f"cap{v.words[i][:1].isupper()}{i == lo}", f"pre{w[:4]}", f"b2w{b2} {w}", f"a2w{s} {a2}",
    ]  # fmt: skip


def _quote_beside(v: View, i: int, lo: int, hi: int) -> tuple[str, str]:
    """How near marks stand before and after a token of its sentence: closing before (c), opening after (o), within four (4)."""
    if v.quote[i] >= 0:
        return "", ""
    near = [n for n in range(max(lo, i - 12), i) if v.quote[n] >= 0]
    far = next((n for n in range(i + 1, min(hi, i + 12)) if v.quote[n] >= 0), 0)
    before = "" if not near else "4" if i - near[-1] <= 4 else "c"
    after = "" if not far else "4" if far - i <= 3 else "o"
    return before, after


def edge(v: View, p: int) -> list[str]:
    """What stands on both sides of a boundary, whatever the cue."""
    w, t = v.lows[p], v.tags[p]
    pw, pt = (v.lows[p - 1], v.tags[p - 1]) if p else ("^", "^")
    here, last = v.quote[p], v.quote[p - 1] if p else -1
    quote = "same" if here == last >= 0 else ("o" if here >= 0 else "") + ("c" if last >= 0 else "")
    stop = p == len(v.tokens) or p == 0 or v.sentence[p] != v.sentence[p - 1]
    far = v.lows[p - 2] if p > 1 else "^"
    return [
        "@w" + w, "@t" + t, "@<" + pw, "@T" + pt, "@W" + pw + " " + w, "@p" + pt + " " + t, "@x" + pw + " " + t,
        "@y" + pt + " " + w, "@q" + quote, f"@s{stop}", f"@S{stop}{quote}", f"@Q{quote}{pw}", f"@m{v.opens[p]}",
        f"@n{v.closes[p]}", f"@f{far} {pw}",
    ]  # fmt: skip


def cue_edge(v: View, i: int, p: int) -> list[str]:
    """Does the cue that token `i` carries begin (or end) at `p`?"""
    d = str(p - i)
    tags = "".join(x[:2] for x in v.tags[min(p, i) : max(p, i)])
    return [
        "d" + d,
        "ds" + d + v.stems[i],
        "dt" + d + v.tags[i],
        f"dw{d}{v.lows[p]}",
        f"dp{d}{v.lows[p - 1] if p else ''}",
        "T" + d + tags,
    ]


def source_start(v: View, f: Frame, p: int) -> list[str]:
    """Does the source of a cue begin at `p`? NONE asks whether there is no source."""
    c0, c1 = f.cue
    s, t, before = v.stems[c1 - 1], v.tags[c0], v.tags[c0 - 1] if c0 else "^"
    if p == NONE:
        lo, _ = v.around(c0)
        return [
            "none",
            "ns" + s,
            "ns0" + v.stems[c0],
            "nt" + t,
            f"nb{before}{t}",
            f"nl{c0 == lo}",
            f"nw{v.lows[c0 - 1] if c0 else ''}",
            f"na{v.lows[c1]}",
        ]
    after = p >= c1
    end = v.nominal[p]
    near = p - c1 if after else c0 - end
    between = (c1, p) if after else (min(end, c0), c0)
    verbs = min(v.verbs[between[1]] - v.verbs[between[0]], 3)
    commas = min(v.commas[between[1]] - v.commas[between[0]], 3)
    side = "a" if after else "b"
    quote = f"{v.quote[p] >= 0}{v.quote[c0] >= 0}{v.quote[p] == v.quote[c0]}"
    shape = v.tags[p] + v.opens[p] + ("U" if v.words[p][:1].isupper() else "")
    sure = side + bucket(near) + str(verbs) + str(commas)
    return [
        side + bucket(near), f"{side}v{verbs}", f"{side}c{commas}", sure, sure + v.tags[p], sure + t,
        f"{side}{bucket(near)}{s}", side + shape + str(verbs), f"{side}{verbs}{commas}{v.opens[p]}", f"q{quote}{side}",
        f"{side}s{s}", f"{side}t{t}{before}", f"{side}{bucket(p - c0)}", f"{side}{verbs}{v.lows[p]}",
        f"l{v.nominal[p - 1] == end if p else False}{side}", f"n{side}{v.lows[end]}{bucket(near)}",
    ]  # fmt: skip


def source_end(v: View, f: Frame, p: int) -> list[str]:
    """Does the source that begins at `f.source[0]` end at `p`?"""
    begin, (c0, c1) = f.source[0], f.cue
    side = "a" if begin >= c1 else "b"
    size = bucket(p - begin)
    commas = min(v.commas[p] - v.commas[begin], 3)
    verbs = min(v.verbs[p] - v.verbs[begin], 2)
    full = p == v.nominal[begin]
    return [
        side + size, f"{side}c{commas}{v.lows[p - 1]}", f"{side}v{verbs}", f"f{full}{side}", f"f{full}{v.lows[p]}",
        f"cue{p == c0}", f"cue{p == c0}{commas}{verbs}", f"{side}f{full}{v.tags[begin]}", f"t{v.tags[begin]}{size}",
        f"{side}w{v.lows[p]}{commas}", f"{side}{v.opens[begin]}{v.closes[p]}{full}",
        f"{side}left{bucket(c0 - p) if side == 'b' else ''}",
    ]  # fmt: skip


def _ground(v: View, f: Frame, p: int) -> tuple[str, int, int]:
    """Side of the cue that a boundary lies on, and the run of tokens between the two, the source skipped."""
    (c0, c1), (s0, s1) = f.cue, f.source
    if p <= c0:
        limit = s0 if NONE < s0 < c0 and p <= s0 else c0
        return "b", min(p, limit), limit
    limit = s1 if s0 >= c1 and p >= s1 else c1
    return "a", limit, max(p, limit)


def content_start(v: View, f: Frame, p: int) -> list[str]:
    """Does the content that a cue introduces begin at `p`?"""
    (c0, c1), (s0, s1) = f.cue, f.source
    side, lo, hi = _ground(v, f, p)
    verbs, commas = min(v.verbs[hi] - v.verbs[lo], 3), min(v.commas[hi] - v.commas[lo], 3)
    s, t = v.stems[c1 - 1], v.tags[c1 - 1]
    apart = v.sentence[c0] - v.sentence[p]
    quote = f"{v.quote[p] >= 0}{v.quote[p - 1] >= 0 if p else False}"
    touch = (
        f"{v.quote[lo - 1] >= 0 if lo else False}{v.quote[c1] >= 0}"
        if side == "a"
        else f"{v.quote[hi - 1] >= 0 if hi else False}{v.quote[c1] >= 0}"
    )
    where = side + bucket(hi - lo)
    first = p == v.around(p)[0]
    voice = "N" if s0 == NONE else "A" if s0 >= c1 else "B"
    owned = "i" if s0 <= p < s1 else ""
    inside = v.quote[c0] >= 0
    return [
        where, where + s, where + t, f"{side}v{verbs}c{commas}", f"{side}v{verbs}{s}", f"{side}p{bucket(apart)}{first}",
        f"{side}{quote}{touch}{voice}", f"{side}{quote}{touch}{apart}{first}", f"{side}s{s}{first}", f"{side}{voice}{first}",
        where + voice + t, f"w{v.lows[p]}{where}", f"ws{v.lows[p]}{s}{side}", f"pw{v.lows[p - 1] if p else ''}{where}",
        f"o{owned}{side}", f"in{inside}{side}{quote}", f"t{v.tags[p]}{where}", f"k{v.lows[c1]}{where}",
        f"S{side}{v.lows[c1 - 1]}{voice}", f"z{side}{v.lows[c0 - 1] if c0 else ''}{first}", f"st{s}{v.tags[p]}{where}",
    ]  # fmt: skip


def content_end(v: View, f: Frame, p: int) -> list[str]:
    """Does the content that begins at `f.content[0]` end at `p`?"""
    (c0, c1), (s0, s1), begin = f.cue, f.source, f.content[0]
    where = "h" if begin < c0 < p else "b" if p <= c0 else "a"
    _, lo, hi = _ground(v, f, p)
    s = v.stems[c1 - 1]
    apart = v.sentence[p - 1] - v.sentence[c0]
    done = p == v.around(p - 1)[1] or (p + 1 == v.around(p - 1)[1] and v.lows[p] in ".?!;")
    q0, q1 = v.quote[begin], v.quote[p - 1]
    quote = ("s" if q0 == q1 >= 0 else "d" if min(q0, q1) >= 0 else f"{q0 >= 0}{q1 >= 0}") + (
        "" if v.quote[p] == q1 >= 0 else "e"
    )
    size = bucket(p - begin)
    verbs = min(v.verbs[p] - v.verbs[begin], 3)
    commas = min(v.commas[p] - v.commas[begin], 3)
    full = p == v.nominal[begin]
    at = f"{where}{bucket(hi - lo)}" if where == "b" else where
    opened = v.lows[begin] + (v.lows[begin - 1] if begin in (c1, s1) else "")
    return [
        at, where + size, where + quote, f"{where}{quote}{done}", f"{where}{apart}{quote}{done}", f"{where}d{done}{s}",
        f"{where}v{verbs}{done}", f"{where}{verbs}{v.lows[p]}", f"{where}{verbs}{v.tags[p]}{s}", f"{where}f{full}{s}",
        f"{where}f{full}{verbs}{v.lows[p]}", f"{where}o{opened}{done}", f"{where}o{opened}{verbs}{v.lows[p]}",
        f"{where}t{v.tags[begin]}{verbs}{done}", f"{where}c{commas}{v.lows[p]}{v.tags[p + 1] if p + 1 < len(v.tags) else ''}",
        f"{where}{s}{v.lows[p]}", f"e{v.lows[p]} {v.lows[p + 1] if p + 1 < len(v.lows) else ''}", f"{at}{v.lows[p - 1]}",
        f"src{where}{p == s0}{p == c0}{done}", f"{where}T{v.tags[c1 - 1]}{done}{verbs}", f"{where}z{size}{done}{s}",
    ]  # fmt: skip


def gap_start(v: View, f: Frame, p: int) -> list[str]:
    """Does the first part of a content that its cue splits end at `p`?"""
    limit = f.cue[0] if f.source[0] == NONE else min(f.cue[0], f.source[0])
    return [
        "d" + bucket(limit - p), f"c{v.commas[limit] - v.commas[p]}", f"dw{bucket(limit - p)}{v.lows[p - 1]}",
        f"v{v.verbs[limit] - v.verbs[p]}", f"q{v.quote[p - 1] >= 0}{v.quote[p] >= 0}{v.quote[f.content[0]] >= 0}",
    ]  # fmt: skip


def gap_end(v: View, f: Frame, p: int) -> list[str]:
    """Does the next part of a content that its cue splits begin at `p`?"""
    limit = max(f.cue[1], f.source[1])
    apart = v.sentence[min(p, len(v.sentence) - 1)] - v.sentence[f.cue[0]]
    return [
        "d" + bucket(p - limit), f"c{v.commas[p] - v.commas[limit]}", f"dw{bucket(p - limit)}{v.lows[p - 1]}",
        f"v{v.verbs[p] - v.verbs[limit]}", f"q{v.quote[p - 1] >= 0}{v.quote[p] >= 0}{v.quote[f.content[0]] >= 0}",
        f"s{apart}{v.quote[p] >= 0}",
    ]  # fmt: skip


def cue_edges(v: View, i: int) -> tuple[list[int], list[int]]:
    """Boundaries where the cue that token `i` carries may begin, and where it may end."""
    lo, hi = v.around(i)
    return list(range(max(lo, i - 6), i + 1)), list(range(i + 1, min(hi, i + 8) + 1))


def source_starts(v: View, f: Frame) -> list[int]:
    """Boundaries where the source may begin; NONE stands for no source."""
    lo, hi = v.around(f.cue[0])
    lo, hi = max(lo, f.cue[0] - REACH), min(hi, f.cue[1] + REACH)
    ok = [p for p in range(lo, hi) if not f.cue[0] <= p < f.cue[1] and v.words[p][:1].isalnum()]
    return [NONE, *ok]


def source_ends(v: View, f: Frame) -> list[int]:
    """Boundaries where a source that begins at `f.source[0]` may end."""
    begin = f.source[0]
    _, hi = v.around(begin)
    limit = f.cue[0] if begin < f.cue[0] else hi
    return list(range(begin + 1, min(limit, begin + 30) + 1))


def content_starts(v: View, f: Frame) -> list[int]:
    """Boundaries where the content may begin: in the cue's sentence, or where an earlier sentence or quotation opens."""
    n = v.sentence[f.cue[0]]
    lo, hi = v.bounds[n]
    near = [p for p in range(max(lo, f.cue[0] - REACH), min(hi, f.cue[1] + REACH)) if not f.cue[0] <= p < f.cue[1]]
    far = [lo] if lo < f.cue[0] - REACH else []
    for k in range(n - 1, max(-1, n - PARAGRAPH), -1):
        if v.paragraph[k] != v.paragraph[n] or len(far) >= MOST:
            break
        a, b = v.bounds[k]
        opening = (
            p for p in range(b - 1, max(a, b - FAR) - 1, -1) if p == a or (v.quote[p] >= 0 and v.quote[p] != v.quote[p - 1])
        )
        far += islice(opening, MOST)
    following = v.bounds[n + 1] if n + 1 < len(v.bounds) else (0, 0)
    if following[0] < following[1] and v.quote[following[0]] >= 0:
        far.append(following[0])
    return sorted({*far, *near})


def content_ends(v: View, f: Frame) -> list[int]:
    """Boundaries where a content that begins at `f.content[0]` may end."""
    begin, n, (c0, c1) = f.content[0], v.sentence[f.cue[0]], f.cue
    lo = v.bounds[n][0]
    own = v.sentence[begin]
    if begin < lo:  # sentences before the cue's: their ends, then the cue's own sentence up to the cue
        ends = [v.bounds[k][1] for k in range(own, n)] + list(range(max(lo + 1, c0 - 2 * REACH), c0 + 1))
    else:
        ends = list(range(begin + 1, min(v.bounds[own][1], begin + 2 * REACH) + 1))
    far: list[int] = []
    for k in range(max(n, own), min(len(v.bounds), max(n, own) + PARAGRAPH)):
        if v.paragraph[k] != v.paragraph[own] or len(far) >= MOST:
            break
        a, b = v.bounds[k]
        closing = (
            p for p in range(a + 1, min(b, a + FAR) + 1) if p == b or (v.quote[p - 1] >= 0 and v.quote[p - 1] != v.quote[p])
        )
        far += islice((p for p in closing if p > begin), MOST)
    return sorted({p for p in (*ends, *far) if p > begin and not c0 < p <= c1})


def gaps(v: View, f: Frame) -> tuple[list[int], list[int]]:
    """Boundaries where the first part of a split content may end, and where the next may begin."""
    a, b = f.content
    inner = [f.cue, f.source] if a < f.source[0] < f.source[1] < b else [f.cue]
    left, right = min(r[0] for r in inner), max(r[1] for r in inner)
    return list(range(max(a + 1, left - REACH), left + 1)), list(range(right, min(b - 1, right + REACH) + 1))
