"""Who acts where somebody speaks."""

from typing import Any

from msgspec import structs

from facta.records import span
from facta.resolve.acting import Acts, acting
from facta.values.spans import Range
from tests.work import work


def test_the_speaker_is_who_acts_where_the_cue_is_an_act(build: Any) -> None:
    """Alone; of two acts of the cue the first."""
    text = "Ghana accused Togo. He said it."
    event = build.event(text, "accused", actors=("Ghana",))
    quote = build.quote(text, "He", "it", cue=(build.at(text, "accused"),))
    assert {("", Range(20, 22)): Range(0, 5)} == dict(acting(build.reading(text, events=(event,), quotes=(quote,))))
    two = build.event(text, "accused", actors=("Ghana", "Togo"))
    assert {} == dict(acting(build.reading(text, events=(two,), quotes=(quote,))))


def test_only_acts_near_a_place_are_looked_at(build: Any) -> None:
    """Of a thousand one, whose words have a character in common with it; of several the first first."""
    text = "accused " * 1000
    one = build.event(text, "accused")
    acts = [structs.replace(one, trigger=span(text, at, at + 7)) for at in range(0, len(text), 8)]
    found = Acts(acts)
    assert [acts[500]] == list(found.sharing([acts[500].trigger]))
    assert [acts[0], acts[7]] == list(found.sharing([acts[7].trigger, acts[0].trigger, acts[7].trigger]))
    assert work(lambda: list(found.sharing([acts[500].trigger]))) < 30
