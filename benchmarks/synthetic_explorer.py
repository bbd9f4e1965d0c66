"""A store of any number of events for the benchmark of the explorer: reports that also quote, name actors and have readers.

Reports and their acts are those of `benchmarks.synthetic`. Every state that acts is named as an actor, every second report quotes
one, every fiftieth has a thread of twenty comments, and all is folded as `facta code` folds it.
"""

from pathlib import Path

from benchmarks.synthetic import fill as reports
from facta.store import Store, open_store
from facta.stories import update

PER_REPORT = 1.5
"""Events for each report."""
_MADE = "{'step': 'benchmark', 'version': '1', 'kind': 'model'}"

_ACTORS = """
    INSERT INTO actors BY NAME
    SELECT page_no, row_number() OVER (PARTITION BY page_no ORDER BY country) - 1 AS n, 'a' || page_no || country AS id, name,
           'state' AS kind, country, 'GOV' AS sector,
           [{'start': found, 'end': found + length(name), 'text': name, 'comment': NULL}] AS mentions
    FROM (SELECT DISTINCT page_no, party.country AS country, party.name AS name, strpos("text", party.name) - 1 AS found
          FROM (SELECT page_no, unnest(list_concat(actors, recipients)) AS party FROM events) JOIN pages ON no = page_no)
    WHERE found >= 0 ORDER BY page_no, n
"""
_QUOTES = f"""
    INSERT INTO quotes BY NAME
    SELECT page_no, 0 AS n, 'q' || page_no AS id, 'indirect' AS kind, 'said' AS act, [evidence] AS content, ["trigger"] AS cue,
           [{{'start': evidence."start", 'end': evidence."start" + length(actors[1].name), 'text': actors[1].name}}] AS speaker,
           'a' || page_no || actors[1].country AS speaker_actor, [] AS chain, 0.8 AS confidence, {_MADE} AS made_by,
           actors[1].name AS speaker_name, actors[1].country AS speaker_country, first_day
    FROM events WHERE n = 0 AND page_no % 2 = 0 AND starts_with(evidence."text", actors[1].name) ORDER BY page_no
"""
_COMMENTS = """
    INSERT INTO comments BY NAME
    SELECT no AS page_no, range AS n, 'c' || range AS id, CASE WHEN range % 3 > 0 THEN 'c' || (range - 1) END AS parent,
           'Reader ' || (no * 7 + range) % 5000 AS author, substr("text", 1 + range, 180) AS "text", 'comment' AS kind,
           false AS deleted, range % 3 AS depth
    FROM pages, range(20) WHERE no % 50 = 0 ORDER BY page_no, n
"""


def fill(path: Path, events: int) -> None:
    """Write about so many events with all that is around them into a new store; 1 million take some 15 minutes."""
    reports(path, int(events / PER_REPORT))
    with open_store(path) as store:
        surround(store)
        update(store)


def surround(store: Store) -> None:
    """Put actors, quotations and readers' comments around the events."""
    with store.changing() as con:
        con.execute("UPDATE pages SET key = id")  # no part of an address can be an address
        for sql in (_ACTORS, _QUOTES, _COMMENTS):
            con.execute(sql)
