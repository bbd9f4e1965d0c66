"""Say who is meant by a mention as of a date: the one place that turns words into a country, a sector, an office and a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec import structs

from facta.records import ActorKind, Record
from facta.resolve.phrase import Phrase, parse
from facta.resolve.tables import PLACES, Entry, Office, Person, Tables, Term, load_tables
from facta.resolve.words import listed

_GENERIC = frozenset({"GOV", "IGO"})
_ARMED = frozenset({"MIL", "REB", "UAF"})
_TOP = frozenset({"state", "government", "foreign", "defence"})
"""Portfolios whose holders the press names without title."""


class Candidate(Record, frozen=True, kw_only=True):
    """One answer to who is meant."""

    name: str | None
    """The fullest name known; null when the words name nobody in particular (`Chinese police`)."""
    country: str | None
    """ISO 3166-1 alpha-3 or a code of the codebook's; null when unknown."""
    sector: str | None
    role: str | None
    """Office held on the date."""
    score: float
    """Between 0 and 1; orders the candidates, and is no probability."""
    reason: str
    """Why, in a few words for a person."""
    kind: ActorKind = "group"
    portfolio: str = ""
    """What the office or ministry deals with; offices of the same portfolio are counterparts."""


def candidates(mention: str, on: str | None = None, *, tables: Tables | None = None) -> list[Candidate]:
    """Who may be meant by a mention on a date (ISO at any precision, None when unknown), best first; empty when nobody is known.

    >>> candidates("Chinese Defense Minister Wei Feng", "2018-04")[0].name
    'Wei Fenghe'
    >>> [c.country for c in candidates("Korea")]
    ['KOR', 'PRK']
    """
    tables = tables or load_tables()
    phrase = parse(mention, tables, on)
    found = [*_persons(phrase, on, tables), *_bodies(phrase, on, tables)]
    return sorted(_distinct(found), key=lambda c: -c.score)


def _distinct(found: Iterable[Candidate]) -> list[Candidate]:
    """The best-scored one of candidates that say the same."""
    best: dict[tuple[str | None, str | None, str | None], Candidate] = {}
    for c in found:
        same = (c.name, c.country, c.sector)
        if same not in best or best[same].score < c.score:
            best[same] = c
    return list(best.values())


