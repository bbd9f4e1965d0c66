"""Which states, bodies and groups a phrase may mean, and what it says when it tells only whose and what."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import structs

from facta.records import ActorKind
from facta.resolve.candidate import Candidate, role_of
from facta.resolve.facts import LEADING, PLACES, STATELIKE, Entry, Office
from facta.resolve.meant_persons import persons
from facta.resolve.phrase import STATES_OWN, Phrase, parse
from facta.resolve.tables import Tables
from facta.resolve.words import listed

SEVERAL = "INT"
"""Code of a group of states that has no code of its own."""
_GENERIC = frozenset({"GOV", "IGO"})
_ARMED = frozenset({"MIL", "REB", "UAF"})


def bodies(phrase: Phrase, on: str | None, tables: Tables) -> Iterator[Candidate]:
    """Every state, body and group that may be meant on a date (ISO, None when unknown); with none named, what the head tells."""
    owners = phrase.whose
    if not owners:
        owner = max(persons(parse(" ".join(phrase.owner).title(), tables, on), on, tables), key=lambda c: c.score, default=None)
        yield from _headed(phrase, owner)
        return
    lead = _lead(phrase, owners)
    body = _body(phrase)
    if _enumerated(phrase, lead):
        yield structs.replace(_candidate(phrase, lead[0], None, 0.75), name=None, country=SEVERAL, kind="group")
    for rank, entry in enumerate(dict.fromkeys([*lead, *owners])):
        if entry not in lead and any(entry.country == e.country for e in lead):
            continue
        share = (0.7 if entry in lead else 0.3) * (0.6 + 0.4 * entry.weight)
        own = entry if any(body in h.names and entry in h.names for h in phrase.names) else body
        yield _candidate(phrase, entry, own, share - 0.01 * rank - (_OTHERS if _is_others(phrase, entry, lead) else 0))


_OTHERS = 0.2
"""What a bare word counts less for a state that it is not the name of."""


def _is_others(phrase: Phrase, entry: Entry, lead: list[Entry]) -> bool:
    """Whether a phrase is the bare name of a state and an entry another (`Georgia`, which is also part of the United States).

    So with the town of a body where something lies there (`an airport in Brussels`).
    """
    there = any(h.first >= phrase.core and entry in h.names for h in phrase.names)
    if there and entry.kind == "organisation" and any(e.kind == "capital" for e in lead):
        return True
    return phrase.text != entry.name and any(e.kind == "state" and e.name == phrase.text for e in lead)


def _candidate(phrase: Phrase, entry: Entry, body: Entry | None, score: float) -> Candidate:
    # A state's man at an organisation is the state's (`German UN ambassador`); its Senate or its Red Cross stays what it is.
    sends = body is not None and body.kind == "organisation" and body.sector == "IGO"
    sector, role = _sector(phrase, body if body and not sends else entry)
    title = _title(phrase, entry)
    # `Iran's Revolutionary Guards` are that body; `the Philippine Senate` is not the one of another state.
    named = body if body and body.country == entry.country else entry
    ministry = body is not None and body.what == "defence ministry"
    return Candidate(
        name=_name(phrase, named),
        country=SEVERAL if _several(phrase, entry) else entry.country,
        sector=sector,
        role=role,
        score=round(max(score, 0.05), 3),
        reason=f"{entry.kind} {entry.name}",
        kind=_kind(phrase, named),
        portfolio="defence" if ministry else title.portfolio if title else "",
    )


OF_A_REGION = Office(role="governor", portfolio="region", sector="GOV", unique=False)
"""What who leads a region holds, whatever it is called there (`Bavaria's premier`)."""


def _title(phrase: Phrase, entry: Entry) -> Office | None:
    """The office or head noun of a phrase under one meaning of its name."""
    office = phrase.title.office if phrase.title else None
    leads = office is not None and office.portfolio in LEADING and entry.what == "region"
    return OF_A_REGION if leads else office


def _several(phrase: Phrase, entry: Entry) -> bool:
    """Whether some states of a body are meant and not the body (`ASEAN member states`); the EU's and NATO's act as these."""
    members = any(pair in (("member", "states"), ("member", "countries")) for pair in pairwise(w.norm for w in phrase.words))
    return entry.country == "IGO" and members


_MANY = 3
"""So many states named in a row are a group of states (`leaders of the United States, Canada and Mexico`)."""


def _enumerated(phrase: Phrase, lead: list[Entry]) -> bool:
    """Whether the name that decides whose the head is opens a list of states."""
    told = [h for h in phrase.names if h.names[0].kind in STATELIKE]
    at = next((i for i, h in enumerate(told) if lead[0] in h.names), len(told))
    row = told[at : at + 1]
    for hit in told[at + 1 :]:
        between = phrase.words[row[-1].last : hit.first]
        gap = phrase.text[phrase.words[row[-1].last - 1].end : phrase.words[hit.first].start]
        if any(w.norm not in ("and", "or", "the") for w in between) or not ("," in gap or between):
            break
        row.append(hit)
    return len({h.names[0].country for h in row}) >= _MANY


def _body(phrase: Phrase) -> Entry | None:
    """The institution, organisation or group named in the head's part, if any."""
    inside = [h.names[0] for h in phrase.names if h.first < phrase.core and not h.distant]
    bodies = [e for e in inside if e.kind not in STATELIKE and e.what not in PLACES]
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
        wanted = _united_nations(phrase, body) or next((e for e in _sending(phrase, body) if e.kind in STATELIKE), body)
    else:
        wanted = next((e for e in owners if e.kind in STATELIKE and e.kind != "capital"), body)
    hit = next(h for h in phrase.names if wanted in h.names)
    # who acts by the name of a capital alone is the body that sits there (`Brussels`); what else has that name is the town's,
    # but for the leader of the region that shares it (`the premier of Victoria`)
    alone = len(phrase.words) == hit.last - hit.first
    leads = phrase.title is not None and phrase.title.office is not None and phrase.title.office.portfolio in LEADING
    behind = alone or (leads and any(e.what == "region" for e in hit.names))
    return sorted(hit.names, key=lambda e: e.kind == "capital" and behind)


