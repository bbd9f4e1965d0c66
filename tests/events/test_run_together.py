"""In a headline whose words are all written large, a party and the verb behind it look like one name."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger


@pytest.mark.parametrize(
    ("text", "verb", "type", "role", "expected"),
    [
        ("Putin Meets Xi in Beijing", "Meets", "CONSULT", ("actor", "Putin Meets Xi"), (["Putin", "Xi"], [])),
        ("PUTIN MEETS XI IN BEIJING", "MEETS", "CONSULT", ("actor", "PUTIN MEETS XI"), (["PUTIN", "XI"], [])),
        ("Ada Roe Threatens Peru", "Threatens", "THREATEN", ("actor", "Ada Roe Threatens Peru"), (["Ada Roe"], ["Peru"])),
        (
            "Police held men killed in raids.",
            "killed",
            "ASSAULT",
            ("recipient", "men killed in raids"),
            ([], ["men killed in raids"]),
        ),
        ("Chinese Drone Flies", "Drone Flies", "MOBILIZE", ("actor", "Chinese Drone"), (["Chinese Drone"], [])),
    ],
)
def test_a_party_across_its_act_is_two(text, verb, type, role, expected):
    """Who stands before the act and who behind it; prose, where an act may stand within a party, is left as it is."""
    (event,) = find(reading(text, trigger(text, verb, type, role))).events
    assert expected == ([p.text for p in event.actors], [p.text for p in event.recipients])