# Persons


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a phrase says of the person it names."""

    given: tuple[str, ...]
    office: Office | None
    countries: tuple[str, ...]
    former: bool
    on: str | None


def _persons(phrase: Phrase, on: str | None, tables: Tables) -> Iterator[Candidate]:
    title = phrase.title
    office = title.office if title else None
    evidence = _Evidence(phrase.given, office, tuple(e.country for e in _owners(phrase) if e.country), phrase.former, on)
    if phrase.given:
        for person in _namesakes(phrase, tables):
            yield from _scored(person, evidence)
    elif office and office.unique and not phrase.former:
        yield from _incumbents(evidence, tables)


def _namesakes(phrase: Phrase, tables: Tables) -> list[Person]:
    """Known persons who may bear the name; those whose name the phrase contradicts are left out."""
    if phrase.people:
        return list(phrase.people[-1].people)
    pool = {id(p): p for w in phrase.given for p in tables.surnames.get(w, ())}
    return [p for p in pool.values() if name_match(phrase.given, p) > 0]


def name_match(given: Sequence[str], person: Person) -> float:
    """How well the words of a name fit a person, from 0 (contradicted) to 1 (a full name of theirs).

    Truncated and initialled given names fit (`Wei Feng` for Wei Fenghe, `V. Putin`), other given names do not (`Laura Bush`).
    """
    return max(_one_name(given, name) for name in person.names)


def _one_name(given: Sequence[str], name: Sequence[str]) -> float:
    if tuple(given) == tuple(name):
        return 1.0
    rest = list(name)
    exact = 0
    for word in given:
        fit = next((n for n in rest if n == word), None) or next((n for n in rest if _shortened(word, n)), None)
        if fit is None:
            return 0.0
        exact += fit == word
        rest.remove(fit)
    if not exact:
        return 0.0
    return 0.5 if len(given) == 1 else 0.6 + 0.3 * exact / len(given)


def _shortened(word: str, full: str) -> bool:
    """An initial, or a name cut short after at least three letters."""
    return full.startswith(word) and (len(word) == 1 or len(word) >= 3)


def _scored(person: Person, seen: _Evidence) -> Iterator[Candidate]:
    """The person under the best term for the evidence, unless country or office speak against it."""
    fit = (
        1.0
        if " ".join(seen.given) and tuple(seen.given) in person.names and len(seen.given) > 1
        else name_match(seen.given, person)
    )
    foreign = bool(seen.countries) and not person.states & set(seen.countries)
    if foreign and fit < 1.0:
        return
    term, agrees = _term(person, seen)
    bonus = 0.25 * agrees + 0.15 * bool(seen.countries and not foreign) + 0.1 * term.covers(seen.on)
    if fit <= 0.5 and seen.on and not agrees and not term.covers(seen.on):
        bonus -= 0.2
    bonus += 0.05 * (term.office.portfolio in _TOP)
    sector, role, why = _standing(person, term, seen, agrees)
    yield Candidate(
        name=person.name,
        country=term.state,
        sector=sector,
        role=role,
        score=round(min(1.0, 0.6 * fit + bonus), 3),
        reason=why,
        kind="person",
        portfolio=term.office.portfolio if role else "",
    )


def _term(person: Person, seen: _Evidence) -> tuple[Term, bool]:
    """The term meant, and whether it is of the office named; running terms first, then the last one begun.

    An office said to be held no longer only helps to know the person, who may hold another by now.
    """
    held = any(_same_office(t, seen.office) for t in person.terms)

    def rank(term: Term) -> tuple[bool, bool, bool, bool, str]:
        country = not seen.countries or term.state in seen.countries
        begun = seen.on is None or term.start[: len(seen.on)] <= seen.on
        return (_same_office(term, seen.office) and not seen.former, country, term.covers(seen.on), begun, term.start)

    best = max(person.terms, key=rank)
    return best, held if seen.former else _same_office(best, seen.office)


def _same_office(term: Term, office: Office | None) -> bool:
    if office is None or not office.portfolio:
        return False
    leads = {"state", "government"}
    return office.portfolio == term.office.portfolio or (office.role == "leader" and term.office.portfolio in leads)


def _standing(person: Person, term: Term, seen: _Evidence, agrees: bool) -> tuple[str | None, str | None, str]:
    """Sector, role and reason of a person under a term at a date."""
    if seen.former and not term.covers(seen.on):
        return "ELI", None, "said to have held office"
    if term.office.sector == "CVL" and seen.office and not seen.office.portfolio:
        return seen.office.sector, None, "occupation as the text gives it"
    if agrees or seen.on is None or term.covers(seen.on):
        return term.office.sector, _role(term.office), f"{term.office.role} of {term.state} since {term.start}"
    if seen.office and seen.office.portfolio:
        return seen.office.sector, _role(seen.office), "office as the text gives it"
    if term.end and seen.on > term.end:
        return (
            ("ELI" if term.office.portfolio and term.office.sector != "OPP" else term.office.sector),
            None,
            f"{term.office.role} of {term.state} until {term.end}",
        )
    return None, None, f"{term.office.role} of {term.state} only from {term.start}"


def _role(office: Office | None) -> str | None:
    return office.role if office and office.portfolio else None


def _incumbents(seen: _Evidence, tables: Tables) -> Iterator[Candidate]:
    """Who held the office named without a name, on the date."""
    assert seen.office is not None
    for country in dict.fromkeys(seen.countries):
        for term, person in tables.holders.get((country, seen.office.portfolio), ()):
            if term.covers(seen.on):
                yield Candidate(
                    name=person.name, country=country, sector=term.office.sector, role=term.office.role,
                    score=0.8 if term.office.role == seen.office.role else 0.75,
                    reason=f"{term.office.role} of {country} since {term.start}", kind="person", portfolio=term.office.portfolio,
                )  # fmt: skip


# States, bodies, groups, and phrases that say only whose and what


def _owners(phrase: Phrase) -> list[Entry]:
    """The names that may tell whose the head is, likeliest first: in the head's part, then after it; joined ones last."""
    near = [h for h in phrase.names if h.first < phrase.core and not h.distant]
    elsewhere = phrase.core < len(phrase.words) and phrase.words[phrase.core].norm in listed("not whose after")
    after = [h for h in phrase.names if h.first >= phrase.core and not h.distant and not elsewhere]
    joined = [h for h in phrase.names if h.distant]
    return [e for h in (*near, *after, *joined) for e in h.names]


