"""The second round over a page's spots: who is meant where no name stands, by office, relation, description or pronoun.

States and bodies are found here too, by what they are.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import structs

from facta.resolve.borne_by_many import anothers
from facta.resolve.candidate import Candidate
from facta.resolve.facts import LEADING, Office
from facta.resolve.incumbent import incumbent
from facta.resolve.meant_bodies import OF_A_REGION
from facta.resolve.member import Member
from facta.resolve.members import Members, precedes
from facta.resolve.once_held import deposed, predecessor
from facta.resolve.phrase import HEAD, Phrase
from facta.resolve.repeated import repeated
from facta.resolve.shared_head import in_row
from facta.resolve.spots import Spot, sentence_around
from facta.resolve.state_office import another_office, may_be_crowned, of_part, of_state, whose_part
from facta.resolve.things import is_thing
from facta.resolve.words import listed, split, without_article

_CLOSE = 500
"""Characters within which `he` goes on about who spoke last; from further away it means who was named last."""


def point(cast: Members, phrases: Mapping[Spot, Phrase]) -> None:
    """Give every spot left to whom it means: bodies first, then offices, relations and at last pronouns.

    Of bodies those whose name may be several ones' come last (`IAF`): by then it is known which states the page is about.
    """
    for spot in sorted((s for s in phrases if s not in cast.at), key=lambda s: (_points(phrases[s]), _several(cast, s))):
        _point(cast, spot, phrases[spot])


def _several(cast: Members, spot: Spot) -> bool:
    return len({c.country for c in _close(cast.ask(spot.text))}) > 1


def _point(cast: Members, spot: Spot, phrase: Phrase) -> None:
    words = [w.norm for w in phrase.words]
    if not words:
        return
    if len(words) == 1 and words[0] in listed("pronouns") and not _abbreviates(cast, spot, phrase):
        member = antecedent(cast, spot, words[0]) if spot.wanted else None
    elif words[-1] in _OF_TWO and len(words) - (words[0] == "the") == 1 and (one := _of_two(cast, spot, words[-1])):
        member = one
    elif words[-1] == "predecessor":
        member = _predecessor(cast, spot, words)
    elif listed("counterparts") & set(words):
        member = _counterpart(cast, spot, phrase)
    elif is_thing(cast.texts[spot.comment], spot.range, cast.tables):
        member = cast.new(person=False) if spot.wanted else None
    else:
        shared = _shared(cast, spot, phrase)
        namesake = cast.namesake(spot, phrase.given) if phrase.given and not phrase.names else _surname(cast, spot, phrase)
        member = (
            namesake
            or shared
            or _deposed(cast, spot, phrase)
            or _holder(cast, spot, phrase)
            or _described(cast, spot, phrase)
            or repeated(cast, spot, phrase)
            or _of_somebody(cast, spot, phrase)
            or _body(cast, spot, phrase.text)
        )
    if member is not None:
        cast.put(spot, member)


def _abbreviates(cast: Members, spot: Spot, phrase: Phrase) -> bool:
    """Whether a pronoun's letters are those of a body (`WHO`)."""
    return phrase.words[0].upper and any(c.name for c in cast.ask(spot.text))


_NO_SURNAME = frozenset({"state", "capital", "organisation", "group"})


def _surname(cast: Members, spot: Spot, phrase: Phrase) -> Member | None:
    """The person on the page whose surname is a single word that the tables know otherwise: `Cuban` after Mark Cuban."""
    word = phrase.words[0]
    if len(phrase.words) > 1 or not word.cap or word.upper or any(e.kind in _NO_SURNAME for h in phrase.names for e in h.names):
        return None
    return next(iter(cast.filed.surnamed(word.norm)), None) or cast.in_full(word.norm)


def antecedent(cast: Members, spot: Spot, pronoun: str) -> Member | None:
    """Who the pronoun of a speaker or party stands for: the person who spoke last close before it, else the last one named.

    `who` goes on about the name right before it; `they` about the several people who spoke or acted last.
    """
    before = cast.before(spot)
    if pronoun in _RELATIVE:
        beside = [s for s in before if _BESIDE.fullmatch(cast.texts[spot.comment], s.range.end, spot.range.start)]
        if beside:
            return cast.at[min(beside, key=lambda s: s.range.start)]
    acting = cast.acts(spot)
    if acting and pronoun not in _RELATIVE and _suits(acting, pronoun):
        return acting
    if pronoun in listed("it"):
        fitting = [s for s in before if not cast.at[s].person and s.wanted and not _plural(s)]
        return cast.at[_subject(cast.texts[spot.comment], fitting)] if fitting else None
    if pronoun in listed("they"):
        fitting = [s for s in before if not cast.at[s].person and s.wanted and _plural(s)]
    else:
        near = {id(m): m for m in (cast.at[s] for s in before)}  # once each: a page may name them at each turn
        people = {at for at, m in near.items() if m.person and may_be(m, pronoun)}
        fitting = [s for s in before if id(cast.at[s]) in people]
    if pronoun in _SUBJECTS and fitting and not _spoke(spot, fitting):
        return cast.at[_subject(cast.texts[spot.comment], fitting)]
    return _going_on(cast, spot, fitting, aloud=pronoun not in listed("who"))


