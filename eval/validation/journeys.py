"""Whether journeys of American presidents and secretaries of state are found as visits of the right pair and month.

`journeys.tsv` says why each journey that was missed when it was made was missed, as one reader saw it.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from eval.tables import Section, Table
from eval.validation.codes import by_name
from eval.validation.corpus import VALIDATION, Report, reports
from eval.validation.statistics import share
from facta.store import JourneyQuery, Store

TITLE = "Journeys"
FILE = VALIDATION / "us_travels" / "us_president_secretary_travels.csv"
AUDIT = Path(__file__).with_name("journeys.tsv")
HOME = "USA"
NEAR = timedelta(2)
TARGET = 0.60
OFFICES = ("president", "secretary of state")
"""Roles of those whose journeys the Office of the Historian lists."""
CAUSES = {
    "party": "a visit (or talks with the host) is told, but coded with the wrong states or none",
    "status": "a visit is told as done, but coded as planned",
    "planned": "a visit is told as still to come, and coded so",
    "missed": "a visit is told, but no act of the traveller is coded",
    "meeting": "a meeting with the host is told, and coded as a meeting, as the codebook wants it",
    "place": "the country is only where a summit, a speech or a meeting with others takes place",
    "other": "no stay in the country is told, only another act (a promise, a demand, an accusation ...)",
    "unread": "missed now, but not when the causes were written down",
}


@dataclass(frozen=True)
class Journey:
    """One stay of one traveller in one country."""

    name: str
    surname: str
    country: str
    start: date
    end: date

    @property
    def key(self) -> tuple[str, str, str]:
        """Tells it from others."""
        return self.surname, self.country, self.start.isoformat()

    @property
    def months(self) -> tuple[date, date]:
        """First day of its first month, last day of its last."""
        after = (self.end.replace(day=28) + timedelta(4)).replace(day=1)
        return self.start.replace(day=1), after - timedelta(1)


@dataclass(frozen=True)
class Consult:
    """A story of talks between the United States and another state, or of Americans in it."""

    mode: str | None
    status: str
    first: date
    last: date


@dataclass(frozen=True)
class Stay:
    """A stay that facta tells."""

    surname: str
    role: str | None
    host: str
    first: date
    last: date

    def in_month(self, journey: Journey) -> bool:
        """Whether it is the traveller's, in the country and a month of a journey."""
        first, last = journey.months
        return (self.surname, self.host) == (journey.surname, journey.country) and self.first <= last and self.last >= first

    def took_place(self, asked: Iterable[Journey]) -> bool:
        """Whether one of the journeys lies within a few days of it."""
        near = (j for j in asked if (self.surname, self.host) == (j.surname, j.country))
        return any(self.first <= j.end + NEAR and self.last >= j.start - NEAR for j in near)


def journeys(since: date, until: date) -> list[Journey]:
    """Those that begin in a time, to a country that has a code."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = []
    for row in rows:
        start, code = date.fromisoformat(row["start-date"]), by_name(row["country"])
        if since <= start <= until and code:
            end = date.fromisoformat(row["end-date"] or row["start-date"])
            found.append(Journey(row["name"], surname(row["name"]), code, start, end))
    return found


def surname(name: str) -> str:
    """The last name.

    >>> surname("Joseph R. Biden"), surname("John Doe, Jr.")
    ('Biden', 'Doe')
    """
    return [word for word in name.replace(",", "").split() if word not in ("Jr.", "Sr.", "III")][-1]


def told(asked: Sequence[Journey], texts: Iterable[Report]) -> dict[Journey, list[Report]]:
    """The journeys whose traveller's surname and country stand in some report from two days before to two days after them."""
    by_day: dict[date, list[Report]] = defaultdict(list)
    for report in texts:
        by_day[report.day].append(report)
    found = {}
    for journey in asked:
        days = [journey.start - NEAR + timedelta(n) for n in range((journey.end - journey.start + 2 * NEAR).days + 1)]
        word = re.compile(rf"\b{re.escape(journey.surname)}\b")
        some = [r for day in days for r in by_day[day] if journey.country in r.countries and word.search(r.text)]
        if some:
            found[journey] = some
    return found


def consults(store: Store) -> dict[str, list[Consult]]:
    """By state, the stories of talks between it and the United States."""
    rows = store.sql(
        """
        SELECT DISTINCT id, CASE WHEN actor = ? THEN recipient ELSE actor END AS state, mode, status, first_day, last_day
        FROM story_dyads WHERE "type" = 'CONSULT' AND ? IN (actor, recipient) AND first_day IS NOT NULL
        """,
        [HOME, HOME],
    )
    return _by_state(rows)


