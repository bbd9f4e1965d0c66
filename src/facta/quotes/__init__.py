"""Quotations: who said, wrote or thought what, in which words, and through whom it came to this page.

`find` is the step of the pipeline. It takes the attributions that a reader of the language found and adds what the printed page
tells: which are quoted, which belong together, whose words are repeated, and the chain of sources.
"""

import msgspec

from facta.quotes.build import build
from facta.records import ARTICLE, UNSET, Reading

__all__ = ["find"]


def find(reading: Reading) -> Reading:
    """The reading with its quotations, the article's first, then each comment's; unchanged if nothing has been analysed."""
    if reading.analyses is UNSET:
        return reading
    quotes = []
    texts = reading.texts()
    for key, analysis in reading.analyses.items():
        if key in texts:
            quotes += build(reading, analysis, texts[key], None if key == ARTICLE else key)
    return msgspec.structs.replace(reading, quotes=tuple(quotes))
