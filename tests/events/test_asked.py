"""What a text only asks about is possible."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger


def status(text, words, type="ACCUSE", read="actual"):
    """Of the one act that is read."""
    (event,) = find(reading(text, trigger(text, words, type, ("actor", "Peru"), status=read))).events
    return event.status


@pytest.mark.parametrize(
    ("text", "words", "read"),
    [
        ("Does Peru condemn the raid?", "condemn", "actual"),
        ("Will Peru send troops to Chile?", "send troops", "planned"),
        ("QUESTION: Has Peru agreed to talks?", "agreed to talks", "actual"),
        ("LIMA, March 5 (Reuters) - Did Peru raid the camp?", "raid", "actual"),
        ("And would the king of Peru resign?", "resign", "actual"),
    ],
)
def test_what_a_question_asks_for_is_possible(text, words, read):
    """Whoever asks, and whatever stands before the question."""
    assert "possible" == status(text, words, read=read)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Why did Peru raid the camp?", "raid"),
        ("Did not Peru raid the camp?", "raid"),
        ("Did Chile know that Peru raided the camp?", "raided"),
        ("Is the deal, which Peru broke, still valid?", "broke"),
        ("Peru raided the camp. Did it burn?", "raided"),
        ("Did it burn? Peru raided the camp.", "raided"),
        ("Peru did raid the camp?", "raid"),
    ],
)
def test_what_a_question_takes_for_done_is_actual(text, words):
    """A question after the why, one that expects the yes, another clause of one, and the sentence beside one."""
    assert "actual" == status(text, words)


def test_the_will_that_opens_a_question_is_no_first_name():
    """It is one elsewhere."""
    for text, who in (("Will Peru raid the camp?", "Peru"), ("Will Peru raided the camp.", "Will Peru")):
        (event,) = find(reading(text, trigger(text, "raid", "ASSAULT", ("actor", "Will Peru")))).events
        assert [who] == [p.text for p in event.actors]
