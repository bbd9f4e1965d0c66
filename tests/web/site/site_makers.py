"""A small store whose explorer is copied, and what stands around it."""

from facta.relations.busiest import Pair
from facta.store import open_store
from facta.web.site.scope import Scope
from tests.stories.story_makers import act, put, report


def small(path):
    """A store of one pair that two pages tell of."""
    with open_store(path) as store:
        put(
            store,
            report("a", act("AID", "CHN", "RUS", "China gave Russia grain.", date="2018-04-02"), title="Grain <b>comes</b>"),
            report(
                "b",
                act("AGREE", "RUS", "CHN", "Russia will sell gas to China.", date="2018-05-02"),
                site="Post",
                published="2018-05-02",
            ),
        )
    return path


def scope():
    """A copy of that pair."""
    pair = Pair(
        a="CHN", b="RUS", names=("China", "Russia"), stories=2, talk=0, commitment=1, deed=1, first=None, last=None, years=()
    )
    return Scope((pair,))
