"""Acts that are only what another act is about are none of their own."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger


def left(text, first, second):
    """The triggers of the events of a text with two acts, each as trigger, type and roles."""
    return [e.trigger.text for e in find(reading(text, trigger(text, *first), trigger(text, *second))).events]


@pytest.mark.parametrize(
    ("text", "denial", "act"),
    [
        ("Peru denies it sank the ship.", "denies", "sank"),
        ("Peru denied having asked Chile for help.", "denied", "asked"),
        ("Peru has denied reports that its navy had seized a ship.", "denied", "seized"),
        ("Peru repeatedly denied claims of a pact.", "denied", "pact"),
        ("Peru denied President Boric had asked for help.", "denied", "asked"),
    ],
)
def test_what_is_denied_is_no_act(text, denial, act):
    """The denial alone is one."""
    assert left(text, (denial, "REJECT", ("actor", "Peru")), (act, "ASSAULT", ("actor", "Peru"))) == [denial]


@pytest.mark.parametrize(
    ("text", "denial", "act"),
    [
        ("Peru did not deny that it sank the ship.", "deny", "sank"),
        ("Peru couldn’t deny that it sank the ship.", "deny", "sank"),
        ("Nobody denies that Peru sank the ship.", "denies", "sank"),
        ("Peru no longer denies that it sank the ship.", "denies", "sank"),
        ("Peru left without denying that it sank the ship.", "denying", "sank"),
        ("Peru denied it and attacked Chile.", "denied", "attacked"),
        ("Peru denied any part in the attack.", "denied", "attack"),
        ("Peru denied entry to a man and deported him.", "denied", "deported"),
        ("Peru denies it. Chile sank the ship.", "denies", "sank"),
    ],
)
def test_what_stands_beside_a_denial_stays(text, denial, act):
    """Denials taken back, what goes on behind them, what was done by somebody else."""
    assert left(text, (denial, "REJECT", ("actor", "Peru")), (act, "ASSAULT", ("actor", "Peru"))) == [denial, act]


@pytest.mark.parametrize(
    ("text", "whom", "kept"),
    [
        ("Peru denied Chile overflights.", "Chile", ["denied", "overflights"]),
        ("Peru denied reports by Chile of secret overflights.", "Chile", ["denied"]),
    ],
)
def test_what_is_refused_somebody_is_not_what_is_denied(text, whom, kept):
    """Whoever stands right behind the verb is refused it; who told of it may stand anywhere."""
    assert left(text, ("denied", "REJECT", ("recipient", whom)), ("overflights", "MOBILIZE", ("actor", "Peru"))) == kept


@pytest.mark.parametrize(
    ("text", "agent", "expected"),
    [
        ("Peru summoned the Iranian envoy over arms sales to Chile.", "Iranian envoy", ["summoned"]),
        ("Peru summoned the Iranian envoy because of the arms sales.", "Iranian envoy", ["summoned"]),
        ("Peru summoned the Iranian envoy over arms sales to Chile.", "Chile", ["summoned", "arms sales"]),
        ("Peru summoned the Iranian envoy over arms sales to Chile.", "Iranian", ["summoned", "arms sales"]),
        ("Peru summoned the Iranian envoy, who condemned the arms sales.", "Iranian envoy", ["summoned", "arms sales"]),
    ],
)
def test_an_envoy_is_not_the_agent_of_why_he_is_summoned(text, agent, expected):
    """A bare noun with nobody else to act is no event; one with an agent of its own is."""
    act = ("arms sales", "COOPERATE", ("actor", agent))
    assert left(text, ("summoned", "ACCUSE", ("actor", "Peru"), ("recipient", "Iranian envoy")), act) == expected


@pytest.mark.parametrize(
    ("text", "act", "agent", "kept"),
    [
        ("Peru has agreed to hold talks and will send an envoy.", "will send", "Peru", False),
        ("Peru agreed to talks in Lima, and to attend a summit.", "attend", "Peru", False),
        ("Peru agreed to talks, and Chile will send an envoy.", "will send", "Chile", True),
        ("Peru agreed to talks. It will send an envoy.", "will send", "Peru", True),
    ],
)
def test_a_plan_that_its_actor_promises_right_before_is_no_act(text, act, agent, kept):
    """It is a part of what was promised, in one sentence and with one actor."""
    promise, plan = (
        trigger(text, "agreed", "AGREE", ("actor", "Peru")),
        trigger(text, act, "CONSULT", ("actor", agent), status="planned"),
    )
    assert (["agreed", act] if kept else ["agreed"]) == [e.trigger.text for e in find(reading(text, promise, plan)).events]


@pytest.mark.parametrize(
    ("text", "off", "kept"),
    [
        ("A planned visit to Lima was called off.", "was called off", False),
        ("A planned visit to Lima has been postponed.", "has been postponed", False),
        ("A planned visit to Lima stands, but a dinner was called off.", "was called off", True),
        ("A planned visit to Lima was refused.", "was refused", True),
    ],
)
def test_a_meeting_called_off_is_not_planned(text, off, kept):
    """That it was called off is the act."""
    planned = trigger(text, "planned visit", "CONSULT", status="planned")
    found = find(reading(text, planned, trigger(text, off, "REJECT", mode="meet"))).events
    assert (["planned visit", off] if kept else [off]) == [e.trigger.text for e in found]