def stays(store: Store) -> list[Stay]:
    """The stays of Americans abroad, as `facta journeys` gives them."""
    return [
        Stay(row["traveller"].split()[-1], row["role"], row["host"], row["first_day"], row["last_day"])
        for row in store.rows(JourneyQuery(traveller=HOME))
    ]


def _by_state(rows: Iterable[dict[str, Any]]) -> dict[str, list[Consult]]:
    found: dict[str, list[Consult]] = defaultdict(list)
    for row in rows:
        found[row["state"]].append(Consult(row["mode"], row["status"], row["first_day"], row["last_day"]))
    return found


def found(journey: Journey, known: dict[str, list[Consult]], wanted: Callable[[Consult], bool]) -> bool:
    """Whether some story of its state and month is as wanted."""
    first, last = journey.months
    return any(c.first <= last and c.last >= first and wanted(c) for c in known.get(journey.country, ()))


def visit(consult: Consult) -> bool:
    """The measure: an actual visit."""
    return consult.mode == "visit" and consult.status == "actual"


def audited(path: Path = AUDIT) -> dict[tuple[str, str, str], str]:
    """Why each journey was missed, by its key."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {(name, country, start): cause for name, country, start, cause in rows}


def section(store: Store) -> Section:
    """The share found, by looser and looser measures, and what is missed and why."""
    days = [report.day for report in reports()]
    every = journeys(min(days), max(days))
    asked = told(every, reports())
    between, ours = consults(store), stays(store)
    seen = ("actual", "planned")
    measures: dict[str, Callable[[Journey], bool]] = {
        "CONSULT visit, actual": lambda j: found(j, between, visit),
        "CONSULT visit, actual or planned": lambda j: found(j, between, lambda c: c.mode == "visit" and c.status in seen),
        "any CONSULT of the pair, actual": lambda j: found(j, between, lambda c: c.status == "actual"),
        "stay of the traveller in the country (`facta journeys`)": lambda j: any(stay.in_month(j) for stay in ours),
    }
    hits = {name: sum(map(measure, asked)) for name, measure in measures.items()}
    rows = [(name, str(n), str(share(n, len(asked)))) for name, n in hits.items()]
    missed = [journey for journey in asked if not found(journey, between, visit)]
    return Section(
        TITLE,
        (
            f"Of the journeys of presidents and secretaries of state in the time of the corpus, {len(asked)} have a report from"
            " two days before to two days after the stay that names the traveller and whose list of countries holds the"
            f" country. Found means: a story of the United States and that country in a month of the stay. Wanted: {TARGET:.0%}"
            " as CONSULT visit. The last row asks for more, the traveller, and for less than what the codebook calls a visit:"
            " talks or words of the traveller at a place in the country tell a stay too. That measure was added after the others"
            " were known, and that promises tell no stay was decided when their places were seen here. Intervals by Wilson's"
            " formula.",
            Table(("found as", "of " + str(len(asked)), "share"), rows),
            _right(ours, every),
            *_why(missed, audited()),
        ),
    )


def _right(ours: Iterable[Stay], every: Iterable[Journey]) -> str:
    """How many of the stays told of those in office took place."""
    told_of = [stay for stay in ours if stay.role in OFFICES]
    right = sum(stay.took_place(every) for stay in told_of)
    return (
        f"The other way round, `facta journeys` tells {len(told_of)} stays abroad of American presidents and secretaries of"
        f" state; of these {right} lie within {NEAR.days} days of one that is listed for the same person and country:"
        f" {share(right, len(told_of))}."
    )


def _why(missed: list[Journey], known: dict[tuple[str, str, str], str]) -> tuple[str | Table, ...]:
    cause = {journey: known.get(journey.key, "unread") for journey in missed}
    many = Counter(cause.values())
    listed: dict[str, list[str]] = defaultdict(list)
    for journey in sorted(missed, key=lambda j: j.start):
        listed[cause[journey]].append(f"{journey.surname} {journey.country} {journey.start}")
    rows = [(what, str(many[name]), "; ".join(listed[name])) for name, what in CAUSES.items() if many[name] and name in _MENDABLE]
    rest = [(what, str(many[name])) for name, what in CAUSES.items() if many[name] and name not in _MENDABLE]
    return (
        "Why journeys are missed as CONSULT visits (one annotator read the reports beside what was coded). What a better reader"
        " would mend:",
        Table(("cause", "n", "which"), rows, words=True),
        "What follows from the report or the codebook:",
        Table(("cause", "n"), rest),
    )


_MENDABLE = ("party", "status", "missed", "unread")
