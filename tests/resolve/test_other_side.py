"""The other side that only the words behind an act name."""

from typing import Any

import pytest

from facta.records import Where


def recipients(resolve: Any, build: Any, text: str, trigger: str, actor: str = "Peru", **act: Any) -> Any:
    """The words and states of an act's recipients, where a reader saw the actor alone."""
    fields = {"type": "AGREE", **act}
    if place := fields.pop("place", None):
        fields["place"] = Where(name=place, text=place)
    event = build.event(text, trigger, actors=(actor,), **fields)
    return [(p.text, p.country) for p in resolve(build.reading(text, "2019-02-28", events=(event,))).events[0].recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "act", "other"),
    [
        ("Peru signed on Friday to buy ten jets from Sweden.", "signed", {}, ("Sweden", "SWE")),
        ("Peru agreed to take in ten tons of Chilean beef.", "agreed", {}, ("Chilean", "CHL")),
        ("Peru agreed to hand two villages, held since 1942, back to Ecuador.", "agreed", {}, ("Ecuador", "ECU")),
        ("Peru has dropped its duty on apples from Chile.", "dropped", {"type": "RETREAT", "mode": "access"}, ("Chile", "CHL")),
        ("Peru suspends Chilean imports of fruit.", "suspends", {"type": "SANCTION", "mode": "discontinue"}, ("Chilean", "CHL")),
        ("Peru gave ten lorries to the Bolivian police.", "gave", {"type": "AID"}, ("Bolivian", "BOL")),
        ("Peru flew its minister to Quito.", "flew", {"type": "CONSULT", "mode": "visit"}, ("Quito", "ECU")),
    ],
)
def test_the_only_other_state_of_the_clause_is_meant(
    *, resolve: Any, build: Any, text: str, trigger: str, act: Any, other: Any
) -> None:
    """Where the words lead to it as those of such acts do."""
    assert recipients(resolve, build, text, trigger, **act) == [other]


@pytest.mark.parametrize(
    ("text", "trigger", "act"),
    [
        ("Peru signed a paper in Quito.", "signed", {}),
        ("Peru signed a paper on trade between Chile and Bolivia.", "signed", {}),
        ("Peru signed a paper after talks with Chile.", "signed", {}),
        ("Peru agreed to build a road, the envoy of Chile said.", "agreed", {}),
        ("Peru promised US$9 million.", "promised", {}),
        ("Peru signed a Chilean-backed paper.", "signed", {}),
        ("Both Peru and its neighbour signed a paper with Chile.", "signed", {}),
        ("Peru agreed to meet his Chilean colleague.", "agreed", {}),
        ("Peru resigned its seat to Chile.", "resigned", {"type": "RETREAT", "mode": "resign"}),
        ("Peru sent ships to Chile.", "sent", {"type": "MOBILIZE", "mode": "weapons"}),
        ("Somebody signed to buy ten jets from Chile.", "signed", {"actor": "Somebody"}),
    ],
)
def test_other_states_are_no_party(resolve: Any, build: Any, text: str, trigger: str, act: Any) -> None:
    """Places, several states, other clauses, who tells of it, money, what is whose, and acts of other kinds."""
    assert recipients(resolve, build, text, trigger, **act) == []


@pytest.mark.parametrize(
    ("text", "trigger", "act", "other"),
    [
        ("Peru set up a field hospital at Arequipo, near Guayaquil.", "set up", {"place": "Guayaquil"}, [("Guayaquil", "ECU")]),
        ("The road to Guayaquil was closed. Peru sent food there.", "sent", {"place": "Guayaquil"}, [("Guayaquil", "ECU")]),
        ("Peru set up a field hospital at Arequipa.", "set up", {"place": "Arequipa"}, []),
        ("Peru signed a paper at Guayaquil.", "signed", {"type": "AGREE", "place": "Guayaquil"}, []),
    ],
)
def test_who_helps_in_another_state_helps_that(
    *, resolve: Any, build: Any, text: str, trigger: str, act: Any, other: Any
) -> None:
    """The place of the help stands for its state; that of a deal does not."""
    assert recipients(resolve, build, text, trigger, **{"type": "AID", **act}) == other


def test_a_state_named_before_is_the_same_member(resolve: Any, build: Any) -> None:
    """Whoever was named by state and is meant by a place of it is one actor of the page."""
    text = "Ecuador was hit by a quake. Peru set up a field hospital in Guayaquil."
    events = (
        build.event(text, "hit", type="ACCUSE", recipients=("Ecuador",)),
        build.event(text, "set up", type="AID", actors=("Peru",), place=Where(name="Guayaquil", text="Guayaquil")),
    )
    told, done = resolve(build.reading(text, "2019-02-28", events=events)).events
    assert told.recipients[0].actor == done.recipients[0].actor
