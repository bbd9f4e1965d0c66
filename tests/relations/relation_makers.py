"""Acts between two states by what they are to a relation, and stores of many of them."""

from datetime import date, timedelta

from tests.stories.story_makers import act, report

TYPES = {
    ("talk", True): ("CONSULT", "visit"), ("talk", False): ("ACCUSE", None),
    ("commitment", True): ("AGREE", None), ("commitment", False): ("THREATEN", None),
    ("deed", True): ("AID", None), ("deed", False): ("SANCTION", None),
}  # fmt: skip
START = date(2018, 1, 10)


def did(rung, coop, day, actor="CHN", recipient="RUS", **more):
    """One act of a rung, of cooperation or conflict, on a day (ISO, or days after the first)."""
    kind, mode = TYPES[rung, coop]
    when = day if isinstance(day, str) else (START + timedelta(day)).isoformat()
    return act(kind, actor, recipient, date=when, mode=mode, **more)


def many(rung, coop, conf, *, every=7, **more):
    """So many acts of cooperation and of conflict, one each so many days."""
    signs = [True] * coop + [False] * conf
    return [did(rung, sign, every * n, **more) for n, sign in enumerate(signs)]


def page(*acts, key="a", **more):
    """All on one page, so that each is a story of its own."""
    return report(key, *acts, **more)
