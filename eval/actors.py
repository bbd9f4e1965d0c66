"""How often parties that are given are known for whose they are: `python -m eval.actors FILE.jsonl ..` lists what is wrong."""

import json
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from eval.gold import reading
from facta.language.acts import state
from facta.language.network import Network
from facta.language.reader import load
from facta.language.windows import layout
from facta.records import ARTICLE, Analysis, Reading, Role, Trigger
from facta.resolve import Resolve, load_tables
from facta.values.spans import Range

UNKNOWN = "---"


class Judged(NamedTuple):
    """A gold party and what became of it."""

    item: str
    text: str
    country: str
    sector: str
    found_country: str
    found_sector: str | None


def parties(files: Iterable[Path]) -> Iterator[Judged]:
    """Every party of the gold events, resolved with nothing known but where it stands and whose the reader takes it to be."""
    resolve, network = Resolve(load_tables()), load().network
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            given, gold = reading(row)
            given = structs.replace(given, analyses={ARTICLE: homes(network, given)})
            for event, wanted in zip(resolve(given).events, gold, strict=True):
                for party, (text, country, sector) in zip((*event.actors, *event.recipients), wanted, strict=True):
                    yield Judged(row.get("item") or row["doc_id"], text, country, sector, party.country or UNKNOWN, party.sector)


def homes(network: Network, given: Reading) -> Analysis:
    """The words that name the state of each party, by the reader."""
    at = layout(given.page.text, [Range(p.start, p.end) for p in given.page.paragraphs], network.pieces)
    parties = {Range(p.start, p.end) for e in given.events for p in (*e.actors, *e.recipients)}
    starts, ends = [w.start for w in at.words], [w.end for w in at.words]
    roles = []
    for a in network.answers(at):
        for r in sorted(parties):
            first, last = bisect_left(ends, r.start + 1) - a.window.first, bisect_left(starts, r.end) - 1 - a.window.first
            if a.own().start <= first <= last < len(a.types):
                home = state(network, at, a, first, last)
                roles.append(Role(role="actor", start=r.start, end=r.end, score=1.0, home=home))
    return Analysis(version="gold", triggers=(Trigger(start=0, end=1, type="gold", score=1.0, roles=tuple(roles)),))


def accuracy(files: Iterable[Path]) -> dict[str, float]:
    """Share of parties with the right country, and with the right sector."""
    found = list(parties(files))
    return {
        "country": round(sum(p.country == p.found_country for p in found) / len(found), 4),
        "sector": round(sum(p.sector == p.found_sector for p in found) / len(found), 4),
    }


def main() -> None:
    """Print the errors, the most frequent first, then the accuracies."""
    files = [Path(name) for name in sys.argv[1:]]
    wrong = Counter((p.text, p.country, p.found_country) for p in parties(files) if p.country != p.found_country)
    for (text, gold, found), n in wrong.most_common():
        print(n, text, "gold", gold, "found", found)
    print(json.dumps(accuracy(files)))


if __name__ == "__main__":
    main()
