"""Whether quotations have the right speaker's name and the right chain of sources, where their content was found.

`python -m eval.chains FILE.jsonl ..` lists what is wrong; FILE has gold quotations (`events/README.md` of the data).
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from eval import scorers
from eval.quotations import NEAR
from facta.resolve.words import listed, split

_OFFICES = frozenset({"president", "pres", "senator", "minister", "prime", "secretary", "chancellor", "governor", "candidate"})
"""Words before a name that do not make it another's: the gold's fullest name may be `President Obama`."""


class Judged(NamedTuple):
    """A gold quotation whose content was found, and what was made of it."""

    item: str
    cue: str
    speaker: str | None
    name: str | None
    found_name: str | None
    via: frozenset[str]
    found_via: frozenset[str]

    @property
    def named(self) -> bool:
        """Whether the speaker's name is right; where the gold has none, whether none or the speaker's own words were taken."""
        if self.name is None:
            return not self.found_name or _alike(self.found_name, self.speaker)
        return _alike(self.found_name, self.name)

    @property
    def chained(self) -> bool:
        """Whether the sources between this page's outlet and the speaker are the gold's."""
        left = list(self.found_via)
        for name in self.via:
            hit = next((other for other in left if _alike(other, name)), None)
            if hit is None:
                return False
            left.remove(hit)
        return not left


def chains(gold: Path, coded: str) -> Iterator[Judged]:
    """Every gold quotation of a file whose content the coded ones have (`facta code --format jsonl`)."""
    scorer = scorers.load("score_quotes")
    found = {line["page"]["id"]: line for line in map(json.loads, coded.splitlines())}
    for row in map(json.loads, gold.read_text("utf-8").splitlines()):
        key = row.get("doc_id") or row["item"]
        ours = [q for q in found.get(key, {}).get("quotes", ()) if not q.get("comment")]
        theirs = [q for q in row["quotes"] if _spans(row["text"], q["content"])]
        doc = scorer.Doc(row["text"])
        sides = (
            [{"content": _spans(row["text"], q["content"]), "cue": [], "source": []} for q in theirs],
            [{"content": [[s["start"], s["end"]] for s in q["content"]], "cue": [], "source": []} for q in ours],
        )
        prepared = [[(p, n) for n, q in enumerate(side) for p in scorer.prep(doc, [q])] for side in sides]
        for i, j, _ in scorer.match(*([p for p, _ in side] for side in prepared), NEAR):
            yield _judged(key, theirs[prepared[0][i][1]], ours[prepared[1][j][1]], found[key])


def _judged(key: str, gold: Mapping[str, Any], quote: Mapping[str, Any], line: Mapping[str, Any]) -> Judged:
    names = {a["id"]: a["name"] for a in line["actors"]}
    spoken = " ".join(s["text"] for s in quote["speaker"])
    outlets = [link["name"] for link in quote["chain"] if link["name"] and link["kind"] in ("outlet", "agency")]
    people = [link["name"] for link in quote["chain"] if link["name"] and link["kind"] not in ("outlet", "agency")]
    own = line["page"].get("site")
    via = [*(name for name in outlets if name not in {own, spoken}), *people[:-1]]
    return Judged(
        key,
        gold["cue"] or "",
        gold["speaker"],
        gold["speaker_name"],
        names.get(quote["speaker_actor"]) or spoken or None,
        frozenset(gold["via"]),
        frozenset(via),
    )


def _spans(text: str, pieces: Sequence[str]) -> list[list[int]]:
    """Where the parts of a content stand, each after the one before."""
    out, at = [], 0
    for piece in pieces:
        start = text.find(piece, at)
        start = start if start >= 0 else text.find(piece)
        if start >= 0:
            out.append([start, start + len(piece)])
            at = start + len(piece)
    return out


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two names may be the same one's: the words of the shorter stand in the longer, titles and articles apart."""
    a, b = (frozenset(_words(name)) for name in (one, other))
    return bool(a and b) and (a <= b or b <= a)


def _words(name: str | None) -> Iterable[str]:
    idle = listed("determiners") | listed("titles") | listed("former") | _OFFICES
    return (w.norm for w in split(name or "") if w.norm not in idle)


def main() -> None:
    """Print what is wrong, and both shares."""
    from eval.measures import coded

    found = [judged for name in sys.argv[1:] for judged in chains(Path(name), coded(Path(name)))]
    for j in found:
        if not (j.named and j.chained):
            print(f"{j.item[:24]} | {j.cue} | {j.speaker} | {j.name} | {j.found_name} | {sorted(j.via)} | {sorted(j.found_via)}")
    print(json.dumps(shares(found)))


def shares(found: Sequence[Judged]) -> dict[str, float]:
    """Shares of quotations with the right name and with the right chain."""
    return {
        "speaker_name": round(sum(j.named for j in found) / len(found), 4),
        "via": round(sum(j.chained for j in found) / len(found), 4),
    }


if __name__ == "__main__":
    main()
