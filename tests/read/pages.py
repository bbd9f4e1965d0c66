"""Small pages of our own, written after schema.org, the HTML standard and AMP's documentation."""

import json
from collections.abc import Sequence

from facta.read import article as articles
from facta.read.draft import Draft

PARAGRAPHS = [
    "The foreign ministers of both countries met in Ankara on Monday for the first time in four years, officials said.",
    "They spoke for three hours about the border, the return of prisoners and the gas that flows between the two countries.",
    "Neither side would say whether a second meeting has been agreed, but both delegations called the talks useful.",
]
TITLE = "Ministers meet in Ankara"


def page(
    head: str = "",
    above: str = "",
    below: str = "",
    *,
    h1: str = TITLE,
    html: str = "",
    body: str = "",
    prose: Sequence[str] = PARAGRAPHS,
) -> str:
    """A page with an article of `prose`; `html` and `body` are attributes of these two elements."""
    text = "".join(f"<p>{p}</p>" for p in prose)
    content = f"<main><article><h1>{h1}</h1>{above}{text}{below}</article></main>"
    return f"<html {html}><head>{head}</head><body {body}>{content}</body></html>"


def linked(kind: str = "NewsArticle", **fields: object) -> str:
    """A block of JSON-LD about the article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": kind, "headline": TITLE, **fields})}</script>'


def read(source: str | bytes, **options: str) -> Draft:
    """What the reader of articles makes of a page."""
    return articles.read(source, max_chars=100_000, **options)


def lines(draft: Draft) -> list[tuple[str, str]]:
    """The paragraphs of a draft with their kinds."""
    return [(p.kind, draft.text[p.start : p.end]) for p in draft.parts]
