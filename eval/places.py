"""Places in news found and put on the map: `python -m eval.places FILE.xml [--errors]`, a file in the form of GeoVirus.

GeoVirus (Gritta, Pilehvar and Collier 2018) marks every place in 229 Wikinews articles with its coordinates. Recall is the share
of marked places that a found one overlaps; `acc161` the share of these whose point lies within 161 km (100 miles, the usual
bound) of the marked one, where a state lies at its middle; `precision` the share of places found that overlap a marked one.
Halves of the articles are scored apart: the first was looked at while the rules were made. The last line printed is JSON.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from eval.asking import command, reading
from facta.resolve import Tables, load_tables
from facta.resolve.place import PlaceSpot, kilometres, places

NEAR = 161.0
"""Km."""


class Gold(NamedTuple):
    """A marked place; offsets count from 0."""

    start: int
    end: int
    name: str
    lat: float
    lon: float


class Article(NamedTuple):
    """A text with its places."""

    text: str
    gold: tuple[Gold, ...]


class Pair(NamedTuple):
    """A marked place with what was found there."""

    gold: Gold
    found: PlaceSpot | None
    km: float
    """Between the two points; infinite when one is missing."""


def articles(path: Path) -> Iterator[Article]:
    """The articles of a file; InputError when it is no XML, or a place has no offsets or no point."""
    with reading(path):
        for node in etree.parse(path).iter("article"):
            text = node.findtext("text") or ""
            yield Article(text, tuple(sorted(_gold(place, text) for place in node.iter("location"))))


def _gold(place: etree._Element, text: str) -> Gold:
    cell = {name: place.findtext(name) or "" for name in ("start", "end", "name", "lat", "lon")}
    start, end = int(cell["start"]), int(cell["end"])
    # GeoVirus counts from 1, other files of this form from 0; the name says which.
    shift = next((n for n in (0, -1, 1) if text[start + n : end + n] == cell["name"]), 0)
    return Gold(start + shift, end + shift, cell["name"], float(cell["lat"]), float(cell["lon"]))


def paired(article: Article, found: Sequence[PlaceSpot]) -> list[Pair]:
    """Each marked place with the found one that overlaps it most."""
    return [_pair(gold, found) for gold in article.gold]


def _pair(gold: Gold, found: Sequence[PlaceSpot]) -> Pair:
    over = [s for s in found if s.start < gold.end and gold.start < s.end]
    best = max(over, key=lambda s: min(s.end, gold.end) - max(s.start, gold.start), default=None)
    if best is None or best.lat is None or best.lon is None:
        return Pair(gold, best, float("inf"))
    return Pair(gold, best, kilometres(gold.lat, gold.lon, best.lat, best.lon))


def scores(read: Sequence[tuple[Article, list[PlaceSpot]]]) -> dict[str, float]:
    """Recall, accuracy within 161 km and precision, with the number of marked places."""
    pairs = [pair for article, found in read for pair in paired(article, found)]
    hit = [p for p in pairs if p.found]
    spots = [(s, article.gold) for article, found in read for s in found]
    right = sum(any(s.start < g.end and g.start < s.end for g in gold) for s, gold in spots)
    return {
        "recall": _share(len(hit), len(pairs)),
        "acc161": _share(sum(p.km <= NEAR for p in hit), len(hit)),
        "precision": _share(right, len(spots)),
        "places": len(pairs),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def errors(read: Sequence[tuple[Article, list[PlaceSpot]]]) -> Iterator[str]:
    """One line for each marked place missed or far off, the farthest first, then for each found one that nobody marked."""
    pairs = [(p, article) for article, found in read for p in paired(article, found) if p.km > NEAR]
    for pair, article in sorted(pairs, key=lambda p: -p[0].km):
        yield f"{pair.km:.0f} km\t{pair.gold.name}\t{_told(pair.found)}\t{_around(article.text, pair.gold)}"
    for article, found in read:
        for s in found:
            if not any(s.start < g.end and g.start < s.end for g in article.gold):
                yield f"unmarked\t{s.text}\t{_told(s)}\t{_around(article.text, s)}"


def _told(spot: PlaceSpot | None) -> str:
    return f"{spot.name} ({spot.country}, {spot.reason})" if spot else "nothing"


def _around(text: str, spot: Gold | PlaceSpot) -> str:
    return repr(text[max(0, spot.start - 50) : spot.end + 40])


def read(found: Sequence[Article], tables: Tables) -> list[tuple[Article, list[PlaceSpot]]]:
    """Each article with the places found in it."""
    return [(article, places(article.text, tables)) for article in found]


def main(arguments: Sequence[str]) -> int:
    """0 when scores were printed, 2 when there is nothing to score."""
    parser = argparse.ArgumentParser(prog="python -m eval.places", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.xml")
    parser.add_argument("--errors", action="store_true", help="list what is missed, far off or unmarked in the first half")
    asked = parser.parse_args(arguments)
    texts = [article for path in asked.files for article in articles(path)]
    if not any(article.gold for article in texts):
        print("no <article> with <location>s in these files: is this a file like GeoVirus.xml?", file=sys.stderr)
        return 2
    done = read(texts, load_tables())
    half = len(done) // 2
    if asked.errors:
        print("\n".join(errors(done[:half])))
    print(json.dumps(scores(done) | {"first_half": scores(done[:half]), "second_half": scores(done[half:])}))
    return 0


if __name__ == "__main__":
    command(main)
