"""What a headline, or a sentence like one, tells by an infinitive alone is planned: `Ethiopia's premier to visit Mogadishu`."""

import re
from bisect import bisect_left

from msgspec import structs

from facta.events.evidence import sentence_of
from facta.events.ontology import Ontology
from facta.events.worded import is_done
from facta.records import Analysis, Page, Trigger
from facta.values.spans import Range, range_of

_TO = re.compile(r"to\s[a-z]", re.IGNORECASE)
_LED = re.compile(r"\sto\s$", re.IGNORECASE)
_PARTED = re.compile(r"[;:,]\s|\s[-–—]\s|\b(?:as|after|and|but|while)\s")
_LOOK = 4
"""Characters before an act that are looked at."""


def announced(page: Page, analysis: Analysis, trigger: Trigger, known: Ontology) -> Trigger:
    """The trigger as planned, where a headline of the page, or a sentence without any other verb, tells a deed or a meeting so;
    any other stays as it is."""
    at, words = trigger.start, page.text
    if trigger.status != "actual" or not is_done(trigger, known):
        return trigger
    led = _TO.match(words, at) or _LED.search(words, max(0, at - _LOOK), at)
    head = _head(page, analysis, trigger) if led else None
    if head is None:
        return trigger
    start = max((m.end() for m in _PARTED.finditer(words, head.start, at)), default=head.start)
    tokens = analysis.tokens[bisect_left(analysis.tokens, start, key=lambda t: t.start) :]
    before = [token.tag for token in tokens[: bisect_left(tokens, at, key=lambda t: t.start)]]
    alone = before and not {"VERB", "AUX"} & {*before}
    return structs.replace(trigger, status="planned") if alone else trigger


def _head(page: Page, analysis: Analysis, trigger: Trigger) -> Range | None:
    """The headline that tells an act, or the sentence that has no verb beside the act's own."""
    told = next((p for p in page.paragraphs if p.kind == "headline" and p.start <= trigger.start < p.end), None)
    if told:
        return range_of(told)
    sentence = sentence_of(page.text, analysis, range_of(trigger))
    first, last = (bisect_left(analysis.tokens, at, key=lambda t: t.start) for at in sentence)
    apart = (t for t in analysis.tokens[first:last] if not trigger.start <= t.start < trigger.end)
    return None if any(t.tag in ("VERB", "AUX") for t in apart) else sentence
