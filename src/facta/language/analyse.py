"""The step that reads language: which one a page is in, and what its reader finds in the article and in each comment."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from facta import settings
from facta.language import detect
from facta.language.sentences import paragraphs
from facta.records import ARTICLE, READ, Analysis, Comment, Page, Reading
from facta.values.spans import Range, range_of

STEP = "language"


class Reader(Protocol):
    """What reads a text for facta; the shipped one is `facta.language.reader.load()`, a better one takes its place whole."""

    version: str
    """Name and version, written into every record made from its findings."""

    def read(self, text: str, regions: Sequence[Range], title: str | None = None) -> Analysis:
        """What stands in the regions of a text, each a hard border; every offset is into `text`."""
        ...


class Analyse:
    """Fills `page.language` and `analyses`: the article's under ARTICLE, each comment's under its id.

    Only English is analysed so far, and only up to the setting `max_chars`; what is left out is said in `problems`.
    """

    def __init__(self, reader: Reader) -> None:
        """Work with this reader."""
        self.reader = reader

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its language and analyses."""
        page = reading.page
        regions = [range_of(p) for p in page.paragraphs if p.kind in READ]
        sample = "\n".join(page.text[r.start : r.end] for r in regions)[: detect.SAMPLE]
        code = _language(sample, page.language)
        reading = msgspec.structs.replace(reading, page=msgspec.structs.replace(page, language=code))
        problem = _problem(page, sample, code)
        if problem:
            return self._thread(reading.with_problem(STEP, problem), {})
        return self._thread(reading, {ARTICLE: self.reader.read(page.text, regions, page.title)})

    def _thread(self, reading: Reading, found: dict[str, Analysis]) -> Reading:
        """Add the analyses of the comments that are English; say how many are not."""
        posts = [c for c in reading.thread if not c.deleted and c.text.strip()]
        foreign = [c for c in posts if not _english(c.text, detect.language(c.text) or reading.page.language)]
        strange = {c.id for c in foreign}
        found |= {c.id: self.reader.read(c.text, paragraphs(c.text), None) for c in posts if c.id not in strange}
        reading = msgspec.structs.replace(reading, analyses=found)
        return reading.with_problem(STEP, _left_out(foreign)) if foreign else reading


def _language(sample: str, declared: str | None) -> str | None:
    """What a text shows itself to be in; what its page declares where it is too short to tell, or only shows to be no English."""
    short = sum(map(str.isalpha, sample)) < detect.LEAST_LETTERS
    found = None if short else detect.language(sample)
    return found or (declared if short or not detect.looks_english(sample) else None)


def _problem(page: Page, sample: str, code: str | None) -> str | None:
    """Why an article is not analysed; None when it is."""
    if not _english(sample, code):
        what = f"{detect.name(code)} ({code})" if code else "not in English"
        return f"The text is {what}; facta reads it but codes only English so far."
    most = int(settings.number("max_chars"))
    if len(page.text) > most:
        return (
            f"The text has {len(page.text):,} characters; only up to {most:,} are coded (setting max_chars), so it is read only."
        )
    return None


def _english(text: str, code: str | None) -> bool:
    """Whether a text is coded; one in an unknown language is when it is written in plain letters, or has none."""
    return code == detect.ENGLISH if code else detect.looks_english(text) or not any(map(str.isalpha, text))


def _left_out(foreign: Sequence[Comment]) -> str:
    number = "One comment is" if len(foreign) == 1 else f"{len(foreign)} comments are"
    return f"{number} not in English; facta reads the thread but codes only English so far."
