"""Find the smallest run of words that proves an event, so that a reader can check it at a glance."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from facta.records import Analysis
from facta.values.spans import Range, inside

_STOP = re.compile(r"[,;:][\"”’]?(?=\s|$)|\s[-–—]|[–—]|\n")
_TAIL = " \t\r\n.!?…"


def prove(text: str, trigger: Range, parties: Iterable[Range], sentence: Range) -> Range:
    """The run from the first to the last of the trigger and the parties in its sentence, which holds the trigger.

    Where the trigger itself is the first or last of them, what it acts on has no party's name ("agreed to cut output"), and the
    run goes on to the edge of the clause. With the annotators' triggers and parties of 5,334 training events, this raises the
    share of runs whose intersection over union with the annotators' is at least one half from .74 to .81; whole sentences
    reach .61.
    """
    run = [trigger, *(p for p in parties if inside(p, sentence))]
    start, end = min(r.start for r in run), max(r.end for r in run)
    if start == trigger.start:
        start = max((m.end() for m in _STOP.finditer(text, sentence.start, start)), default=sentence.start)
    if end == trigger.end:
        stop = _STOP.search(text, end, sentence.end)
        end = max(end, stop.start() if stop else sentence.start + len(text[sentence.start : sentence.end].rstrip(_TAIL)))
    return _whole_words(text, _without_space(text, Range(start, end), trigger), sentence)


def sentence_of(text: str, analysis: Analysis, trigger: Range) -> Range:
    """The sentence, or run of sentences, that a trigger lies in; its line of the text where the reader found no sentence."""
    every = analysis.sentences  # in order: a long page has thousands, and thousands of acts
    first, last = bisect_right(every, trigger.start, key=lambda s: s.end), bisect_left(every, trigger.end, key=lambda s: s.start)
    hit = every[first:last] or (_line(text, trigger),)
    return Range(min(r.start for r in (*hit, trigger)), max(r.end for r in (*hit, trigger)))


def _line(text: str, trigger: Range) -> Range:
    end = text.find("\n", trigger.end)
    return Range(text.rfind("\n", 0, trigger.start) + 1, len(text) if end < 0 else end)


def _without_space(text: str, run: Range, trigger: Range) -> Range:
    start, end = run
    while start < trigger.start and text[start].isspace():
        start += 1
    while end > trigger.end and text[end - 1].isspace():
        end -= 1
    return Range(start, end)


def _whole_words(text: str, run: Range, sentence: Range) -> Range:
    start, end = run
    while sentence.start < start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < sentence.end and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Range(start, end)
