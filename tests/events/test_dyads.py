"""An event counts once for each directed pair of states that the unit of measure names."""

from facta.events.dyads import Dyad, dyads
from tests.events.event_makers import event, party

KENYA, PERU, CHAD, NOBODY = party("Kenya", "KEN"), party("Peru", "PER"), party("Chad", "TCD"), party("gunmen")


def test_each_actor_state_is_paired_with_each_recipient_state():
    """States are counted once, an unknown one and a state's act on itself not at all."""
    found = dyads(event("ACCUSE", [KENYA, party("Nairobi", "KEN"), PERU, NOBODY], [PERU, CHAD]))
    assert [Dyad("KEN", "PER", False), Dyad("KEN", "TCD", False), Dyad("PER", "TCD", False)] == found


def test_a_joint_act_counts_in_every_direction():
    """Without a recipient every ordered pair of actors is meant, and marked so."""
    assert [Dyad("KEN", "PER", True), Dyad("PER", "KEN", True)] == dyads(event("CONSULT", [KENYA, PERU]))


def test_an_act_of_one_state_on_nobody_is_no_pair():
    """A test of missiles counts for no dyad."""
    assert [] == dyads(event("MOBILIZE", [KENYA]))
