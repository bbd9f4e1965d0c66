"""How much of readers' comments ends up in the article that they are about: the share of their text, by what gold knows of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

SAID = ("body", "standfirst", "dek", "caption")
"""Kinds of paragraphs that are the article's own words; its headline is left out, since comments quote it as their title."""
LEAST = 25
"""Folded characters of a comment's beginning below which it stands in an article by chance ("Thank you!")."""


def share(pages: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> float:
    """Share of the comments' text that stands in the articles, from 0 to 1; a comment counts whole, by where it begins.

    pages: gold and what `facta read` says of the same page. Comments that begin with words of the article are no leak where the
    gold begins so and the thread has them too, but that can't be told from here: what is measured is at most too high.
    """
    leaked = total = 0
    for gold, read in pages:
        article = _article(read)
        for start, size in _comments(gold):
            total += size
            leaked += size * (start in article)
    return leaked / total if total else 0.0


def _article(read: Mapping[str, Any]) -> str:
    page = read["page"]
    return folded("".join(page["text"][p["start"] : p["end"]] for p in page["paragraphs"] if p["kind"] in SAID))


def _comments(gold: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The folded beginning of each comment that is long enough, and the number of its characters."""
    for comment in gold["comments"]:
        start = folded(comment["text_prefix"] or "")
        if comment["kind"] == "comment" and len(start) >= LEAST:
            yield start, comment.get("text_len") or len(comment["text_prefix"])


def folded(text: str) -> str:
    """Letters and digits only, case folded.

    >>> folded("“No,” he said.")
    'nohesaid'
    """
    return "".join(filter(str.isalnum, text.casefold()))