_RELATIVE = frozenset({"who", "which"})
"""Pronouns that go on about what stands right before them."""
_BESIDE = re.compile(r"[\"”’']?,?\s+")


def _suits(member: Member, pronoun: str) -> bool:
    """Whether a pronoun may mean somebody who was seen to act: `it` no person, `he` no body that the tables know."""
    if pronoun in listed("it"):
        return not member.person
    if pronoun in listed("they"):
        return True
    known = member.found is not None and member.found.name is not None
    return may_be(member, pronoun) if member.person else not known


_SUBJECTS = frozenset({"he", "she"})
"""Pronouns that go on with the subject of a sentence, whoever else it names."""
_OPENING = re.compile(r"(?:After|Alongside|At|Before|During|Following|In|On|With)\b[^,]*,")
"""A phrase before the subject (`In a call with Xi,`)."""


def _subject(text: str, fitting: list[Spot]) -> Spot:
    """The first person of the last sentence that names one: its subject, whether it acts or suffers.

    Whose something is (`Putin's envoy`), or who stands in a phrase that opens the sentence, counts only if nobody else is named.
    """
    last = max(fitting, key=lambda s: s.range.end)
    sentence = sentence_around(text, last.range.start)
    opening = _OPENING.match(text, sentence.start, sentence.end)
    row = sorted((s for s in fitting if s.range.start >= sentence.start), key=lambda s: (s.range.start, -s.range.end))
    own = [s for s in row if text[s.range.end : s.range.end + 2] not in ("'s", "’s")]
    behind = [s for s in own if opening is None or s.range.start >= opening.end()]
    return (behind or own or row)[0]


def _going_on(cast: Members, spot: Spot, fitting: list[Spot], *, aloud: bool = True) -> Member | None:
    """Who of those named before a spot it goes on about; aloud: who spoke close by goes before who was named last."""
    spoke = _spoke(spot, fitting) if aloud else []
    last = max(spoke or fitting, key=lambda s: s.range.end, default=None)
    return cast.at[last] if last else None


def _spoke(spot: Spot, fitting: list[Spot]) -> list[Spot]:
    """Those who spoke close before a spot."""
    return [s for s in fitting if s.speaker and spot.range.start - s.range.end < _CLOSE]


def _described(cast: Members, spot: Spot, phrase: Phrase) -> Member | None:
    """The person whom a description with `the` goes on about: `the businessman`, `the Florida senator`."""
    if not (spot.wanted and spot.definite and phrase.words and phrase.words[phrase.core - 1].norm in listed("descriptions")):
        return None
    countries = {e.country for h in phrase.names for e in h.names}
    office = phrase.title.office if phrase.title else None
    if office and office.role == HEAD:
        return None  # whoever heads a body that is named is not just anybody of its kind
    if office and office.portfolio in LEADING and of_part(phrase):
        office = OF_A_REGION  # `the Catalan leader` may be one of the region just named, but not the state's
    elif office and office.unique and not phrase.former and not of_state(phrase):
        return None  # `the incoming president` is not the one just named
    fitting = [s for s in cast.before(spot) if cast.at[s].person and _answers(cast.at[s], countries, office)]
    if office and office.role == "leader" and countries:
        fitting = _leading(cast, fitting)
    beside = _named_beside(cast, spot, fitting)
    return _going_on(cast, spot, [s for s in fitting if id(cast.at[s]) not in beside])


def _leading(cast: Members, fitting: list[Spot]) -> list[Spot]:
    """Where those are named who may be meant by `the Spanish leader`: the state's, else any but a region's."""
    held = [(s, found.portfolio if (found := cast.at[s].found) else "") for s in fitting]
    return [s for s, portfolio in held if portfolio in LEADING] or [s for s, portfolio in held if portfolio != "region"]


def _counterpart(cast: Members, spot: Spot, phrase: Phrase) -> Member | None:
    """The holder of the same office in the state named: of the person named last before the spot who is not of that state."""
    countries = {e.country for h in phrase.names for e in h.names}
    before = [s for s in cast.before(spot) if cast.at[s].person]
    for other in sorted(before, key=lambda s: -s.range.start):
        found = cast.at[other].found
        if found and found.portfolio and found.country not in countries:
            return incumbent(cast, found.portfolio, countries, found.role or "")
    return _body(cast, spot, spot.text)


