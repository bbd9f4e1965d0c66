"""Quotations: who said, wrote or thought what, in which words, and through whom it came to this page.

`find` is the step of the pipeline. It takes the attributions that a reader of the language found and adds what the printed page
tells: which are quoted, which belong together, whose words are repeated, and the chain of sources.
"""

import msgspec

from facta.quotes.build import build
from facta.quotes.told import told
from facta.records import ARTICLE, Reading

__all__ = ["find"]


def find(reading: Reading) -> Reading:
    """The reading with its quotations, the article's first, then each comment's; unchanged if nothing has been analysed."""
    analyses = reading.analyses
    if isinstance(analyses, msgspec.UnsetType):
        return reading
    texts = [(ARTICLE, None), *((c.id, c) for c in reading.thread)]
    quotes = [q for key, comment in texts if key in analyses for q in build(told(reading, analyses[key], comment))]
    return msgspec.structs.replace(reading, quotes=tuple(quotes))
