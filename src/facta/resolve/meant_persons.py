"""Which known persons a phrase may mean: by their name, or by the office that they hold on the date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.resolve.called import fits
from facta.resolve.candidate import Candidate, role_of
from facta.resolve.facts import LEADING, TOP, Office, Person, Term
from facta.resolve.people import CALLED_FIRST
from facta.resolve.phrase import Phrase, office
from facta.resolve.state_office import another_office, may_be_crowned, of_state, whose_part
from facta.resolve.tables import Tables
from facta.resolve.words import listed


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a phrase says of the person it names."""

    given: tuple[str, ...]
    called: str
    alone: bool
    """No other known person may bear the name."""
    office: Office | None
    held: Office | None
    """The same, or the one that it was (`former president`)."""
    countries: tuple[str, ...]
    former: bool
    on: str | None


def persons(phrase: Phrase, on: str | None, tables: Tables) -> Iterator[Candidate]:
    """The known persons of the name, or the holders of the office named without one, on a date (ISO, None when unknown)."""
    meant = phrase.title.office if phrase.title else None
    countries = tuple(e.country for e in phrase.whose if e.country)
    namesakes = _namesakes(phrase, tables) if phrase.given else []
    held = office(phrase, tables)
    evidence = _Evidence(phrase.given, phrase.called, len(namesakes) == 1, meant, held, countries, phrase.former, on)
    if phrase.given:
        for person in namesakes:
            yield from _scored(person, evidence)
    elif meant and meant.unique and not phrase.former and of_state(phrase) and _presided(phrase):
        title = phrase.words[phrase.title.first].norm if phrase.title else ""
        lesser = whose_part(phrase)
        found = (c for c in _incumbents(evidence, tables) if c.country not in lesser)
        yield from (c for c in found if may_be_crowned(c.name, title))


_PRESIDED = {"EUU": ("European Union", "European Commission")}
"""Of a code's several bodies those whose president the tables hold."""


def _presided(phrase: Phrase) -> bool:
    """Whether a phrase names no body of which the tables hold another's president (`European Council president`).

    Its several ministers are those of its states (`foreign ministers of the European Union`), as in turn its presidency is.
    """
    bodies = [e for e in phrase.whose if e.kind == "organisation" and e.country in _PRESIDED]
    title = phrase.words[phrase.title.last - 1].norm if phrase.title else ""
    states = title.endswith("s") or title == "presidency"
    return not (bodies and states) and all(e.name in _PRESIDED[e.country or ""] for e in bodies)


def _namesakes(phrase: Phrase, tables: Tables) -> list[Person]:
    """Known persons who may bear the name; those whose name the phrase contradicts are left out."""
    if phrase.people:
        return list(phrase.people[-1].people)
    if not listed("no person").isdisjoint(phrase.given):
        return []  # `National Bureau of Investigation` is not Loup Bureau
    pool = {id(p): p for w in phrase.given for p in tables.surnames.get(w, ())}
    return [p for p in pool.values() if name_match(phrase.given, p) > 0]


def name_match(given: Sequence[str], person: Person) -> float:
    """How well the words of a name fit a person, from 0 (contradicted) to 1 (a full name of theirs).

    Truncated and initialled given names fit (`Wei Feng` for Wei Fenghe, `V. Putin`), other given names do not (`Laura Bush`).
    """
    return max(_one_name(given, name.split()) for name in person.names)


def _one_name(given: Sequence[str], name: Sequence[str]) -> float:
    if tuple(given) == tuple(name) or (len(given) > 1 and "".join(given) == "".join(name)):  # `Shin Wonsik`, `Shin Won-sik`
        return 1.0
    rest = list(name)
    exact = 0
    for at, word in enumerate(given):
        fit = next((n for n in rest if n == word), None) or next((n for n in rest if _shortened(word, n)), None)
        if fit is None and len(word) == 1 and 0 < at < len(given) - 1:
            continue  # a middle name that the tables lack (`Mark A. Milley`)
        if fit is None:
            return 0.0
        exact += fit == word
        rest.remove(fit)
    if not exact:
        return 0.0
    return 0.5 if len(given) == 1 else 0.6 + 0.3 * exact / len(given)


def _shortened(word: str, full: str) -> bool:
    """An initial, or a name cut short after at least three letters; not a man's beside a woman's (`Luis`, `Luisa`)."""
    return full.startswith(word) and (len(word) == 1 or len(word) >= 3) and full != f"{word}a"


def _scored(person: Person, seen: _Evidence) -> Iterator[Candidate]:
    """The person under the best term for the evidence, unless country or office speak against it."""
    fit = 1.0 if len(seen.given) > 1 and " ".join(seen.given) in person.names else name_match(seen.given, person)
    foreign = bool(seen.countries) and not person.states & set(seen.countries)
    if foreign and fit < 1.0:
        return
    term, agrees = _term(person, seen)
    if fit <= 0.5 and (
        not fits(seen.called, seen.office, person, alone=seen.alone) or (not agrees and _holds_no_such(term, seen))
    ):
        return
    if _called_first(person, seen.given) and not (agrees or seen.countries or term.office.portfolio in LEADING):
        return  # `Abraham` is no Ethiopian general, but `Abiy` is the premier
    bonus = 0.25 * agrees + 0.15 * bool(seen.countries and not foreign) + 0.1 * term.covers(seen.on)
    if fit <= 0.5 and seen.on and not agrees and not term.covers(seen.on):
        bonus -= 0.2
    bonus += 0.05 * (term.office.portfolio in TOP) + 0.02 * (term.office.portfolio in LEADING)
    sector, role, why = _standing(term, seen, agrees)
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


