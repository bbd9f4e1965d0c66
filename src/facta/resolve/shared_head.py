"""What a row shares: the head behind its last adjective, or before the first of its states, is that of each member.

`French and Malian troops` are two armies, `the presidents of Zambia and Senegal` two persons, though a reader marks each alone.
"""

from itertools import pairwise

from facta.resolve.hits import Hit, hits
from facta.resolve.phrase import Phrase
from facta.resolve.tables import Tables
from facta.resolve.words import AND, OF, Word, listed, split

_REACH = 120
"""Characters that a row is followed on either side."""


def in_row(phrase: Phrase, before: str, after: str, tables: Tables, on: str | None) -> str | None:
    """The phrase with the head that it shares with those beside it; None where it has none, or stands in no row.

    before, after: the text on both sides, within the sentence.
    """
    kind = _bare(phrase)
    if kind == "demonym":
        head = _head_behind(after[:_REACH], tables, on)
        return head and f"{phrase.text} {head}"
    head = _head_before(before[-_REACH:], tables, on) if kind == "state" else None
    return head and f"{head} of {phrase.text}"


def _bare(phrase: Phrase) -> str | None:
    """The kind of name that a phrase consists of, if of nothing else."""
    if len(phrase.names) != 1 or any(w.norm not in listed("determiners") for w in phrase.words[: phrase.names[0].first]):
        return None
    return phrase.names[0].names[0].kind if phrase.names[0].last == len(phrase.words) else None


def _head_behind(after: str, tables: Tables, on: str | None) -> str | None:
    """The office or head noun behind the last adjective of a row that goes on here: `troops` of ` and Malian troops`."""
    words = split(after)
    told, end = _row(after, 0, [h for h in hits(words, tables, on) if _of_kind(h, "demonym")], words)
    if not told:
        return None
    head = next((h for h in hits(words, tables, on) if h.office and h.first == told[-1].last), None)
    if head is None or (head.last < len(words) and words[head.last].cap) or AND.match(after, end):
        return None
    return after[words[head.first].start : words[head.last - 1].end]


def _row(text: str, at: int, told: list[Hit], words: tuple[Word, ...]) -> tuple[list[Hit], int]:
    """Those of some names that follow one on another from a place on, with no more than `and` between, and where they end."""
    row: list[Hit] = []
    for hit in told:
        gap = AND.match(text, at)
        if gap is None or gap.end() != words[hit.first].start:
            break
        row.append(hit)
        at = words[hit.last - 1].end
    return row, at


def _head_before(before: str, tables: Tables, on: str | None) -> str | None:
    """The offices that a row of states before this place belongs to: `presidents` of `presidents of Zambia and `."""
    words = split(before)
    found = hits(words, tables, on)
    told = [h for h in found if _of_kind(h, "state")]
    for head, first in pairwise(found):
        if head.office is None or first not in told or not words[head.last - 1].norm.endswith("s"):
            continue
        gap = before[words[head.last - 1].end : words[first.first].start]
        _, end = _row(before, words[first.last - 1].end, told[told.index(first) + 1 :], words)
        if OF.fullmatch(gap) and AND.fullmatch(before, end):
            return before[words[head.first].start : words[head.last - 1].end]
    return None


def _of_kind(hit: Hit, kind: str) -> bool:
    return any(e.kind == kind for e in hit.names)