_OF_TWO = ("former", "latter")


_HIS = re.compile(r"\b(?P<whose>his|her)\s\Z", re.IGNORECASE)


def _of_somebody(cast: Members, spot: Spot, phrase: Phrase) -> Member | None:
    """The kin or the staff of the person whom `his` or `her` before them means, who are of that person's state."""
    words = [w.norm for w in phrase.words]
    before = _HIS.search(cast.texts[spot.comment], max(0, spot.range.start - 8), spot.range.start)
    whose = words[0] if words[0] in ("his", "her") else before["whose"].lower() if before else None
    if whose is None or not spot.wanted or words[phrase.core - 1] not in listed("kin and staff") or phrase.names:
        return None
    person = antecedent(cast, spot, "he" if whose == "his" else "she")
    if person and all("\n" in cast.texts[s.comment][s.range.end : spot.range.start] for s in person.spots if precedes(s, spot)):
        return _body(cast, spot, spot.text)  # another may have been named since, whom nobody asked for
    body = _body(cast, spot, spot.text)
    if body and body.found and body.found.country is None and person and person.found:
        member = cast.new(person=False)
        cast.know(member, structs.replace(body.found, country=person.found.country))
        return member
    return body


def _of_two(cast: Members, spot: Spot, word: str) -> Member | None:
    """`The former` or `the latter` of the last sentence that names just two: people, else parties, else any."""
    if not (spot.wanted and spot.definite):
        return None
    text = cast.texts[spot.comment]
    before = cast.before(spot)
    start = spot.range.start
    while before:
        start = sentence_around(text, min(start, before[-1].range.start)).start
        row = sorted((s for s in before if s.range.start >= start), key=lambda s: s.range)
        for some in ([s for s in row if cast.at[s].person], [s for s in row if s.wanted], row):
            two = list({id(cast.at[s]): cast.at[s] for s in some}.values())
            if len(two) == len(_OF_TWO):
                return two[_OF_TWO.index(word)]
        before = [s for s in before if s.range.start < start]
    return None


def _predecessor(cast: Members, spot: Spot, words: list[str]) -> Member | None:
    """Who held the office of the person named last before `his predecessor` before."""
    before = [s for s in cast.before(spot) if cast.at[s].person and words[0] in listed("own") | {"predecessor"}]
    found = _going_on(cast, spot, before, aloud=False)
    return (predecessor(cast, found.found) if found and spot.wanted else None) or _body(cast, spot, spot.text)


def _deposed(cast: Members, spot: Spot, phrase: Phrase) -> Member | None:
    return deposed(cast, phrase) if spot.wanted and spot.definite else None


def _holder(cast: Members, spot: Spot, phrase: Phrase) -> Member | None:
    """The person on the page, or else in the tables, who holds the one office that a phrase names."""
    title = phrase.title
    if title is None or title.office is None or not title.office.unique or phrase.former or not of_state(phrase):
        return None
    plural = phrase.words[title.last - 1].norm.endswith("s")
    if plural or (title.last < phrase.core and not spot.headline):
        return None
    before_title = [h for h in phrase.names if h.first < title.first]
    countries = {e.country for h in before_title or phrase.names for e in h.names} - whose_part(phrase)
    if countries:
        found = incumbent(cast, title.office.portfolio, countries, title.office.role)
        reigns = found and found.found and may_be_crowned(found.found.name, phrase.words[title.first].norm)
        return found if reigns else None
    holders = [s for s in cast.before(spot) if _holds(cast.at[s], title.office.portfolio)]
    beside = _named_beside(cast, spot, holders)
    last = max((s for s in holders if id(cast.at[s]) not in beside), key=lambda s: s.range.start, default=None)
    return cast.at[last] if last else None


def _named_beside(cast: Members, spot: Spot, holders: Sequence[Spot]) -> set[int]:
    """Those of some persons whose surname stands behind a spot in its sentence: in `the president invited President Fernández` he
    is another."""
    text = cast.texts[spot.comment]
    behind = {w.norm for w in split(text[spot.range.end : sentence_around(text, spot.range.start).end])}
    members = (cast.at[s] for s in holders)
    return {id(m) for m in members if any(name[-1] in behind for name in m.names if name)}


def _holds(member: Member, portfolio: str) -> bool:
    return member.person and member.found is not None and member.found.portfolio == portfolio


def _shared(cast: Members, spot: Spot, phrase: Phrase) -> Member | None:
    """Who is meant by a member of a row, which has its head elsewhere (`French` of `French and Malian troops`)."""
    if not spot.wanted:
        return None
    text = cast.texts[spot.comment]
    sentence = sentence_around(text, spot.range.start)
    before, after = text[sentence.start : spot.range.start], text[spot.range.end : sentence.end]
    whole = in_row(phrase, before, after, cast.tables, cast.on)
    return _body(cast, spot, whole) if whole else None


