"""Stores of any size for benchmarks: reports of invented acts between states, written straight into a store's tables.

Seeded, so the same call makes the same store. Frequencies follow Zipf's law for states, outlets and words; what news is about,
how it is dated and how many states an event names follows what facta finds in real reports. A sixth of the reports are copies of
an earlier one with some words changed, a sixth tell an earlier act anew. Words come from the shipped vocabulary.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from facta.events.ontology import ontology
from facta.language.vectors import vectors
from facta.resolve import load_tables
from facta.store import open_store
from facta.stories.subject import FIRST_WORD

Row = dict[str, Any]
START, DAYS = date(2010, 1, 1), 15 * 365
SEED = 20180911
AT_ONCE = 20_000
"""Reports written together."""
TYPES = {
    **{"ACCUSE": 14, "ASSAULT": 16, "CONSULT": 13, "COERCE": 11, "SANCTION": 7, "REQUEST": 6, "AGREE": 6, "MOBILIZE": 5},
    **{"REJECT": 5, "AID": 4, "SUPPORT": 3, "THREATEN": 3, "RETREAT": 3, "PROTEST": 2, "COOPERATE": 2, "CONCEDE": 2},
}
"""Shares of the types of act, in hundredths."""
ABOUT = 8
"""Words that an act is told with again and again."""
BUSY = (
    *("USA", "RUS", "CHN", "ISR", "IRN", "UKR", "PRK", "SYR", "KOR", "IND"),
    *("JPN", "TUR", "GBR", "PAK", "IRQ", "FRA", "DEU", "SAU", "EGY", "AFG"),
)
"""The states of most news, in this order before all others."""
VERBS = {
    1: ("welcomed plans with", "signed an accord with", "opened talks with", "held a meeting with", "praised"),
    2: ("delivered help to", "worked together with", "released detainees of", "sent supplies to", "withdrew troops from"),
    3: ("accused", "rejected demands of", "threatened", "criticised", "urged"),
    4: ("attacked positions of", "imposed sanctions on", "detained citizens of", "moved forces against", "expelled envoys of"),
}
OUTLETS = ("Reuters", "Xinhua", "TASS", "BBC News", "Press TV", *(f"The Daily {n}" for n in range(395)))


@dataclass
class Act:
    """What happened, whoever tells it."""

    kind: str
    mode: str | None
    actors: list[str]
    recipients: list[str]
    symmetric: bool
    day: int
    place: str
    about: list[str]
    verb: str


@dataclass
class Report:
    """A page and its acts, for the copies and retellings to come."""

    title: str
    sentences: list[str]
    acts: list[Act]
    told: list[Row]


class Dice:
    """Draws from distributions, many at a time, since one by one is slow."""

    def __init__(self, seed: int) -> None:
        """Always the same for a seed."""
        self.rng = np.random.default_rng(seed)
        self.held: dict[str, Iterator[Any]] = {}

    def zipf(self, name: str, values: Sequence[Any], power: float = 1.0, flat: float = 0.0) -> Any:
        """One of the values, the first most often."""
        return self._next(name, values, lambda: 1 / (np.arange(len(values)) + 1 + flat) ** power)

    def weighed(self, name: str, weights: Mapping[Any, float]) -> Any:
        """One of the keys, as often as its weight says."""
        return self._next(name, list(weights), lambda: np.array(list(weights.values()), float))

    def number(self, name: str, below: int) -> int:
        """A whole number below that."""
        return int(self._next(f"{name}{below}", range(below), lambda: np.ones(below)))

    def _next(self, name: str, values: Sequence[Any], weigh: Any) -> Any:
        found = next(self.held.get(name, iter(())), None)
        if found is None:
            weight = weigh()
            at = np.searchsorted(np.cumsum(weight) / weight.sum(), self.rng.random(50_000), side="right")
            self.held[name] = iter(np.minimum(at, len(values) - 1).tolist())
            found = next(self.held[name])
        return values[found]


@cache
def states() -> list[str]:
    """Codes of 180 states, the busiest first."""
    return [*BUSY, *(code for code in sorted(load_tables().states) if code not in BUSY)][:180]


@cache
def words() -> list[str]:
    """Whole words in small letters, the most frequent first."""
    return [word for word in list(vectors().pieces.number)[FIRST_WORD:] if word.isalpha() and len(word) > 2]


@cache
def topics() -> list[str]:
    """Words that tell acts apart."""
    return [word for word in words()[1000:9000] if len(word) > 4]


class News:
    """An endless stream of reports, by day."""

    def __init__(self, reports: int, seed: int = SEED) -> None:
        """reports: how many of them fill the whole time."""
        self.dice = Dice(seed)
        self.per_day = reports / DAYS
        self.kept: deque[Report] = deque(maxlen=max(3, int(3 * self.per_day)))
        self.count = 0

    def report(self, day: int) -> tuple[Row, list[Row]]:
        """The next report: its row of `pages` without number, and those of `events`."""
        way = self.dice.weighed("way", {"new": 4, "copy": 1, "retold": 1})
        told = self._new(day, way) if way != "copy" or not self.kept else self._copy(day)
        self.count += 1
        return self._page(told, day)

    def _new(self, day: int, way: str) -> Report:
        acts = [self._act(day) for _ in range(self.dice.weighed("acts", {1: 6, 2: 3, 3: 1}))]
        if way == "retold" and self.kept:
            acts[0] = self._earlier().acts[0]
        told: list[Row] = []
        sentences: list[str] = []
        for act in acts:
            sentences.append(self._filler(act))
            told.append({"act": act, "at": len(sentences)})
            sentences.append(self._sentence(act))
        sentences += [self._filler(acts[0]) for _ in range(2)]
        out = Report(self._title(acts[0]), sentences, acts, told)
        self.kept.append(out)
        return out

    def _copy(self, day: int) -> Report:
        old = self._earlier()
        changed = [self._altered(sentence) for sentence in old.sentences]
        return Report(old.title, changed, old.acts, old.told)

    def _earlier(self) -> Report:
        """A report of the last three days."""
        return self.kept[self.dice.number("earlier", 1000) * len(self.kept) // 1000]

    def _altered(self, sentence: str) -> str:
        """One sentence in three with another word in place of its third from the end."""
        if self.dice.number("alter", 3):
            return sentence
        parts = sentence.split(" ")
        parts[-3] = self._word()
        return " ".join(parts)

    def _act(self, day: int) -> Act:
        kind = self.dice.weighed("type", TYPES)
        entry = ontology().type(kind)
        modes = [None, *entry.modes]
        mode = modes[self.dice.number("mode", len(modes))] if self.dice.number("moded", 2) else None
        sides = self.dice.weighed("sides", {"pair": 64, "actor": 22, "recipient": 7, "three": 4, "none": 1})
        named = list(dict.fromkeys(self.dice.zipf("state", states(), 0.9, 1.0) for _ in range(3)))
        symmetric = entry.is_symmetric(mode) and sides in ("pair", "three") and len(named) > 1
        actors, recipients = {
            "pair": (named[:1], named[1:2]),
            "actor": (named[:1], []),
            "recipient": ([], named[:1]),
            "three": (named[:1], named[1:]),
            "none": ([], []),
        }[sides]
        if symmetric:
            actors, recipients = actors + recipients, []
        about = [self.dice.zipf("topic", topics(), 0.6, 20.0) for _ in range(ABOUT)]
        place = self.dice.zipf("place", _capitals(), 0.9, 1.0)
        verb = VERBS[entry.quad][self.dice.number("verb", 5)]
        when = day - self.dice.weighed("delay", {0: 6, 1: 3, 2: 1})
        return Act(kind, mode, actors, recipients, symmetric, when, place, about, verb)

    def _word(self) -> str:
        return str(self.dice.zipf("word", words(), 1.0, 3.0))

    def _filler(self, act: Act) -> str:
        """A sentence that keeps to the subject of an act with two words in three."""
        said = [act.about[self.dice.number("said", ABOUT)] if self.dice.number("stay", 3) else self._word() for _ in range(13)]
        return " ".join(said).capitalize() + "."

    def _sentence(self, act: Act) -> str:
        sides = [" and ".join(_name(code) for code in some) for some in (act.actors, act.recipients)]
        a, b, c, d, e, f = act.about[:6]
        used = (a, b, c, d, e, f) if self.dice.number("turn", 2) else (b, a, self._word(), c, e, d)
        first, second = sides[0] or "Unnamed men", sides[1] or "others"
        return (
            f"{first} {act.verb} {second} over the {used[0]} {used[1]} in {act.place}, as the {used[2]} {used[3]} "
            f"of {self._word()} {used[4]} met the {used[5]} {self._word()}."
        )

    def _title(self, act: Act) -> str:
        return f"{' '.join(map(_name, act.actors))} {act.verb} {' '.join(map(_name, act.recipients))} over {act.about[0]}"

    def _page(self, told: Report, day: int) -> tuple[Row, list[Row]]:
        outlet = self.dice.zipf("outlet", OUTLETS, 1.0, 2.0)
        published = START + timedelta(day)
        key = f"https://news.example/{published:%Y/%m/%d}/{self.count}"
        starts = np.cumsum([0, *(len(sentence) + 1 for sentence in told.sentences)]).tolist()
        page = {
            **{"digest": f"d{self.count}", "id": f"p{_mixed(self.count):016x}", "key": key, "source": key, "url": key},
            **{"title": told.title, "site": outlet, "language": "en", "published": published.isoformat()},
            **{"text": " ".join(told.sentences), "published_day": published},
            **{name: [] for name in ("byline", "paragraphs", "corrections", "updates", "problems")},
        }
        events = [
            self._event(item["act"], n, told.sentences[item["at"]], starts[item["at"]], published)
            for n, item in enumerate(told.told)
        ]
        return page, events

    def _event(self, act: Act, n: int, sentence: str, start: int, published: date) -> Row:
        status = self.dice.weighed("status", {"actual": 88, "planned": 4, "historical": 5, "possible": 2, "negated": 1})
        precise = self.dice.weighed("precision", {"reported": 78, "day": 5, "month": 4, "year": 2, "none": 11})
        happened = START + timedelta(act.day)
        first, last, iso = _dates(precise, happened, published, status)
        at = start + sentence.index(act.verb)
        verb = {"start": at, "end": at + len(act.verb), "text": act.verb}
        return {
            **{"n": n, "id": f"e{_mixed(self.count * 8 + n):016x}", "type": act.kind, "mode": act.mode, "status": status},
            **{"quad": ontology().quad(act.kind), "rung": ontology().rung(act.kind, act.mode, status, act.verb)},
            **{"actors": _parties(act.actors), "recipients": _parties(act.recipients), "trigger": verb, "also": []},
            "evidence": {"start": start, "end": start + len(sentence), "text": sentence},
            "date": None if iso is None else {"iso": iso, "precision": precise},
            "place": {"name": act.place} if self.dice.number("placed", 10) < 4 else None,
            **{"assertion": [], "confidence": 0.5 + self.dice.number("sure", 50) / 100},
            "made_by": {"step": "benchmark", "version": "1", "kind": "model"},
            **{"actor_countries": sorted(act.actors), "recipient_countries": sorted(act.recipients)},
            **{"symmetric": act.symmetric, "first_day": first, "last_day": last},
        }


def _dates(precise: str, happened: date, published: date, status: str) -> tuple[date | None, date | None, str | None]:
    if precise == "none":
        return None, None, None
    day = published if precise == "reported" else happened
    if status == "planned":
        day += timedelta(20)
    if status == "historical":
        day -= timedelta(365)
    if precise == "month":
        first = day.replace(day=1)
        return first, (first + timedelta(31)).replace(day=1) - timedelta(1), f"{first:%Y-%m}"
    if precise == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31), str(day.year)
    return day, day, day.isoformat()


def _parties(codes: Sequence[str]) -> list[Row]:
    return [{"text": _name(code), "start": 0, "end": 1, "name": _name(code), "country": code} for code in codes]


@cache
def _name(code: str) -> str:
    return load_tables().states[code].name


@cache
def _capitals() -> list[str]:
    return [load_tables().states[code].capital.split(",")[0] or "the capital" for code in states()]


def _mixed(number: int) -> int:
    """Another number of 64 bits for each, without order."""
    x = (number + 1) * 0x9E3779B97F4A7C15 % 2**64
    return (x ^ (x >> 31)) * 0xBF58476D1CE4E5B9 % 2**64


def fill(path: Path, reports: int, *, first: int = 0, rate: int | None = None, seed: int = SEED) -> None:
    """Write so many reports into a store.

    first: how many came before, which gives the first day. rate: how many fill the whole time, by default those asked for.
    """
    news = News(rate or reports, seed + first)
    news.count = first
    with open_store(path) as store:
        for start in range(first, first + reports, AT_ONCE):
            numbers = range(start, min(first + reports, start + AT_ONCE))
            made = [news.report(int(n / news.per_day)) for n in numbers]
            with store.changing() as con:
                pages = [{"no": n + 1, **page} for n, (page, _) in zip(numbers, made, strict=True)]
                events = [{"page_no": n + 1, **e} for n, (_, some) in zip(numbers, made, strict=True) for e in some]
                for table, rows in (("pages", pages), ("events", events)):
                    schema = con.table(table).limit(0).to_arrow_table().schema
                    con.register("incoming", pa.Table.from_pylist(rows, schema))
                    con.execute(f"INSERT INTO {table} SELECT * FROM incoming")
                    con.unregister("incoming")
