"""Bodies that a page goes on about by their kind alone."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


@pytest.mark.parametrize(
    ("first", "who", "same"),
    [
        ("Niger's military council", "council", True),
        ("International Criminal Court", "court", True),
        ("Chad's army", "army", False),
        ("Niger's military council", "ministry", False),
    ],
)
def test_a_kind_alone_means_the_body_of_that_kind(resolve: Step, build: Any, first: str, who: str, same: bool) -> None:
    """The one named before with its state; nobody named where there is none of the kind, or there are those of two states."""
    text = f"The {first} shut the border to Sudan's army. On Monday the {who} cut the fuel."
    shut = build.event(text, "shut", actors=(first,), recipients=("Sudan's army",))
    cut = build.event(text, "cut", actors=(build.party(text, who, text.count(who)),))
    earlier, party = (e.actors[0] for e in resolve(build.reading(text, "2024-03-17", events=(shut, cut))).events)
    assert same == (earlier.actor == party.actor)
