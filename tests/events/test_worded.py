"""An act's own words tell its status, whatever a reader takes it for."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger

READ = {
    # text: trigger, type, status as read, as told
    "Peru may close the border with Chile.": ("may close", "COERCE", "planned", "possible"),
    "Peru is considering sending envoys to Chile.": ("is considering sending", "CONSULT", "planned", "possible"),
    "Peru will close the border with Chile.": ("will close", "COERCE", "actual", "planned"),
    "Peru said it would withdraw from the pact.": ("would withdraw", "SANCTION", "actual", "planned"),
    "Peru's soldiers would beat prisoners.": ("would beat", "ASSAULT", "actual", "actual"),
    "Peru prepares May talks with Chile.": ("May talks", "CONSULT", "planned", "planned"),
    "Peru would have closed the border.": ("would have closed", "COERCE", "actual", "actual"),
    "No soldier from Peru will cross the river.": ("will cross", "MOBILIZE", "actual", "actual"),
    "Peru will praise Chile.": ("will praise", "SUPPORT", "actual", "actual"),
    "Peru will lend Chile its help.": ("will lend", "AGREE", "planned", "actual"),
    "Peru will need to join hands with Chile.": ("will need to join hands", "AGREE", "planned", "planned"),
    "Peru and Chile will sign an accord in May.": ("will sign", "AGREE", "planned", "planned"),
    "Peru will punish Chile for this.": ("will punish", "THREATEN", "planned", "actual"),
    "Police cleared the square ahead of a visit by Chile's king.": ("visit", "CONSULT", "actual", "planned"),
    "Peru armed itself before attacking Chile's talks.": ("attacking", "ASSAULT", "actual", "actual"),
    "A court jailed ten Chileans for attending a rally.": ("attending a rally", "PROTEST", "planned", "actual"),
    "Peru stopped short of closing the border.": ("closing", "COERCE", "actual", "negated"),
    "Peru talked rather than fight.": ("fight", "ASSAULT", "actual", "negated"),
    "Peru was to have sent troops.": ("was to have sent", "AID", "planned", "negated"),
    "Officials fear another Chilean attack on Peru.": ("attack", "ASSAULT", "actual", "possible"),
    "Peru is ready in the event of an attack.": ("attack", "ASSAULT", "actual", "possible"),
    "Fears grew in Peru after an attack.": ("attack", "ASSAULT", "actual", "actual"),
    "Peru has repeatedly denied the charge.": ("denied the charge", "REJECT", "actual", "historical"),
    "Peru, which had once backed Chile, left.": ("had once backed", "SUPPORT", "actual", "historical"),
    "Peru's planes repeatedly struck the port.": ("struck", "ASSAULT", "actual", "actual"),
    "Peru denied it once more.": ("denied", "REJECT", "actual", "actual"),
    "Bolivia blamed Peru for announcing a blockade.": ("announcing a blockade", "COERCE", "planned", "planned"),
    "A court jailed ten Chileans for plotting a raid.": ("plotting a raid", "ASSAULT", "planned", "planned"),
}


@pytest.mark.parametrize("text", READ)
def test_words_tell_the_status(text):
    """What may be, what will be, what was promised in the saying, what lies ahead of the news, what somebody is punished for."""
    words, type, read, told = READ[text]
    (event,) = find(
        reading(text, trigger(text, words, type, ("actor", "Peru" if "Peru" in text else "Chile"), status=read))
    ).events
    assert told == event.status


def test_what_somebody_is_punished_for_has_no_date():
    """It lies before the news, nobody says when."""
    text = "A court jailed ten Chileans for attending a rally."
    (event,) = find(
        reading(text, trigger(text, "attending a rally", "PROTEST", ("actor", "ten Chileans"), status="planned"))
    ).events
    assert event.date is None
