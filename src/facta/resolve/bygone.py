"""What the words before an act say of when it was: that it lies back (`a recent raid`, `freed after being held`), or its year.

The codebook gives what lies back no date rather than the report's. Only such words count as meant an undated act in nearly all
labelled texts that have them; what stands behind a bare `after` has a date there as often as none.
"""

import re

from facta.records import Event, When
from facta.resolve.cues import CUES
from facta.resolve.spots import sentence_around
from facta.values.datafile import either
from facta.values.dates import MONTHS

_OPENS = rf"{either(CUES.outside_noun)}\b"
"""Words that do not stand within a noun phrase before its noun."""
_EARLIER = re.compile(rf"\b{either(CUES.bygone)} (?:(?!{_OPENS})[\w’'-]+ ){{0,3}}$|\b{either(CUES.formerly)} (?:been )?$")
"""An adjective of the act's own noun phrase, or the adverb of its verb."""
_SINCE = re.compile(
    r"(?<!\bhas )(?<!\bhave )(?<!\bhad )\bsince"
    rf" (?!.*\b(?:(?:19|20)\d\d|is|are|has|have|was|were|and|but|for|to|{'|'.join(MONTHS)})\b)(?:[\w.’'-]+ ){{1,9}}$"
)
"""The beginning of what goes on: `since the rebels | seized`."""
_MODAL = re.compile(r"(?:could|would|can|may|might|will|should|must)\b")
_UNDONE = re.compile(rf"\b{either(CUES.fate)}\b[^.;]{{0,60}}\bafter (?:being|having(?: been)?) (?:[a-z]+ ){{0,2}}$")
"""The end of what happened to somebody before: `is freed after being | kidnapped`."""


def bygone(event: Event, known: When | None, text: str) -> When | None:
    """The date known of an event; None in the place of the report's where the words before its trigger say that it lies back.

    text: of the article or comment.
    """
    if known is None or known.precision != "reported" or known.text or event.status not in ("actual", "historical"):
        return known
    before = text[sentence_around(text, event.trigger.start).start : event.trigger.start]
    since = _SINCE.search(before) and not _MODAL.match(event.trigger.text)
    return None if since or _EARLIER.search(before) or _UNDONE.search(before) else known


_YEAR = re.compile(rf"(?:\b(?:the|[Ii]ts|their|his|her|an?)|\w['’]s?) ((?:19|20)\d\d) (?:(?!{_OPENS})[\w.’'-]+ ){{0,5}}$")
"""The year that an act's own noun phrase opens with."""
_AUXILIARY = re.compile(r"(?:is|are|was|were|has|have|had|been|being)\b")


def of_year(event: Event, text: str) -> When | None:
    """The year that opens an act's noun phrase: `the 2009 hotel bombings`, `King's 1963 march`; text as in `bygone`.

    Of 100 labelled acts that have one, 99 are dated in it, whatever other times stand around.
    """
    before = text[sentence_around(text, event.trigger.start).start : event.trigger.start]
    told = _YEAR.search(before)
    if told is None or _AUXILIARY.match(event.trigger.text):
        return None
    return When(iso=told[1], precision="year", text=told[1])
