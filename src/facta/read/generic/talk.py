"""Whether people talk to each other: by what they call themselves, whom they address, and that they come back."""

import re
from collections.abc import Sequence
from itertools import pairwise

from facta.read.generic import words
from facta.read.posts import Post

LEAST = 3
"""Posts from which this is told."""
_PSEUDONYM = re.compile(r"(?=[^\W\d_])(?:[a-zß-ÿа-я][\w.-]{2,24}|[\w.-]*[^\W\d_]\w*[\d_][\w.-]{0,20})")
SOME = 0.25
"""Share of the posts by authors with such names."""
_CALLED = re.compile(r"@(?P<at>[\w.-]+\w)|(?P<name>[^\s,:!.–@][^,:!.–\n]{1,40}?)\s?[,:!–]")
FIRST = 80
"""Characters at the beginning of a post among which it names whom it answers."""


def weight(posts: Sequence[Post]) -> float:
    """0 to 3: what speaks for readers where neither names nor headings of the page do."""
    if len(posts) < LEAST:
        return 0.0
    named = sum(_PSEUDONYM.fullmatch(post.author or "") is not None for post in posts)
    return 1.0 * (named >= SOME * len(posts)) + 1.5 * _addresses(posts) + 0.5 * _returns(posts)


def is_talk(texts: Sequence[str]) -> bool:
    """Whether texts are what readers write: most speak of "I" and "you", ask or exclaim, and none reports or quotes.

    >>> is_talk(["I was there. It is worse.", "Who pays for this?"]), is_talk(["The mayor said that work begins.", "Who pays?"])
    (True, False)
    """
    if reports(texts):
        return False
    told = sum(text.rstrip()[-1:] in _ENDS or words.within("talk").search(text) is not None for text in texts)
    return told >= TALKS * len(texts)


def reports(texts: Sequence[str]) -> bool:
    """Whether one of several texts quotes somebody, or tells what others said."""
    return any(_QUOTED.search(text) or words.within("reported").search(text) for text in texts)


TALKS = 0.6
"""Share of the texts in which somebody speaks to others."""
_ENDS = frozenset("?!？！؟…")
_QUOTED = re.compile(r"[“„«「『][^”“»」』]{12,}[”“»」』]|\"[^\"]{12,}\"")


def _addresses(posts: Sequence[Post]) -> bool:
    """Whether a post begins with the name of somebody who wrote before: "Ada, you are wrong", "@ada"."""
    before: set[str] = set()
    for post in posts:
        called = _CALLED.match(post.text[:FIRST].casefold())
        if called and not before.isdisjoint(filter(None, (called["at"], called["name"]))):
            return True
        name = (post.author or "").casefold()
        before |= {part for part in (name, name.split(" ")[0]) if len(part) > 2}
    return False


def _returns(posts: Sequence[Post]) -> bool:
    """Whether an author writes again after another did."""
    runs = [a.author for a, b in pairwise([*posts, Post()]) if a.author != b.author and a.author]
    return len(set(runs)) < len(runs)
