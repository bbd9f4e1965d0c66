"""Facebook's comments plug-in, where a saved page holds its frame: `fbFeedbackPost` of the first, `UFI` classes of the later."""

from collections import Counter
from itertools import chain, islice

from facta.read import trees
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class, by_tag

SIGNS = Signs(("UFICommentActorName", "fbFeedbackPost"))
FIELDS = Fields(
    author=(by_class("uficommentactorname"), by_class("profilename"), by_class("postactor", "actorname")),
    date=(by_class("livetimestamp", "timestamp", "ufisutrocommenttimestamp"), by_tag("abbr")),
    text=(by_class("uficommentbody", "_5mdd", "posttext"),),
    furniture=by_class("see_more_link", "text_exposed_hide", "text_exposed_link", "_5v47"),
)
_named = trees.with_class("UFICommentActorName")
_first = trees.with_class("fbFeedbackPost")
_COMMENT = by_class("uficomment", "ufireply", "_3-8y")
_REPLIES = by_class("ufireplylist", "_44ri")
_CLIMB = 10
"""Elements between a name and its comment's own, at most; more would take in the page around a lonely comment."""


def recognises(tree: Element) -> bool:
    """Whether the plug-in has drawn a comment."""
    return bool(_named(tree)) or bool(_first(tree))


def threads(tree: Element) -> Extraction:
    """The posts; the first plug-in's replies stand inside the post they answer, the later one's in a list behind it."""
    if items := _first(tree):
        posts = trees.read(items, FIELDS)
    else:
        items = _items(tree)
        posts = trees.read(items, FIELDS, trees.by_depth(trees.nesting(items, _REPLIES)))
    return Extraction(trees.stamped(posts, items, by_tag("abbr"), "data-utime", "data-date", "title"), trees.roots(items))


def _items(tree: Element) -> list[Element]:
    """The largest element around each name that holds no other name, the comment's own at most."""
    named = _named(tree)
    holds = Counter(chain.from_iterable(islice(name.iterancestors(), _CLIMB) for name in named))
    return [item for name in named if (item := _around(name, holds)) is not None]


def _around(name: Element, holds: Counter[Element]) -> Element | None:
    item = None
    for place in islice(name.iterancestors(), _CLIMB):
        if holds[place] > 1:
            break
        item = place
        if _COMMENT(place):
            break
    return item
