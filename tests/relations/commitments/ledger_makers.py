"""A promise, what may answer it, and stores of them."""

from facta.relations import ledger
from tests.stories.story_makers import act, put, report

SALE = "Russia agreed to sell China S-400 missile systems."
DELIVERY = "Russia delivered the first S-400 missile systems to China."
HALT = "Russia halted the sale of S-400 missile systems to China."


def promised(day="2018-01-10", words=SALE, kind="AGREE", **more):
    """What Russia commits itself to towards China."""
    return act(kind, "RUS", "CHN", words, date=day, **more)


def delivered(day="2018-03-01", words=DELIVERY, kind="COOPERATE", **more):
    """What would keep it."""
    return act(kind, "RUS", "CHN", words, date=day, **more)


def halted(day="2018-03-01", **more):
    """What would break it."""
    return act("SANCTION", "RUS", "CHN", HALT, date=day, mode="discontinue", **more)


def told(key, one, published=None):
    """A page that tells one act on the day it is dated, if no other is given."""
    return report(key, one, published=published or one.date)


def filled(store, *acts, until="2018-06-30"):
    """A store of acts, one a page (`a`, `b`, ...), whose last report is of a day."""
    return put(store, *(told(key, one) for key, one in zip("abcdefgh", acts, strict=False)), report("z", published=until))


def entries(store, a="CHN", b="RUS", **more):
    """The entries of a ledger."""
    return ledger(store, a, b, **more).commitments


def only(store, **more):
    """The one entry of it."""
    (one,) = entries(store, **more)
    return one