def _bodies(phrase: Phrase, on: str | None, tables: Tables) -> Iterator[Candidate]:
    owners = _owners(phrase)
    if not owners:
        owner = max(_persons(parse(" ".join(phrase.owner).title(), tables, on), on, tables), key=lambda c: c.score, default=None)
        yield from _headed(phrase, owner)
        return
    lead = _lead(phrase, owners)
    body = _body(phrase)
    for rank, entry in enumerate(dict.fromkeys([*lead, *owners])):
        if entry not in lead and any(entry.country == e.country for e in lead):
            continue
        yield _candidate(phrase, entry, body, (0.7 if entry in lead else 0.3) * (0.6 + 0.4 * entry.weight) - 0.01 * rank)


def _candidate(phrase: Phrase, entry: Entry, body: Entry | None, score: float) -> Candidate:
    # A state's man at an organisation is the state's (`German UN ambassador`); its Senate or its Red Cross stays what it is.
    sends = body is not None and body.kind == "organisation" and body.sector == "IGO"
    sector, role = _sector(phrase, body if body and not sends else entry)
    title = phrase.title.office if phrase.title else None
    # `Iran's Revolutionary Guards` are that body; `the Philippine Senate` is not the one of another state.
    named = body if body and body.country == entry.country else entry
    ministry = body is not None and body.what == "defence ministry"
    return Candidate(
        name=_name(phrase, named),
        country=entry.country,
        sector=sector,
        role=role,
        score=round(max(score, 0.05), 3),
        reason=f"{entry.kind} {entry.name}",
        kind=_kind(phrase, named),
        portfolio="defence" if ministry else title.portfolio if title else "",
    )


_STATELIKE = ("state", "demonym", "people", "capital")


def _body(phrase: Phrase) -> Entry | None:
    """The institution, organisation or group named in the head's part, if any."""
    inside = [h.names[0] for h in phrase.names if h.first < phrase.core and not h.distant]
    bodies = [e for e in inside if e.kind not in _STATELIKE and e.what not in PLACES]
    return bodies[-1] if bodies else None


def _lead(phrase: Phrase, owners: list[Entry]) -> list[Entry]:
    """The meanings of the name that decides whose the head is.

    A state beside an institution's or organisation's name wins, for many such names are borne by several states
    (`Philippine Senate`, `German UN ambassador`); a group keeps its own.
    """
    body = _body(phrase)
    where = _fought_in(phrase)
    if body is None and where is not None:
        wanted = where
    elif body is None or body.kind == "group":
        wanted = body or owners[0]
    elif body.kind == "organisation":
        wanted = next((e for e in _near(phrase) if e.kind in _STATELIKE), body)
    else:
        wanted = next((e for e in owners if e.kind in _STATELIKE and e.kind != "capital"), body)
    return list(next(h for h in phrase.names if wanted in h.names).names)


def _fought_in(phrase: Phrase) -> Entry | None:
    """The state that rebels are said to be in, which is theirs whoever they are kin to (`Russian separatists in Ukraine`)."""
    rebels = phrase.title is not None and phrase.title.office is not None and phrase.title.office.sector == "REB"
    if not rebels or phrase.core >= len(phrase.words) or phrase.words[phrase.core].norm not in ("in", "inside"):
        return None
    return next((h.names[0] for h in phrase.names if h.first > phrase.core and h.names[0].kind == "state"), None)


