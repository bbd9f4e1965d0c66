"""Times found against gold: `python -m eval.timex [--errors] PATH..`, files or folders of CAT XML (MEANTIME) and TimeML (.tml).

MEANTIME's files tell what was annotated, its README does not: of each document the title, the date line and the first four
sentences (numbers 0 to 5). Not one TIMEX3 begins later, though tokens and, across documents, mentions go on; so only those
sentences are read and scored. Both folders hold the same TIMEX3; `intra-doc_annotation` is the one to use, since it has hardly
anything else beyond sentence 5 either. The date line is the document's creation time and is given to the reader: it is not
scored, nor are TIMEX3 without words, which stand for what is not said. A TimeML document is scored whole, without what lies
outside of TEXT. The last line printed is JSON.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from eval.asking import command, reading
from facta.resolve import dates
from facta.resolve.timex import times
from facta.values import dates as iso_dates
from facta.values.spans import Range, overlap

ANNOTATED = 5
"""The last sentence of a MEANTIME document in which times are annotated."""


class Timex(NamedTuple):
    """A time with what is scored of it."""

    at: Range
    text: str
    kind: str
    value: str


class Document(NamedTuple):
    """A text with its gold."""

    name: str
    text: str
    published: str | None
    gold: tuple[Timex, ...]
    blind: tuple[Range, ...] = ()
    """Stretches that are not scored."""


class Pair(NamedTuple):
    """What was told and what was found; None where one is missing."""

    gold: Timex | None
    found: Timex | None


def documents(paths: Iterable[Path]) -> Iterator[Document]:
    """The documents at these paths, folders searched through, in order of their names."""
    for path in paths:
        for file in sorted(f for f in path.rglob("*") if f.suffix in (".xml", ".tml")) if path.is_dir() else [path]:
            yield _document(file)


def _document(path: Path) -> Document:
    """One document; whether it is CAT or TimeML is told by what is in it. InputError when it is no XML."""
    with reading(path):
        root = ElementTree.parse(path).getroot()
        return _cat(path.name, root) if root.find(".//token") is not None else _timeml(path.name, root)


# -- CAT ------------------------------------------------------------------------------------------------------------------------

_CLOSE, _OPEN = {*",.;:!?)]%", "''", "'s", "n't", "'", "'re", "'ve", "'ll", "'d", "'m"}, {"(", "[", "$", "#", "``", "€", "£"}


def _cat(name: str, root: ElementTree.Element) -> Document:
    """A document of MEANTIME: its tokens set as a newspaper sets them, and the TIMEX3 that have words."""
    tokens = [t for t in root.iter("token") if int(t.attrib["sentence"]) <= ANNOTATED]
    text, at = _set(tokens)
    timexes = [t for t in root.iter("TIMEX3") if any(a.attrib["t_id"] in at for a in t.iter("token_anchor"))]
    line = [t for t in timexes if _home(t, tokens) == 1]
    created = next((t for t in timexes if t.get("functionInDocument") == "CREATION_TIME"), line[0] if line else None)
    gold = [(_told(t, text, at)) for t in timexes if t is not created]
    dated = _told(created, text, at) if created is not None else None
    return Document(name, text, _published(dated), tuple(sorted(gold)), (dated.at,) if dated else ())


def _set(tokens: Sequence[ElementTree.Element]) -> tuple[str, dict[str, Range]]:
    """The text of the tokens, a line for every sentence, and where each token stands."""
    text, at, last = "", {}, None
    for token in tokens:
        words = token.text or ""
        if last is not None:
            same = last.attrib["sentence"] == token.attrib["sentence"]
            tight = words in _CLOSE or (last.text or "") in _OPEN
            text += "\n\n" if not same else "" if tight else " "
        at[token.attrib["t_id"]] = Range(len(text), len(text) + len(words))
        text, last = text + words, token
    return text, at


def _told(timex: ElementTree.Element, text: str, at: dict[str, Range]) -> Timex:
    spans = [at[a.attrib["t_id"]] for a in timex.iter("token_anchor") if a.attrib["t_id"] in at]
    span = Range(min(s.start for s in spans), max(s.end for s in spans))
    return Timex(span, text[span.start : span.end], timex.get("type", ""), timex.get("value", ""))


def _home(timex: ElementTree.Element, tokens: Sequence[ElementTree.Element]) -> int:
    """The number of the sentence in which a time begins."""
    first = next(timex.iter("token_anchor")).attrib["t_id"]
    return next((int(t.attrib["sentence"]) for t in tokens if t.attrib["t_id"] == first), -1)


def _published(dated: Timex | None) -> str | None:
    """The creation time, by its value or, where that is no ISO date, by its words."""
    if dated is None:
        return None
    told = dates.when(dated.text, None)
    return iso_dates.clean(dated.value) or (told.iso if told else None)


# -- TimeML --------------------------------------------------------------------------------------------------------------------


def _timeml(name: str, root: ElementTree.Element) -> Document:
    """A document of TimeML: the words of its TEXT (of all of it where there is none), dated by its DCT."""
    every = list(root.iter("TIMEX3"))
    created = next((t for t in every if t.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")), None)
    body = root.find(".//TEXT")
    text, gold = "", []
    for piece, timex in _pieces(root if body is None else body):
        if timex is not None and timex is not created and piece:
            gold.append(Timex(Range(len(text), len(text) + len(piece)), piece, timex.get("type", ""), timex.get("value", "")))
        text += piece
    return Document(name, text, iso_dates.clean((created.get("value") or "")[:10]) if created is not None else None, tuple(gold))


def _pieces(node: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element | None]]:
    """The text of an element piece by piece, each with the TIMEX3 that it is the whole of."""
    if node.tag == "TIMEX3":
        yield "".join(node.itertext()), node
        return
    yield node.text or "", None
    for child in node:
        yield from _pieces(child)
        yield child.tail or "", None


# -- the score -----------------------------------------------------------------------------------------------------------------


def matched(document: Document) -> list[Pair]:
    """Every time of either side once, paired with the one of the other side that shares most of its words."""
    found = [Timex(t.at, t.text, t.kind, t.value) for t in times(document.text, document.published)]
    found = [f for f in found if not any(overlap(f.at, b) for b in document.blind)]
    shared = sorted(
        (
            (-overlap(g.at, f.at), len(g.text), i, j)
            for i, g in enumerate(document.gold)
            for j, f in enumerate(found)
            if overlap(g.at, f.at)
        )
    )
    partner: dict[int, int] = {}
    for _, _, i, j in shared:
        if i not in partner and j not in partner.values():
            partner[i] = j
    pairs = [Pair(g, found[partner[i]] if i in partner else None) for i, g in enumerate(document.gold)]
    return pairs + [Pair(None, f) for j, f in enumerate(found) if j not in partner.values()]


def score(pairs: Sequence[Pair]) -> dict[str, float]:
    """Detection by overlapping spans and, strictly, by equal ones; types and values on the overlapping; shares of 1."""
    both = [(p.gold, p.found) for p in pairs if p.gold and p.found]
    counts = {
        "strict": sum(g.at == f.at for g, f in both),
        "detection": len(both),
        "type": sum(g.kind == f.kind for g, f in both),
        "value": sum(g.value == f.value for g, f in both),
    }
    gold, found = sum(p.gold is not None for p in pairs), sum(p.found is not None for p in pairs)
    out: dict[str, float] = {"gold": gold, "found": found}
    for name, hits in counts.items():
        out |= {
            f"{name}_precision": _share(hits, found),
            f"{name}_recall": _share(hits, gold),
            f"{name}_f1": _share(2 * hits, found + gold),
        }
    return out


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _misses(document: Document, pairs: Iterable[Pair]) -> Iterator[str]:
    """A line for every time missed, invented or read to another value."""
    for gold, found in pairs:
        told = gold or found
        if told is None or (gold and found and gold.value == found.value):
            continue
        sides = [f"{t.text!r} {t.kind} {t.value}" if t else "-" for t in (gold, found)]
        at = told.at
        around = " ".join(document.text[max(0, at.start - 50) : at.end + 30].split())
        yield f"{document.name}\t{document.published}\tgold {sides[0]}\tfound {sides[1]}\t.. {around} .."


def main(arguments: Sequence[str]) -> int:
    """Print the misses asked for, then the score; InputError for a file that has none."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.timex", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a CAT or TimeML file, or a folder of them")
    parser.add_argument("--errors", action="store_true", help="print what was missed, invented or read wrongly")
    asked = parser.parse_args(arguments)
    pairs: list[Pair] = []
    for document in documents(asked.paths):
        these = matched(document)
        pairs += these
        for line in _misses(document, these) if asked.errors else ():
            print(line)
    if not pairs:
        print("no time is marked in these files, and none found: are they CAT or TimeML?", file=sys.stderr)
        return 2
    print(json.dumps(score(pairs)))
    return 0


if __name__ == "__main__":
    command(main)
