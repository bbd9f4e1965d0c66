"""What a headline tells by an infinitive alone is planned: `Ethiopia's premier to visit Mogadishu`."""

import re
from bisect import bisect_left

from msgspec import structs

from facta.events.ontology import Ontology
from facta.events.worded import is_done
from facta.records import Analysis, Page, Trigger

_TO = re.compile(r"to\s[a-z]", re.IGNORECASE)
_LED = re.compile(r"\sto\s$", re.IGNORECASE)
_PARTED = re.compile(r"[;:,]\s|\s[-–—]\s|\b(?:as|after|and|but|while)\s")
_LOOK = 4
"""Characters before an act that are looked at."""


def announced(page: Page, analysis: Analysis, trigger: Trigger, known: Ontology) -> Trigger:
    """The trigger as planned, where a headline of the page tells a deed or a meeting so; any other stays as it is."""
    at, words = trigger.start, page.text
    head = next((p for p in page.paragraphs if p.kind == "headline" and p.start <= at < p.end), None)
    if head is None or trigger.status != "actual" or not is_done(trigger, known):
        return trigger
    if not (_TO.match(words, at) or _LED.search(words, max(0, at - _LOOK), at)):
        return trigger
    start = max((m.end() for m in _PARTED.finditer(words, head.start, at)), default=head.start)
    tokens = analysis.tokens[bisect_left(analysis.tokens, start, key=lambda t: t.start) :]
    before = [token.tag for token in tokens[: bisect_left(tokens, at, key=lambda t: t.start)]]
    alone = before and not {"VERB", "AUX"} & {*before}
    return structs.replace(trigger, status="planned") if alone else trigger
