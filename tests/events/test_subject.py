"""Who acts is told by the act's own sentence."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger


@pytest.mark.parametrize(
    ("text", "words", "type", "expected"),
    [
        ("Katz accused Petro.\nHamas welcomed the move.", "welcomed", "SUPPORT", ["Hamas"]),
        ("Katz accused Petro.\nThe Hamas office then welcomed the move.", "welcomed", "SUPPORT", ["Hamas"]),
        ("Katz left for Rome.\nHamas held talks there.", "held talks", "CONSULT", ["Katz", "Hamas"]),
        ("Katz left for Rome.\nIn a note he, with Hamas, welcomed it.", "welcomed", "SUPPORT", ["Katz", "Hamas"]),
        ("Katz and Hamas welcomed the move.", "welcomed", "SUPPORT", ["Katz", "Hamas"]),
    ],
)
def test_the_subject_of_its_own_sentence_acts(text, words, type, expected):
    """Whoever acted before acts too only where several meet, or no subject opens the sentence."""
    (event,) = find(reading(text, trigger(text, words, type, ("actor", "Katz"), ("actor", "Hamas")))).events
    assert expected == [p.text for p in event.actors]
