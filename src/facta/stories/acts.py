"""The events that are to be compared, as columns: whom they concern, when they may have happened, and their words as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.events.ontology import TOGETHER
from facta.language.vectors import Vectors
from facta.records import VERBAL
from facta.resolve.phrase import parse
from facta.resolve.tables import load_tables
from facta.resolve.words import listed
from facta.stories.standing import standing
from facta.stories.subject import Row, proper, stem, terms
from facta.stories.wording import numbers, recalled

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

AROUND = 150
"""Characters on each side of an event's evidence that tell of the same act as a rule."""
BEFORE = 90
"""Days before a report in which an act that it does not date is looked for."""
LEADING = 150
"""Characters before a trigger that show how it is told."""
_DAY_OF = {"day": 1, "reported": 2}
_CLASSES = {"actual": "a", "historical": "a", "planned": "p", "possible": "o", "negated": "n"}

_AT = 'coalesce(e."trigger"."start", e.evidence."start")'
_BEGIN, _END = (f'coalesce(e.evidence."{end}", e."trigger"."{end}")' for end in ("start", "end"))
SELECT = f"""
    SELECT e.page_no, e.n, e.id, e."type", e.mode, e.quad, e.rung, e.status, e.actor_countries, e.recipient_countries,
           e."symmetric",
           e.first_day, e.last_day, e.date."precision" AS "precision", e.place.name AS place, e.place.country AS place_country,
           e.confidence, list_transform(e.actors, lambda party: coalesce(party.name, party."text")) AS actor_names,
           list_transform(e.recipients, lambda party: coalesce(party.name, party."text")) AS recipient_names,
           list_transform(list_filter(list_concat(e.actors, e.recipients), lambda party: party.country IS NOT NULL AND
               party."role" IS NOT NULL), lambda party:
               {{'state': party.country, 'office': party."role", 'name': party.name, 'text': party."text"}}) AS officers,
           coalesce(e.evidence."text", e."trigger"."text") AS evidence, e."trigger"."text" AS "trigger",
           substring(p."text", greatest(1, {_AT} + 1 - {LEADING}), least({_AT}, {LEADING})) AS leading,
           substring(p."text", greatest(1, {_BEGIN} + 1 - {AROUND}), {_END} - {_BEGIN} + {2 * AROUND}) AS around,
           p.published_day, p.key, p.id AS page, p.title, coalesce(p.site, p.credit.outlet) AS outlet, p.url
    FROM events e JOIN pages p ON p.no = e.page_no
"""
"""What is asked of the store for each event; a condition may follow."""
SELECT_PASSING = SELECT.replace("FROM events e", "FROM passing e")
"""The same for what is mentioned in passing."""


_SETS = ("names", "governed", "officers", "terms", "proper", "numbers", "words")  # fields of `Acts` whose rows are sets


@dataclass(frozen=True)
class Spans:
    """Which states events concern and when they may have happened; every field has one entry an event, in one order."""

    page: Ints
    """Numbers of their pages."""
    keys: Sequence[Sequence[str]]
    """The pairs of states each concerns, or what stands for one (`keys`)."""
    states: Sequence[Sequence[str]]
    """The single states, for events of which one names no pair."""
    alone: NDArray[np.bool_]
    """Whether an event names no pair."""
    first: Ints
    """The first day the act may have happened on, as `date.toordinal`; with `last`, an empty span where nothing is known."""
    last: Ints

    def __len__(self) -> int:
        """How many events."""
        return len(self.page)


@dataclass(frozen=True)
class Acts(Spans):
    """All that is compared of events; every field has one entry an event, in one order."""

    rows: Sequence[Row]
    published: Ints
    """Days of their pages, counted as `first`; 0 for none."""
    day_of: NDArray[np.int8]
    """1 where the text tells the day, 2 where it is the page's, since the text gives none, 0 where no day is known."""
    recalled: NDArray[np.bool_]
    """Whether the words before the trigger lead back to it (`wording.recalled`)."""
    retold: NDArray[np.bool_]
    """Whether it is background of its report."""
    kind: NDArray[np.int16]
    """Number of the type; equal for equal types."""
    quad: NDArray[np.int16]
    mode: NDArray[np.int16]
    """Number of the mode; -1 for none."""
    visit: NDArray[np.bool_]
    """Whether somebody goes to see somebody."""
    actors: csr_array
    """(events, countries)"""
    recipients: csr_array
    """(events, countries), in the same columns"""
    names: csr_array
    """(events, words of the parties' names)"""
    governed: csr_array
    """(events, states): whose persons in office are named among those who talk."""
    officers: csr_array
    """(events, words): their names and offices, by state."""
    place: NDArray[np.int64]
    """Number of the place's name; -1 for none."""
    terms: csr_array
    """(events, words): the rarest words around (`subject.terms`)."""
    proper: csr_array
    """(events, words): names around that are no party's (`subject.proper`)."""
    numbers: csr_array
    """(events, numbers) that the evidence tells."""
    words: csr_array
    """(events, pieces) of the words around: how much each says."""
    trigger: Floats
    """(events, width) vectors of the triggers."""
    wide: Floats
    """(events, width) vectors of the words around."""
    copy: Ints
    """Number of the group of pages that tell the same text."""

    @cached_property
    def flags(self) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """The countries of actors and of recipients as bits, (events, words)."""
        width = self.recipients.shape[1] // 64 + 1  # both name countries in the same columns, recipients the last ones
        return _bits(self.actors, width), _bits(self.recipients, width)

    @cached_property
    def sizes(self) -> dict[str, NDArray[np.float64]]:
        """Sums of the rows of the sets of words and numbers."""
        return {name: np.asarray(getattr(self, name).sum(axis=1), np.float64) for name in _SETS}


