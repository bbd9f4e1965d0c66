"""Names that nobody knows and the text says are places (`Pandi, Bulacan`, `the village of Ciocile`)."""

from collections.abc import Iterator, Mapping

from facta.resolve.place.choice import Choice
from facta.resolve.place.marks import Mark
from facta.resolve.place.site import Site
from facta.resolve.place.text import PlaceText, among
from facta.resolve.words import listed


def unknown(page: PlaceText, found: Mapping[Mark, Choice], *, certain: bool) -> Iterator[tuple[int, int, Choice]]:
    """The first word, the index after the last, and the place with the point of the region that holds it, in reading order.

    `found` are the known places. With `certain` the text is known to name a place.
    """
    holders = {m.first: c.site for m, c in found.items() if not page.words[m.last - 1].possessive}
    at = 0
    while at < len(page.words):
        end = at + 1
        if _nameless(page, at) and (certain or not page.opens(at)):
            while page.runs_on(end - 1) and _nameless(page, end):
                end += 1
            choice = _placed(page, at, end, holders.get(end), certain)
            if choice:
                yield at, end, choice
        at = end


def _nameless(page: PlaceText, at: int) -> bool:
    """Whether a word may belong to a place's name that nobody knows."""
    word = page.words[at]
    if not word.cap or word.upper or at in page.at:
        return False
    body = word.norm in page.sites.words or word.norm in page.tables.offices or among(word, "namesakes", "bodies of places")
    return among(word, "counties") or not body


def _placed(page: PlaceText, first: int, end: int, holder: Site | None, certain: bool) -> Choice | None:
    """The place a nameless run of words is, if its surroundings say that it is one; `holder` is the place named behind it."""
    lead = page.lead(first)
    gap = page.gap(end) if holder else ""
    if gap != ", " and not (gap == " in " and lead in listed("at places")):
        holder = None
    called = lead == "of" and first > 1 and among(page.words[first - 2], "settlements")
    county = end - first > 1 and among(page.words[end - 1], "counties")
    if not (called or county or (holder and (lead or certain))):
        return None
    name = page.text[page.words[first].start : page.words[end - 1].end]
    if holder is None:
        return Choice(Site(name, "", None, None, kind="unknown"), 0.4, "the text calls it a place")
    lat, lon = (None, None) if holder.kind in ("state", "world") else (holder.lat, holder.lon)
    return Choice(Site(name, holder.country, lat, lon, kind="unknown"), 0.4, f"the text puts it in {holder.name}")
