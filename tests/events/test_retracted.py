"""What is taken back of a promise is refused."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger

TEXTS = {
    "Peru retracted its promise to lend Chile money.": ("retracted its promise", "CONCEDE", "REJECT", "assist"),
    "Peru has withdrawn the earlier offer of troops.": ("has withdrawn", "RETREAT", "REJECT", "assist"),
    "Peru rescinded President Arce's invitation.": ("rescinded", "SANCTION", "REJECT", "meet"),
    "Peru has gone back on its promise to sell Chile gas.": ("promise to sell", "AGREE", "REJECT", "assist"),
    "Peru withdrew its threat to sue Chile.": ("withdrew its threat", "CONCEDE", "CONCEDE", None),
    "Peru withdrew its troops.": ("withdrew", "RETREAT", "RETREAT", "withdraw"),
    "Peru kept its promise to sell Chile gas.": ("promise to sell", "AGREE", "AGREE", None),
    "Peru withdrew its troops and made an offer to Chile.": ("offer", "AGREE", "AGREE", None),
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_promise_taken_back_is_a_refusal(text):
    """Whatever a reader takes it for; a threat, or troops, are no promise."""
    words, read, type, mode = TEXTS[text]
    withdrawn = "withdraw" if read == "RETREAT" else None
    (event,) = find(reading(text, trigger(text, words, read, ("actor", "Peru"), mode=withdrawn))).events
    assert (type, mode) == (event.type, event.mode)


def test_the_noun_of_what_is_taken_back_is_no_act_beside_it():
    """One refusal, and no new offer."""
    text = "Peru withdrew its offer to send Chile troops."
    acts = trigger(text, "withdrew", "SANCTION", ("actor", "Peru")), trigger(text, "offer", "AGREE", ("actor", "Peru"))
    assert [("REJECT", "withdrew")] == [(e.type, e.trigger.text) for e in find(reading(text, *acts)).events]