def acts(rows: Sequence[Row], copy_of: dict[int, str], table: Vectors) -> Acts:
    """The columns of rows of `SELECT`; copy_of: by page number."""
    for row in rows:
        prepare(row, table)
    around = [row["around_pieces"] for row in rows]
    countries: dict[str, int] = {}
    return Acts(
        **vars(spans(rows)),
        rows=rows,
        published=np.array([row["published_day"].toordinal() if row["published_day"] else 0 for row in rows], np.int64),
        day_of=np.array([_DAY_OF.get(row["precision"], 0) for row in rows], np.int8),
        recalled=np.array([row["recalled"] for row in rows], bool),
        retold=np.array([row["status"] == "historical" for row in rows], bool),
        kind=_numbered([row["type"] for row in rows]).astype(np.int16),
        quad=np.array([row["quad"] for row in rows], np.int16),
        mode=_numbered([row["mode"] for row in rows]).astype(np.int16),
        visit=np.array([row["mode"] == "visit" for row in rows], bool),
        actors=_sets([row["actor_countries"] for row in rows], countries),
        recipients=_sets([row["recipient_countries"] for row in rows], countries),
        names=_sparse([row["name_numbers"] for row in rows], len(_PLACES)),
        governed=_sparse([row["governed_numbers"] for row in rows], len(_PLACES)),
        officers=_sparse([row["officer_numbers"] for row in rows], len(_PLACES)),
        place=_numbered([row["place"] for row in rows]),
        terms=_sparse([row["term_numbers"] for row in rows], len(_PLACES)),
        proper=_sparse([row["proper_numbers"] for row in rows], len(_PLACES)),
        numbers=_sparse([row["number_numbers"] for row in rows], len(_PLACES)),
        words=_sparse([row["bag"] for row in rows], len(table.table), table.weights()),
        trigger=table.of([row["trigger_pieces"] for row in rows]),
        wide=table.of(around),
        copy=_numbered([copy_of[row["page_no"]] for row in rows]),
    )


def spans(rows: Sequence[Row]) -> Spans:
    """Of prepared rows."""
    return Spans(
        page=np.array([row["page_no"] for row in rows], np.int64),
        keys=[row["keys"] for row in rows],
        states=[row["states"] for row in rows],
        alone=np.array([row["alone"] for row in rows], bool),
        first=np.array([row["span"][0].toordinal() if row["span"][0] else 1 for row in rows], np.int64),
        last=np.array([row["span"][1].toordinal() if row["span"][1] else 0 for row in rows], np.int64),
    )


def prepare(row: Row, table: Vectors) -> None:
    """Put into a row what is compared of it, once: an event is compared again whenever others come near it."""
    if "span" not in row:
        row["terms"] = terms(row)
        row["around_pieces"] = np.array(table.numbers(row["around"]), np.int32)
        row["bag"] = np.unique(row["around_pieces"])
        names = _name_words([*row["actor_names"], *row["recipient_names"]])
        row["name_numbers"] = _places(names)
        row["term_numbers"] = _places(
            [stem(term) for term in row["terms"] if term.casefold() not in names]
        )  # nothing counts twice
        row["proper_numbers"] = _places(proper(row))
        row["number_numbers"] = _places([f"#{number}" for number in numbers(row["evidence"] or "")])
        said_by = row["officers"] if row["quad"] in VERBAL else ()  # of what is said it matters who says it
        held = [(one, called) for one in said_by if (called := _called(one))]
        row["governed_numbers"] = _places([one["state"] for one, _ in held])
        row["officer_numbers"] = _places([f"{one['state']} {of}" for one, called in held for of in (one["office"], *called)])
        row["trigger_pieces"] = np.array(table.numbers(row["trigger"] or ""), np.int32)
        row["recalled"] = recalled(row["leading"] or "")
        row["standing"] = standing(row)
        row["ways"] = ways(row)
        row["keys"], row["states"], row["alone"], row["span"] = keys(row), states(row), not _pairs(row), span(row)


