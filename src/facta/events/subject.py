"""Whoever opens an act's sentence right before its verb acts, not also who acted in a sentence before.

In `Katz accused Petro. Hamas welcomed the move` a reader may have both welcome it. Of coded acts where it did so 8 became right
without the one told before and 1 wrong; in those done together (talks, deals, exercises) the other is as often meant.
"""

import re
from collections.abc import Sequence

from facta.values.spans import Range, inside

_OPENING = re.compile(r"[“\"]?(?:(?:The|An?) )?")
_TO_VERB = re.compile(r"[^,;:“”\"\n]{1,40}")


def without_earlier(words: str, sentence: Range, act: Range, actors: Sequence[Range]) -> list[Range]:
    """An act's actors, in order, without those of earlier sentences where one of its own sentence is its subject."""
    own = [at for at in actors if inside(at, sentence)]
    if not own or len(own) == len(actors) or any(at.start >= sentence.end for at in actors):
        return list(actors)
    first = own[0]
    led = _OPENING.fullmatch(words, sentence.start, first.start) and _TO_VERB.fullmatch(words, first.end, act.start)
    return own if led else list(actors)