def _united_nations(phrase: Phrase, body: Entry) -> Entry | None:
    """The United Nations where they own a body or its soldiers (`United Nations' Tribunal`, `Filipino UN peacekeepers`)."""
    owner = next((e for e in _near(phrase) if e.kind == "organisation" and e.country == "UNO"), None)
    soldiers = not listed("peacekeepers").isdisjoint(w.norm for w in phrase.words[: phrase.core])
    return owner if owner and (soldiers or (body.country == "IGO" and body.sector == "IGO")) else None


def _fought_in(phrase: Phrase) -> Entry | None:
    """The state that rebels are said to be in, which is theirs whoever they are kin to (`Russian separatists in Ukraine`)."""
    rebels = phrase.title is not None and phrase.title.office is not None and phrase.title.office.sector == "REB"
    if not rebels or phrase.core >= len(phrase.words) or phrase.words[phrase.core].norm not in ("in", "inside"):
        return None
    return next((h.names[0] for h in phrase.names if h.first > phrase.core and h.names[0].kind == "state"), None)


_EVERYWHERE = frozenset({"UNO", "IGO", "NGO"})
"""Codes of bodies with offices in many states."""


def _sending(phrase: Phrase, body: Entry) -> list[Entry]:
    """The names that may own a body's man; not the state where its office is, right behind its name (`UNICEF Yemen`)."""
    at = next(h.last for h in phrase.names if body in h.names)
    seats = {e for h in phrase.names if h.first == at for e in h.names if e.kind == "state"}
    return [e for e in _near(phrase) if body.country not in _EVERYWHERE or e not in seats]


def _near(phrase: Phrase) -> list[Entry]:
    return [e for h in phrase.names if h.first < phrase.core and not h.distant for e in h.names]


def _headed(phrase: Phrase, owner: Candidate | None) -> Iterator[Candidate]:
    """Only a head noun is known, and perhaps whose it is: its sector, and no country but the owner's."""
    title = phrase.title
    if title and title.office:
        office = title.office
        several = office.role == "states" or (office.sector not in _ROAMING and _abroad(phrase))
        yield Candidate(
            name=None,
            country=owner.country if owner else SEVERAL if several or _of_states(phrase, office) else None,
            sector="ELI" if _was(phrase, office) else _crewed(phrase) or _serving(owner, office) or office.sector,
            role=role_of(office),
            score=0.3,
            reason=f"head word {office.role}" + (f" of {owner.name}" if owner else ""),
            kind="person" if phrase.given else "group",
            portfolio=office.portfolio,
        )
    elif phrase.words and all(w.norm in listed("abroad") for w in phrase.words):
        reason = "other states"
        yield Candidate(name=None, country=SEVERAL, sector="GOV", role=None, score=0.3, reason=reason)
    elif owner:
        reason = f"said to be of {owner.name}"
        yield Candidate(name=None, country=owner.country, sector=None, role=None, score=0.2, reason=reason)