_IN_FULL = {"House": "House of Representatives"}
"""What a body's short name is, which is a word as well."""
_PART_OF = re.compile(r"\bstate of \Z")
"""Before a name that is then no sovereign state's: `the state of Georgia`."""


def _body(cast: Members, spot: Spot, text: str) -> Member | None:
    """The state, body or group that words name; None when it is nobody's business here (unknown and not wanted)."""
    part = _PART_OF.search(cast.texts[spot.comment], max(0, spot.range.start - 20), spot.range.start)
    found = cast.ask(f"{part[0]}{text}" if part else _IN_FULL.get(without_article(text), text))
    best = _likeliest(cast, found)
    if best and anothers(text, best.country, spot.comment, cast):
        best = structs.replace(best, name=None, country=None)
    if not spot.wanted and not _known(best) and not (spot.kind == "organisation" and _proper(spot)):
        return None
    alike = cast.filed.known(best.name) if best and best.name else cast.filed.written(text)
    for member in alike:
        if not member.person and _same_body(member, best):
            return member
    member = cast.new(person=False)
    cast.know(member, best)
    return member


def _likeliest(cast: Members, found: list[Candidate]) -> Candidate | None:
    """The best candidate; among near equals, one whose country the page names so far: of bodies the one named most often."""
    close = _close(found)
    if len(close) < 2:
        return found[0] if found else None
    here = {c.country: cast.filed.namings[c.country] + (c.country == cast.home) for c in close}
    if close[0].kind == "organisation":
        return max(close, key=lambda c: here[c.country])
    return next((c for c in close if here[c.country]), found[0])


def _close(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that words alone do not tell apart."""
    return [c for c in found if c.score > found[0].score - 0.2]


def _answers(member: Member, countries: set[str | None], office: Office | None) -> bool:
    """Whether what is known of a person agrees with the state and the kind of office in a description."""
    found = member.found
    if found is None or found.name is None:
        return not countries
    if office and office.portfolio and found.portfolio and office.portfolio != found.portfolio and office.role != "leader":
        return False  # `the president` is no prime minister
    if office and found.role and another_office(found.role, office.role, found.country or ""):
        return False  # nor `the British chancellor`
    sectors = {found.sector, "BUS", "UNK"} if found.sector else {office.sector if office else None}
    return (not countries or found.country in countries) and (office is None or office.sector in sectors or found.sector == "ELI")


def _plural(spot: Spot) -> bool:
    """Whether several people are named: `Mexican officials`."""
    words = split(spot.text)
    return bool(words) and words[-1].norm.endswith("s") and not words[-1].upper


def may_be(member: Member, pronoun: str) -> bool:
    """Whether a person may be the one that a pronoun means, by titles and given names."""
    other = "men" if pronoun in listed("she") else "women" if pronoun in listed("he") else None
    if other is None:
        return True
    known = (member.found.name or "") if member.found else ""
    told = [_told(text) for text in (known, *member.words)]
    mine = {"men": "women", "women": "men"}
    return not any(other in some for some in told) or any(mine[other] in some for some in told)


@lru_cache(maxsize=8192)
def _told(text: str) -> frozenset[str]:
    """Whether the title or the given name in the first two words is a man's, a woman's, or both."""
    said = {w.norm for w in split(text)[:2]}
    return frozenset(name for name in ("men", "women") if said & listed(name))


def _points(phrase: Phrase) -> int:
    """Order of the second round: what names a body, then what points to an office, then to a relation, then pronouns."""
    words = {w.norm for w in phrase.words}
    relative = words & (listed("counterparts") | {"predecessor"})
    return 3 if words <= listed("pronouns") or words <= {"the", *_OF_TWO} else 2 if relative else 1 if phrase.title else 0


def _known(found: Candidate | None) -> bool:
    """Whether somebody in particular is meant: a name, or at least a state it belongs to."""
    return found is not None and (found.name is not None or found.country not in (None, "INT"))


def _proper(spot: Spot) -> bool:
    """Whether an unknown body goes by a name of its own: two capitalised words, not shouted, not in a headline."""
    words = [w for w in split(spot.text) if w.cap]
    return len(words) > 1 and not spot.headline and not all(w.upper for w in words)


def _same_body(member: Member, found: Candidate | None) -> bool:
    """Whether a member of a name, or of some words, is the body found; one that is known is no other of its name."""
    if found is None or found.name is None or member.found is None:
        return True
    return (found.name, found.country, found.kind) == (member.found.name, member.found.country, member.found.kind)
