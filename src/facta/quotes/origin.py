"""Where a page's own words come from: the site it stands on, and the agency or outlet whose report it carries."""

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

from facta.records import Comment, Page, Source, SourceKind


def origin(page: Page, comment: Comment | None = None) -> tuple[Source, ...]:
    """The links that vouch for all of a page, from its outlet inward; the only one's name is None where the page says nothing.

    A site that credits somebody else (`(Reuters)` in the dateline, `Source: Newsweek`) passes that report on. What a reader
    writes below it is the reader's own, on that site.
    """
    site = Source(name=page.site, kind="outlet")
    if comment:
        return (origin(page)[0], Source(name=comment.author, kind="reader"))
    if page.credit is None:
        return (site,)
    credited = Source(name=page.credit.outlet, kind=media().get(bare(page.credit.outlet), "outlet"))
    same = page.site is None or bare(page.site) == bare(page.credit.outlet)
    return (credited,) if same else (site, credited)


def outlet(page: Page) -> str | None:
    """The name of the outlet that a page is from; None when unknown."""
    return origin(page)[0].name


@cache
def media() -> dict[str, SourceKind]:
    """Names of agencies and outlets in lower case, without their article, with their kind."""
    lines = files("facta").joinpath("resolve/knowledge/outlets.tsv").read_text("utf-8").splitlines()
    out: dict[str, SourceKind] = {}
    for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
        for name in (row["name"], *(row["aliases"] or "").split("; ")):
            if name:
                out[bare(name)] = "agency" if row["kind"] == "agency" else "outlet"
    return out


@lru_cache(maxsize=4096)
def bare(words: str) -> str:
    """A name of a medium as `media` lists it.

    >>> bare("The Guardian's")
    'guardian'
    """
    return re.sub(r"^the |['’]s$", "", " ".join(words.lower().split()))
