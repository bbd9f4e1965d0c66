"""What the words beside a place's name make of it: a place still (`Boston Police`) or part of a name (`Boston University`)."""

from facta.resolve.place.marks import Mark
from facta.resolve.place.text import PlaceText, among
from facta.resolve.words import Word

_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""Sectors of the codebook whose offices every state or town has."""


def part_of_a_name(page: PlaceText, mark: Mark) -> bool:
    """Whether the words around make the mark part of a longer name that is no place."""
    before, after = page.before(mark), page.after(mark)
    if before and before.cap and _name_before(page, mark, before):
        return True
    if after and _name_after(page, mark, after):
        return True
    first = mark.first
    owned = first > 1 and page.words[first - 1].norm in ("of", "for") and among(page.words[first - 2], "namesakes")
    return owned or bound(page, mark)


def bound(page: PlaceText, mark: Mark) -> bool:
    """Whether a sign or a particle makes the mark part of something else (`anti-Moscow`, `Kerry-Ann`, `US$5`)."""
    first, last = mark.first, mark.last
    before = page.words[first - 1] if first else None
    if before and among(before, "particles") and not before.cap and first > 1 and not mark.filed:
        return page.words[first - 2].cap
    if before and page.words[first].joined:
        return among(before, "not of") or (before.cap and first - 1 not in page.at and not mark.filed)
    if last < len(page.words) and page.words[last].joined and page.words[last].cap:
        return page.like_a_person(page.words[first]) or last not in page.at
    return page.text.startswith(("$", " & "), page.words[last - 1].end)


def runs_into_a_name(page: PlaceText, mark: Mark) -> bool:
    """Whether a word follows that makes a longer name of both (`Bani Zela`)."""
    after = page.after(mark)
    if not after or not after.cap or mark.last in page.at or after.norm in page.tables.offices:
        return False
    return after.norm not in page.sites.words and not among(after, "namesakes", "bodies of places", "divisions", "directions")


def _name_before(page: PlaceText, mark: Mark, before: Word) -> bool:
    """Whether the capitalised word before makes one name of both."""
    state = "state" in mark.kinds
    if page.given(mark.first - 1) or among(before, "ships"):
        return not state
    if _apart_before(page, mark, before) or state:
        return False
    if before.norm in page.tables.offices:
        return not mark.filed
    opens = page.opens(mark.first - 1) and not page.like_a_person(page.words[mark.first])
    return not page.titled[mark.first] and not opens


def _apart_before(page: PlaceText, mark: Mark, before: Word) -> bool:
    """Whether the capitalised word before is known to stand by itself (`Northern Iraq`, `While Iraq`, `British Columbia`)."""
    known = page.clear(mark.first - 1)
    if known:
        return not known.person
    grammar = among(before, "determiners", "openers", "pronouns")
    return grammar or before.upper or among(before, "at places", "towards places", "directions", "calendar")


def _name_after(page: PlaceText, mark: Mark, after: Word) -> bool:
    """Whether the word after makes a longer name of both, one that is no place."""
    if not after.cap or after.upper or any(c.isdigit() for c in after.norm):
        return among(after, "ailments") and "state" not in mark.kinds
    word = page.words[mark.first]
    if page.single(mark) and word.upper:
        return False  # `US Navy`, `U.S. Centers for Disease Control`
    known = page.at.get(mark.last)
    if page.single(mark) and page.like_a_person(word) and not mark.filed and (known is None or known.kinds == {"city"}):
        return True
    if page.titled[mark.first]:
        return word.norm in page.tables.given_names
    return not _apart_after(page, mark.last)


def _apart_after(page: PlaceText, at: int) -> bool:
    """Whether the capitalised words from here on leave what stands before them a place (`Boston Police Chief`)."""
    if page.clear(at):
        return True
    word = page.words[at]
    if page.given(at):
        # `in South Sudan David Shearer said`, `Virginia Sen. Tim Kaine`
        return among(word, "titles") or not page.like_a_person(page.words[at - 1])
    while not _governs(page, word) and page.runs_on(at):
        at += 1
        word = page.words[at]
    return _governs(page, word) or among(word, "calendar", "openers")


def _governs(page: PlaceText, word: Word) -> bool:
    """Whether a word is an office or a body that a place has (`Police`), not one that is named after it (`University`)."""
    office = page.tables.offices.get(word.norm)
    return among(word, "bodies of places") or (office is not None and office.sector in _PUBLIC)
