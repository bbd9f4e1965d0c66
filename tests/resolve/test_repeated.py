"""Bodies that a page goes on about by their kind alone."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


@pytest.mark.parametrize(
    ("first", "before", "who", "same"),
    [
        ("Niger's military council", "shut the border. Americans waited.", "council", True),
        ("International Criminal Court", "shut its doors.", "court", True),
        ("Chad's army", "shut the border to Sudan's army.", "army", False),
        ("Niger's military council", "shut the border.", "ministry", False),
    ],
)
def test_a_kind_alone_means_the_body_of_that_kind(
    resolve: Step, build: Any, first: str, before: str, who: str, same: bool
) -> None:
    """The one named before with its state; nobody named where there is none of the kind, or there are those of two states."""
    text = f"The {first} {before} On Monday the {who} cut the fuel."
    shut = build.event(text, "shut", actors=(first,), recipients=[w for w in ("Sudan's army",) if w in text])
    cut = build.event(text, "cut", actors=(build.party(text, who, text.count(who)),))
    earlier, party = (e.actors[0] for e in resolve(build.reading(text, "2024-03-17", events=(shut, cut))).events)
    assert same == (earlier.actor == party.actor)
