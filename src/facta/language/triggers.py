"""Which words of a sentence carry an act, its type, mode and status: linear models of the words' surroundings.

Each verb, noun or adjective is scored on its own for the ontology's types and `none` (multinomial logistic regression), then for
mode and status given the type. The features are words, stems, tags and phrases around; the words that are acts are learned.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from facta.language.chunks import Chunk
from facta.language.sentence import Sentence

NONE = "none"
_OPEN = frozenset(("VERB", "NOUN", "ADJ"))
_PARTICLES = frozenset(("up", "down", "off", "out", "back", "on", "over"))
_JOINING = frozenset(("and", "or", "&"))
_GOVERNING = frozenset(("ADP", "VERB", "SCONJ"))
_LINKING = frozenset(("ADP", "PART", "SCONJ", "ADV"))


@dataclass(frozen=True)
class View:
    """A sentence with what the features of its words ask for again and again."""

    s: Sentence
    chunks: list[Chunk]
    over: dict[int, Chunk]
    """The full phrase over each token."""
    first_text: bool
    """Whether this is the first sentence of its text."""

    def subject(self, i: int) -> Chunk | None:
        """The phrase that word i is likely said of: the nearest one to the left that no preposition or verb governs."""
        for k in range(i - 1, -1, -1):
            c = self.over.get(k)
            if c is not None and c.last == k and c.last < i and self.lead(c)[1] not in _GOVERNING:
                return c
        return None

    def lead(self, c: Chunk) -> tuple[Chunk, str]:
        """The first of the phrases coordinated with `c`, and the tag of the word before it, its article left out."""
        for _ in range(8):
            k = c.first - 1
            if self.s.tag(k) == "DET":
                k -= 1
            joint = self.s.low(k)
            first = self.over.get(k - 1)
            listed = joint == "," and self.s.words[c.head][:1].isupper() and c.kind != "role"
            if first is None or first.last != k - 1 or not (joint in _JOINING or listed):
                return c, self.s.tag(k)
            c = first
        return c, "-"

    def before(self, i: int) -> Chunk | None:
        """The full phrase that ends nearest before word i, pronouns included."""
        for k in range(i - 1, -1, -1):
            if k in self.over and self.over[k].last < i:
                return self.over[k]
        return None

    def after(self, i: int) -> Chunk | None:
        """The full phrase that starts nearest after word i."""
        for k in range(i + 1, len(self.s)):
            if k in self.over and self.over[k].first > i:
                return self.over[k]
        return None


def view(s: Sentence, phrases: list[Chunk], *, first_text: bool) -> View:
    """The view of a tagged sentence."""
    over = {i: c for c in phrases if c.full for i in range(c.first, c.last + 1)}
    return View(s, phrases, over, first_text)


def candidates(s: Sentence) -> Iterator[int]:
    """Words that may carry an act: open-class words, names only where a capital says nothing."""
    for i, tag in enumerate(s.tags):
        if (tag in _OPEN or (tag == "PROPN" and (i == 0 or s.words[i].islower()))) and s.words[i][0].isalpha():
            yield i


def features(v: View, i: int) -> list[str]:
    """What the type of an act is read from."""
    s = v.s
    low, stem, tag = s.lows[i], s.stems[i], s.tags[i]
    before, after = v.before(i), v.after(i)
    subject = s.stems[before.head] if before else "-"
    item = s.stems[after.head] if after else "-"
    verb, link = _verb_before(s, i), _link(s, i)
    doer = v.subject(i)
    out = [
        "*",
        "w" + low,
        "s" + stem,
        "s" + stem + tag,
        "p4" + low[:4],
        "p5" + low[:5],
        "x3" + low[-3:] + tag,
        "t" + s.tag(i - 1) + tag + s.tag(i + 1),
        "t-" + s.tag(i - 2) + s.tag(i - 1) + tag,
        "-1" + s.low(i - 1),
        "+1" + s.low(i + 1),
        "-1s" + s.low(i - 1) + stem,
        "+1s" + stem + s.low(i + 1),
        "-2" + s.stem(i - 2),
        "+2" + s.stem(i + 2),
        "+2s" + stem + s.stem(i + 2),
        "-2s" + stem + s.stem(i - 2),
        "+12" + s.low(i + 1) + " " + s.low(i + 2),
        "+12s" + stem + s.low(i + 1) + " " + s.stem(i + 2),
        "j" + subject,
        "js" + subject + stem,
        "o" + item,
        "os" + stem + item,
        "ol" + stem + link,
        "olo" + link + item + tag,
        "J" + (s.stems[doer.head] if doer else "-") + tag,
        "Jk" + (doer.kind + str(s.words[doer.head][:1].isupper()) if doer else "-") + _form(s, i),
        "jk" + (before.kind if before else "-") + tag,
        "ok" + (after.kind if after else "-") + tag + link,
        "g" + verb + tag,
        "gs" + verb + stem,
        "gt" + verb + _form(s, i),
        "f" + _form(s, i),
        "fs" + _form(s, i) + stem,
        "d" + _noun_frame(s, i),
        "ds" + _noun_frame(s, i) + stem,
        "q" + ("1" if _quoted(s, i) else "0") + tag,
        "n" + str(min(i, 12) // 3) + tag + str(v.first_text),
    ]
    out += [f"b{k > i}{s.stems[k]}" for k in _near(s, i, 6)]
    out += [f"bs{stem}{s.stems[k]}" for k in _near(s, i, 8) if s.tags[k] in ("NOUN", "VERB", "ADP", "PROPN")]
    out += ["S" + s.stems[k] for k in range(len(s)) if k != i and s.tags[k] in ("NOUN", "VERB") and abs(k - i) < 16]
    return out


def status_features(v: View, i: int, kind: str) -> list[str]:
    """What tells whether an act happened, is planned, possible, denied or long past."""
    s = v.s
    stem, form, verb = s.stems[i], _form(s, i), _verb_before(s, i)
    near = list(_near(s, i, 7))
    years = [s.lows[k] for k in near if s.lows[k].isdigit() and len(s.lows[k]) == 4]
    out = ["*", "k" + kind, "s" + stem, "f" + form, "kf" + kind + form, "g" + verb, "gf" + verb + form, "kg" + kind + verb]
    out += ["w" + s.lows[i], "x" + s.lows[i][-3:] + s.tags[i], "y" + str(bool(years)), "1" + s.low(i - 1), "2" + s.low(i - 2)]
    out += ["3" + s.low(i - 1) + s.low(i - 2), "+" + s.low(i + 1), "first" + str(v.first_text), "d" + _noun_frame(s, i)]
    out += [f"b{k > i}{s.lows[k]}" for k in near]
    out += [f"bk{kind}{s.stems[k]}" for k in near if k < i]
    out += ["S" + s.lows[k] for k in range(len(s)) if s.tags[k] in ("AUX", "ADV", "SCONJ", "PART")]
    return out


def mode_features(v: View, i: int, kind: str) -> list[str]:
    """What tells the mode of an act of a type."""
    s = v.s
    stem = s.stems[i]
    after = v.after(i)
    out = ["k" + kind]
    own = ("s" + stem, "w" + s.lows[i], "p5" + s.lows[i][:5], "f" + _form(s, i), "d" + _noun_frame(s, i), "l" + _link(s, i))
    out += [kind + f for f in own]
    out += [kind + "o" + (s.stems[after.head] if after else "-")]
    out += [f"{kind}b{s.stems[k]}" for k in _near(s, i, 6)]
    out += [f"{kind}1{k - i}{s.stems[k]}" for k in _near(s, i, 2)]
    out += [f"{kind}S{s.stems[k]}" for k in range(len(s)) if s.tags[k] in ("NOUN", "VERB", "ADJ", "PROPN")]
    out += [f"sb{stem}{s.stems[k]}" for k in _near(s, i, 6)]
    return out


def extent(s: Sentence, i: int) -> tuple[int, int]:
    """First and last token of the words that carry an act around its main one: auxiliaries, negation, a particle."""
    first = last = i
    if s.tags[i] == "VERB":
        while first > 0 and i - first < 3 and _auxiliary(s, first - 1):
            first -= 1
        if s.tag(i + 1) in ("ADP", "ADV") and s.low(i + 1) in _PARTICLES:
            last += 1
    elif s.tags[i] == "NOUN" and first > 0 and s.tags[i - 1] in ("NOUN", "ADJ") and s.words[i - 1].islower():
        first -= 1
    return first, last


def _auxiliary(s: Sentence, i: int) -> bool:
    """Whether a word is an auxiliary, `to` or a negation, not a possessive."""
    return s.tags[i] in ("AUX", "PART") and s.lows[i] not in ("'s", "’s")


def _near(s: Sentence, i: int, reach: int) -> Iterator[int]:
    """Numbers of the words around i, itself left out, punctuation too."""
    for k in range(max(0, i - reach), min(len(s), i + reach + 1)):
        if k != i and s.tags[k] != "PUNCT":
            yield k


def _verb_before(s: Sentence, i: int) -> str:
    """Stem of the nearest verb before word i within eight words."""
    return next((s.stems[k] for k in range(i - 1, max(-1, i - 9), -1) if s.tags[k] == "VERB"), "-")


def _link(s: Sentence, i: int) -> str:
    """The preposition or particle next to the right, articles and adverbs skipped."""
    return next((s.lows[k] for k in range(i + 1, min(len(s), i + 3)) if s.tags[k] in _LINKING), "-")


def _form(s: Sentence, i: int) -> str:
    """How a verb stands: its auxiliaries, `to`, negation and ending; for other words the tag."""
    if s.tags[i] != "VERB":
        return s.tags[i]
    low = s.lows[i]
    ending = "ing" if low.endswith("ing") else "ed" if low.endswith(("ed", "en")) else "s" if low.endswith("s") else "0"
    chain = [s.lows[k] for k in range(max(0, i - 4), i) if _auxiliary(s, k)]
    by = "by" if ending == "ed" and "by" in s.lows[i + 1 : i + 4] else ""
    return "_".join([*chain, ending, by])


def _noun_frame(s: Sentence, i: int) -> str:
    """What stands left of the phrase a word is in: article, possessor, preposition; before a verb, its auxiliaries too."""
    k = i - 1
    while k >= 0 and s.tags[k] in ("ADJ", "NOUN", "PROPN", "NUM", "AUX", "ADV") and i - k < 5:
        k -= 1
    edge = s.low(k)
    if s.tag(k) == "DET" and k > 0:
        edge = s.low(k - 1) + "_" + edge if s.tag(k - 1) in ("ADP", "SCONJ", "VERB") else edge
    inside = "a" if k < i - 1 else ""
    return edge + inside + s.tags[i]


def _quoted(s: Sentence, i: int) -> bool:
    """Whether an odd number of quotation marks stands before word i."""
    return sum(w in ('"', "“", "”", "``", "''") for w in s.words[:i]) % 2 == 1