_STAFF = frozenset({"GOV", "REB"})
"""Sectors of aides and operatives where nothing is known of whom they serve."""


def _serving(owner: Candidate | None, office: Office) -> str | None:
    """The sector of the person whom aides serve: a candidate's are of a party (`Clinton aides`)."""
    if owner is None or owner.kind != "person" or owner.sector != "PTY" or office.sector not in _STAFF:
        return None
    return owner.sector


_ROAMING = frozenset({"CVL", "LAB", "REF", "UAF", "REB", "CRM"})
"""Sectors of whom a foreign one is of some state, not of several."""


_OF_COUNTRIES = re.compile(r"\b(?:of|from)\b(?!.*\b(?:both|the two|two)\b).*\b(?:countries|nations|states)\b", re.IGNORECASE)
"""Whose several people are: `representatives of more than seventy countries`; both are two that the text names."""


def _of_states(phrase: Phrase, office: Office) -> bool:
    """Whether several people act for states that are not named: of a region (`Nordic prime ministers`), or of so many."""
    of_region = any(w.norm in listed("of a region") for w in phrase.words[: phrase.core])
    counted = office.sector not in _ROAMING and not phrase.names and _OF_COUNTRIES.search(phrase.text) is not None
    return counted or (office.sector == "GOV" and _plural(phrase) and of_region)


def _abroad(phrase: Phrase) -> bool:
    """Whether the head is said to be of other states (`foreign companies`), not by a name (`Brands International`)."""
    spanned = {i for h in (*phrase.names, *phrase.offices) for i in range(h.first, h.last)}
    told = [i for i, w in enumerate(phrase.words[: phrase.core]) if w.norm in listed("abroad") and i not in spanned]
    return any(not (phrase.words[i].cap and i) and not phrase.words[min(i + 1, len(phrase.words) - 1)].cap for i in told)


def _was(phrase: Phrase, office: Office) -> bool:
    return phrase.former and bool(office.portfolio or office.sector in ("LEG", "PTY") or office.role == "official")


def _sector(phrase: Phrase, entry: Entry) -> tuple[str | None, str | None]:
    """Sector and role of a phrase under one meaning of its name."""
    office = _title(phrase, entry)
    if office is None:
        return "CVL" if _counted(phrase, entry) else entry.sector, None
    if _was(phrase, office):
        return "ELI", None
    if entry.kind in STATELIKE and (crew := _crewed(phrase)):
        return crew, None
    proper = entry.kind in ("group", "organisation", "outlet") or (entry.kind == "institution" and entry.what not in PLACES)
    if entry.kind == "organisation" and (office.role == "states" or (office.portfolio and _plural(phrase))):
        return "GOV", role_of(office)  # `G7 leaders` and `NATO foreign ministers` act for their states
    armed = office.sector in _ARMED and entry.sector in _ARMED
    armed |= office.sector == "BUS" and entry.sector in ("MIL", "COP")  # a navy's vessel
    armed |= office.sector == "MIL" and entry.sector == "COP"  # a coast guard's patrol boat
    aid = entry.sector == "IGO" and office.sector == "NGO"  # the UN's own aid workers
    if proper and (office.sector in _GENERIC or aid or armed or (entry.kind == "group" and office.sector == "PTY")):
        states = not office.unique or entry.sector in STATES_OWN  # not the vice president of a firm
        return entry.sector, role_of(office) if states else None
    return office.sector, role_of(office)


def _crewed(phrase: Phrase) -> str | None:
    """Whose a vessel is that the phrase gives to a force (`navy vessel`, `a boat of the coast guard`)."""
    at = next((n for n, w in enumerate(phrase.words[: phrase.core]) if w.norm in listed("vessels")), None)
    if at is None:
        return None
    crews = (h.office.sector for h in phrase.offices if h.office and (h.last == at or h.first > at))
    return next((sector for sector in crews if sector in ("MIL", "COP")), None)


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
        one = phrase.title or any(w.norm in listed("one of a body") for w in phrase.words)
        return "person" if phrase.given and one else "group"
    if entry.kind in ("state", "demonym", "capital") or entry.what in PLACES:
        return "state"
    return "group" if entry.kind == "group" or entry.what == "people" else "organisation"