def span(row: Row) -> tuple[date | None, date | None]:
    """The days between which an act may lie: those its date covers; for one without a date, some weeks before its report."""
    if row["first_day"]:
        return row["first_day"], row["last_day"]
    day = row["published_day"]
    return (day - timedelta(BEFORE), day) if day else (None, None)


def keys(row: Row) -> list[str]:
    """Under which an event is looked for: what its status lets it be one with, beside each pair of states it concerns.

    An event of one state alone stands under that state; one of none, under the names of its parties.

    >>> keys({"status": "actual", "symmetric": False, "actor_countries": ["RUS"], "recipient_countries": ["CHN", "IND"]})
    ['a CHN RUS', 'a IND RUS']
    """
    single = {*row["actor_countries"], *row["recipient_countries"]}
    named = {name.casefold() for name in [*row.get("actor_names", ()), *row.get("recipient_names", ())]}
    return [f"{_CLASSES[row['status']]} {key}" for key in sorted(_pairs(row) or single or named)]


def ways(row: Row) -> list[str]:
    """Who does something to whom, of an act with a direction whose day is known; of one with a state on both sides, nothing.

    What a report mentions in passing and dates by nothing ("the attack on the consulate") is too often read the wrong way round.

    >>> act = {"type": "ASSAULT", "symmetric": False, "precision": "day"}
    >>> ways(act | {"actor_countries": ["RUS"], "recipient_countries": ["UKR", "USA"]})
    ['RUS UKR', 'RUS USA']
    """
    actors, recipients = row["actor_countries"], row["recipient_countries"]
    if row["symmetric"] or row["type"] in TOGETHER or row["precision"] not in _DAY_OF or not {*actors}.isdisjoint(recipients):
        return []
    return [" ".join(pair) for pair in product(actors, recipients)]


def states(row: Row) -> list[str]:
    """The single states of an event, each beside what its status lets it be one with."""
    return [f"{_CLASSES[row['status']]} {code}" for code in sorted({*row["actor_countries"], *row["recipient_countries"]})]


def _pairs(row: Row) -> set[str]:
    others = row["actor_countries"] if row["symmetric"] else row["recipient_countries"]
    return {" ".join(sorted(pair)) for pair in product(row["actor_countries"], others) if pair[0] != pair[1]}


def _numbered(values: Sequence[str | None]) -> Ints:
    """A number for each value, -1 for none; equal for equal values."""
    known = {value: n for n, value in enumerate(sorted({v for v in values if v is not None}))}
    return np.array([-1 if v is None else known[v] for v in values], np.int64)


def _name_words(names: Sequence[str]) -> list[str]:
    return [word for name in names for word in _words_of(name)]


def _called(officer: Row) -> list[str]:
    """The words of the name of a person in office, without particles (`bin`): as the tables have it, else as the text does."""
    name = officer["name"] or " ".join(parse(officer["text"], load_tables()).given)
    return [word for word in _words_of(name) if word not in listed("particles")]


def _words_of(name: str) -> list[str]:
    return [word for word in name.casefold().split() if len(word) > 2]


def _sets(values: Sequence[Sequence[str]], columns: dict[str, int]) -> csr_array:
    """One row of zeros and ones for each set of words; `columns`: the words' places, which new words are added to."""
    rows = [np.array(sorted({columns.setdefault(v, len(columns)) for v in some}), np.int32) for some in values]
    return _sparse(rows, max(len(columns), 1))


class _Places(dict[str, int]):
    """A number for each word ever met in this process."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


_PLACES = _Places()


def _places(words: Sequence[str]) -> NDArray[np.int32]:
    """The numbers of a set of words, ascending."""
    return np.array(sorted({_PLACES[word] for word in words}), np.int32)


def _bits(sets: csr_array, width: int) -> NDArray[np.uint64]:
    """(rows, width)"""
    out = np.zeros((sets.shape[0], width), np.uint64)
    rows = np.repeat(np.arange(sets.shape[0]), np.diff(sets.indptr))
    np.bitwise_or.at(out, (rows, sets.indices // 64), np.uint64(1) << (sets.indices % 64).astype(np.uint64))
    return out


def _sparse(columns: Sequence[NDArray[np.int32]], width: int, weight: Floats | None = None) -> csr_array:
    """One row for each list of columns, which ascend: ones, or the columns' weights."""
    ends = np.concatenate([[0], np.cumsum([len(c) for c in columns])])
    flat = np.concatenate([np.empty(0, np.int32), *columns])
    data = np.ones(len(flat), np.float32) if weight is None else weight[flat]
    return csr_array((data, flat, ends), shape=(len(columns), max(width, 1)))
