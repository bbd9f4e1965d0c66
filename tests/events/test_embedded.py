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


def test_a_day_may_stand_behind_a_denial():
    """It leads to what is denied as before."""
    text = "Peru denied on Tuesday that it sank the ship."
    assert left(text, ("denied", "REJECT", ("actor", "Peru")), ("sank", "ASSAULT", ("actor", "Peru"))) == ["denied"]


@pytest.mark.parametrize(
    ("text", "first", "second", "kept"),
    [
        ("Peru's request for Toledo's extradition was heard.", "request", "extradition", ["request"]),
        ("Peru called on Monday for a quick inquiry.", "called", "inquiry", ["called"]),
        ("Peru asked for rice, and Chile asked to meet.", "asked for", "asked to meet", ["asked for", "asked to meet"]),
    ],
)
def test_what_is_asked_for_is_asked_once(text, first, second, kept):
    """The noun behind a request is no second one; another's request is."""
    assert left(text, (first, "REQUEST", ("actor", "Peru")), (second, "REQUEST")) == kept


def test_who_is_backed_by_air_strikes_is_not_hit_by_them():
    """The help has its recipient, the strikes have only whom they hit."""
    text = "Peru's army, backed by Chilean air strikes, drove out the rebels."
    help = trigger(text, "backed by", "AID", ("actor", "Chilean"), ("recipient", "Peru's army"))
    strikes = trigger(text, "air strikes", "ASSAULT", ("actor", "Chilean"), ("recipient", "Peru's army"), ("recipient", "rebels"))
    events = find(reading(text, help, strikes)).events
    assert [["Peru's army"], ["rebels"]] == [[p.text for p in e.recipients] for e in events]
