"""Stores of millions of events for the benchmark of relations: stories and tellings written straight into their tables.

An answer reads only what folding leaves behind. Rows lie as folding leaves them: batch by batch in the order of time, within a
batch by pair.
"""

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from benchmarks.synthetic import DAYS, OUTLETS, SEED, START, TYPES, states, topics
from facta.events.ontology import ontology
from facta.store import open_store
from facta.stories.subject import SCALE

BATCH = 30_000
"""Stories folded together: those of some 20,000 reports."""
PER_EVENT = 0.75
"""Stories for each event."""
WIDTH, TERMS = 64, 8
CONTEXTS = ("military", "energy", "trade", "economic", "diplomatic", "meeting", "territory", "aid", "legal", "treaty")
Ints = NDArray[np.int64]


def fill(path: Path, events: int, *, seed: int = SEED) -> None:
    """Write the stories of so many events into a new store."""
    rng = np.random.default_rng(seed)
    stories = int(events * PER_EVENT)
    with open_store(path) as store:
        for start in range(0, stories, BATCH):
            first = np.arange(start, min(stories, start + BATCH))
            with store.changing() as con:
                con.register("incoming", _batch(rng, first, stories))
                con.execute(_DYADS)
                con.execute(_ASIDES)
                con.execute(_TELLINGS, [start + int((1 / PER_EVENT - 1) * len(first))])
                con.unregister("incoming")
        with store.changing() as con:
            for no, day in enumerate((START.toordinal(), START.toordinal() + DAYS - 1)):  # only time with reports is watched
                con.execute(_PAGE, [no, date.fromordinal(day)])


_COLUMNS = """
    id, "type", mode, quad, rung, status, [a] AS actor_countries, [b] AS recipient_countries, "symmetric", day AS first_day,
    day AS last_day, date_precision, NULL AS place_country, day AS told_day, intensity, page_no, event, evidence, contexts, terms,
    subject, 0.75 AS confidence, n_reports AS n_events, n_reports, n_outlets, n_independent, outlets, []::VARCHAR[] AS told_by,
    NULL AS standing, []::VARCHAR[] AS bystanders, false AS undoes
"""
_DYADS = f"""
    INSERT INTO story_dyads
    SELECT a, b, {_COLUMNS} FROM incoming WHERE NOT lone
    UNION ALL SELECT b, a, {_COLUMNS} FROM incoming WHERE NOT lone AND "symmetric"
    ORDER BY 1, 2, 3
"""
_ASIDES = f"INSERT INTO story_asides SELECT a, b, {_COLUMNS} FROM incoming WHERE lone ORDER BY 1, 2, 3"
"""A third as many as pairs, as in the corpus of current events."""
_TELLINGS = """
    INSERT INTO tellings
    SELECT id, id, page_no, event, ['a ' || a], day, day, NULL, NULL FROM incoming
    UNION ALL SELECT id, id, page_no, event || 'x', ['a ' || a], day, day, NULL, NULL FROM incoming WHERE page_no < ?
"""
_PAGE = """
    INSERT INTO pages BY NAME SELECT $1 AS no, '' AS digest, 'p' || $1 AS id, 'k' || $1 AS key, '-' AS source, [] AS byline,
        '' AS "text", [] AS paragraphs, [] AS corrections, [] AS updates, [] AS problems, $2::DATE AS published_day
"""


def _batch(rng: np.random.Generator, number: Ints, of: int) -> pa.Table:
    size = len(number)
    kinds = [(kind, mode) for kind in TYPES for mode in (None, None, *ontology().type(kind).modes)]
    weight = np.array([TYPES[k] / (2 + len(ontology().type(k).modes)) for k, _ in kinds])
    at = rng.choice(len(kinds), size, p=weight / weight.sum())
    status = np.array(["actual", "planned", "historical", "possible"])[rng.choice(4, size, p=[0.9, 0.04, 0.04, 0.02])]
    planned, possible = status == "planned", status == "possible"
    rung = np.array([ontology().rung(k, m, "actual", "") for k, m in kinds], object)[at]
    rung[planned], rung[possible] = "commitment", None
    a, b = (_zipf(rng, 180, 0.9, size) for _ in range(2))
    b = np.where(a == b, (b + 1) % 180, b)
    day = number * DAYS // of + START.toordinal() - date(1970, 1, 1).toordinal()
    ids = [f"{n * 0x9E3779B97F4A7C15 % 2**64:016x}" for n in number.tolist()]
    reports = 1 + rng.poisson(0.33, size)
    vectors = rng.normal(size=(size, WIDTH))
    subject = np.rint(vectors / np.linalg.norm(vectors, axis=1, keepdims=True) * SCALE).astype(np.int8)
    words = _taken(topics(), _zipf(rng, len(topics()), 0.6, size * TERMS))
    return pa.table(
        {
            **{"id": [f"s{i}" for i in ids], "event": [f"e{i}" for i in ids], "page_no": number, "lone": rng.random(size) < 0.27},
            "a": _taken(states(), a),
            "b": _taken(states(), b),
            "type": [kinds[n][0] for n in at],
            "mode": [kinds[n][1] for n in at],
            "quad": np.array([ontology().quad(k) for k, _ in kinds], np.int8)[at],
            "rung": rung,
            "status": status,
            "symmetric": np.array([ontology().type(k).is_symmetric(m) for k, m in kinds])[at],
            "day": pa.array(day.astype(np.int32), pa.date32()),
            "date_precision": np.array(["reported", "day", "month"])[rng.choice(3, size, p=[0.9, 0.05, 0.05])],
            "intensity": np.array([ontology().intensity(k, m) for k, m in kinds])[at],
            "evidence": [
                f"What {n} stands for, told in a sentence of a usual length about this and that." for n in number.tolist()
            ],
            "contexts": _lists(_taken(CONTEXTS, _zipf(rng, len(CONTEXTS), 0.8, size * 2)), 2, size),
            "terms": _lists(words, TERMS, size),
            "subject": _lists(pa.array(subject.reshape(-1)), WIDTH, size),
            **dict.fromkeys(("n_reports", "n_outlets", "n_independent"), reports.astype(np.int32)),
            "outlets": _lists(_taken(OUTLETS, _zipf(rng, len(OUTLETS), 1.0, size)), 1, size),
        }
    )


def _zipf(rng: np.random.Generator, size: int, power: float, draws: int) -> Ints:
    weight = np.cumsum(1 / (np.arange(size) + 2.0) ** power)
    return np.searchsorted(weight / weight[-1], rng.random(draws), side="right").astype(np.int64)


def _taken(values: object, at: Ints) -> pa.Array:
    return pa.array(list(values), pa.string()).take(pa.array(at))  # type: ignore[call-overload]


def _lists(flat: pa.Array, width: int, size: int) -> pa.Array:
    return pa.ListArray.from_arrays(pa.array(np.arange(size + 1, dtype=np.int32) * width), flat)