_PUBLIC = frozenset({"GOV", "MIL", "LEG", "IGO", "PTY", "JUD", "SPY"})
"""Sectors from which a government's office holders come."""


_PRIVATE = frozenset({"JUD", "COP", "JRN", "MED", "CVL", "LAB"})
"""Sectors of callings that the press gives nobody who governs."""
_GOVERNING = frozenset({"GOV", "MIL"})
_BENEATH = {"LEG": LEADING, "REB": TOP}
"""Callings, and the portfolios whose holders nobody calls so: who leads a state is no `lawmaker Khan`."""


def _holds_no_such(term: Term, seen: _Evidence) -> bool:
    """Whether an office of a government before a surname speaks against a person who holds none on the date.

    `Deputy Defense Secretary Hicks` is not David Hicks, `Representative Clark` not Helen Clark. So does a calling that nobody in
    a government has (`Detective Morales`).
    """
    if seen.office is None or seen.on is None or seen.former:
        return False
    holds = term.covers(seen.on) and term.sector in _PUBLIC
    if seen.office.sector == "GOV" and seen.office.portfolio:
        return not holds
    if term.covers(seen.on) and term.office.portfolio in _BENEATH.get(seen.office.sector, ()):
        return True
    return holds and seen.office.sector in _PRIVATE and term.sector in _GOVERNING


def _called_first(person: Person, given: Sequence[str]) -> bool:
    """Whether a single name is a person's first one, that surname lists have for those who are called by it."""
    if len(given) > 1 or CALLED_FIRST.isdisjoint(person.states):
        return False
    return all(given[0] != name.rpartition(" ")[2] for name in person.names)


def _term(person: Person, seen: _Evidence) -> tuple[Term, bool]:
    """The term meant, and whether it is of the office named; running terms first, then the last one begun.

    An office said to be held no longer only helps to know the person, who may hold another by now.
    """
    held = any(_same_office(t, seen.held) for t in person.terms)

    def rank(term: Term) -> tuple[bool, bool, bool, bool, str]:
        country = not seen.countries or term.state in seen.countries
        begun = seen.on is None or term.start[: len(seen.on)] <= seen.on
        return (_same_office(term, seen.held) and not seen.former, country, term.covers(seen.on), begun, term.start)

    best = max(person.terms, key=rank)
    return best, held if seen.former else _same_office(best, seen.held)


def _same_office(term: Term, office: Office | None) -> bool:
    if office is None or not office.portfolio:
        return office is not None and office.sector == term.office.sector == "IGO"  # `Secretary-General Guterres`
    if {office.role, term.office.role} == {"king", "president"}:
        return False
    return office.portfolio == term.office.portfolio or (office.role == "leader" and term.office.portfolio in LEADING)


def _standing(term: Term, seen: _Evidence, agrees: bool) -> tuple[str | None, str | None, str]:
    """Sector, role and reason of a person under a term at a date."""
    if seen.former and not term.covers(seen.on):
        return "ELI", None, "said to have held office"
    if term.office.sector == "CVL" and seen.office and not seen.office.portfolio:
        return seen.office.sector, None, "occupation as the text gives it"
    if agrees or seen.on is None or term.covers(seen.on):
        return term.sector, role_of(term.office), _since(term)
    if seen.office and (seen.office.portfolio or seen.office.sector == "GOV") and not seen.former:
        return seen.office.sector, role_of(seen.office), "office as the text gives it"
    if term.end and seen.on > term.end:
        return (
            ("ELI" if term.office.portfolio and term.sector != "OPP" else term.sector),
            None,
            f"{term.office.role} of {term.state} until {term.end}",
        )
    told = seen.office.sector if seen.office and not seen.former else None
    return told, None, f"{term.office.role} of {term.state} only from {term.start}"


def _incumbents(seen: _Evidence, tables: Tables) -> Iterator[Candidate]:
    """Who held the office named without a name, on the date."""
    assert seen.office is not None
    for country in dict.fromkeys(seen.countries):
        for term, person in tables.holders.get((country, seen.office.portfolio), ()):
            if term.covers(seen.on) and not another_office(term.office.role, seen.office.role, country):
                yield Candidate(
                    name=person.name, country=country, sector=term.sector, role=term.office.role,
                    score=0.8 if term.office.role == seen.office.role else 0.75,
                    reason=_since(term), kind="person", portfolio=term.office.portfolio,
                )  # fmt: skip


def _since(term: Term) -> str:
    return f"{term.office.role} of {term.state}" + (f" since {term.start}" if term.start else "")