def _near(phrase: Phrase) -> list[Entry]:
    return [e for h in phrase.names if h.first < phrase.core and not h.distant for e in h.names]


def _headed(phrase: Phrase, owner: Candidate | None) -> Iterator[Candidate]:
    """Only a head noun is known, and perhaps whose it is: its sector, and no country but the owner's."""
    title = phrase.title
    if title and title.office:
        office = title.office
        yield Candidate(
            name=None,
            country=owner.country if owner else "INT" if office.role == "states" else None,
            sector="ELI" if _was(phrase, office) else office.sector,
            role=_role(office),
            score=0.3,
            reason=f"head word {office.role}" + (f" of {owner.name}" if owner else ""),
            kind="person" if phrase.given else "group",
            portfolio=office.portfolio,
        )
    elif owner:
        reason = f"said to be of {owner.name}"
        yield Candidate(name=None, country=owner.country, sector=None, role=None, score=0.2, reason=reason)


def _was(phrase: Phrase, office: Office) -> bool:
    return phrase.former and bool(office.portfolio or office.sector in ("LEG", "PTY") or office.role == "official")


def _sector(phrase: Phrase, entry: Entry) -> tuple[str | None, str | None]:
    """Sector and role of a phrase under one meaning of its name."""
    title = phrase.title
    office = title.office if title else None
    if office is None:
        return "CVL" if _counted(phrase, entry) else entry.sector, None
    if _was(phrase, office):
        return "ELI", None
    proper = entry.kind in ("group", "organisation", "outlet") or (entry.kind == "institution" and entry.what not in PLACES)
    if entry.kind == "organisation" and (office.role == "states" or (office.portfolio and _plural(phrase))):
        return "GOV", _role(office)  # `G7 leaders` and `NATO foreign ministers` act for their states
    armed = office.sector in _ARMED and entry.sector in _ARMED
    armed |= office.sector == "BUS" and entry.sector in ("MIL", "COP")  # a navy's vessel
    if proper and (office.sector in _GENERIC or armed or (entry.kind == "group" and office.sector == "PTY")):
        return entry.sector, _role(office)
    return office.sector, _role(office)


def _plural(phrase: Phrase) -> bool:
    return phrase.title is not None and phrase.words[phrase.title.last - 1].norm.endswith("s")


def _counted(phrase: Phrase, entry: Entry) -> bool:
    """Whether a number of people are meant, by a word the tables do not know (`15 Indian crewmen`)."""
    numbered = any(w.norm.isdigit() or w.norm in listed("numbers") for w in phrase.words[:2])
    return numbered and entry.kind == "demonym" and phrase.names[0].last < phrase.core and not phrase.given


def _name(phrase: Phrase, entry: Entry) -> str | None:
    """The body's name where it heads the phrase; a state's for its capital and palace, not for an adjective before a noun."""
    hit = next(h for h in phrase.names if entry in h.names)
    if entry.kind == "people" or hit.last != phrase.core or phrase.given:
        return None
    alone = hit.first == 0 or all(w.norm in listed("determiners") for w in phrase.words[: hit.first])
    return entry.name if alone or entry.kind != "demonym" else None


def _kind(phrase: Phrase, entry: Entry) -> ActorKind:
    if _name(phrase, entry) is None:
        return "person" if phrase.given and phrase.title else "group"
    if entry.kind in ("state", "demonym", "capital") or entry.what in PLACES:
        return "state"
    return "group" if entry.kind == "group" else "organisation"


def for_act(found: Candidate, event_type: str, mode: str | None = None) -> Candidate:
    """The candidate as actor of an event: a defence minister or ministry is MIL for armed acts, otherwise GOV (codebook).

    Ships and planes of a state that show force are its forces'.
    """
    if event_type == "MOBILIZE" and found.sector == "BUS" and found.name is None:
        return structs.replace(found, sector="MIL")
    if found.portfolio != "defence" or found.sector not in ("GOV", "MIL"):
        return found
    armed = event_type in ("MOBILIZE", "ASSAULT") or (event_type == "COERCE" and mode == "seize")
    return structs.replace(found, sector="MIL" if armed else "GOV")
