"""Who acts where somebody speaks."""

from typing import Any

from msgspec import structs

from facta.records import span
from facta.resolve.acting import acting
from facta.values.spans import Range
from tests.work import growth


def test_the_speaker_is_who_acts_where_the_cue_is_an_act(build: Any) -> None:
    """Alone; of two acts of the cue the first."""
    text = "Ghana accused Togo. He said it."
    event = build.event(text, "accused", actors=("Ghana",))
    quote = build.quote(text, "He", "it", cue=(build.at(text, "accused"),))
    assert {("", Range(20, 22)): Range(0, 5)} == dict(acting(build.reading(text, events=(event,), quotes=(quote,))))
    two = build.event(text, "accused", actors=("Ghana", "Togo"))
    assert {} == dict(acting(build.reading(text, events=(two,), quotes=(quote,))))


def test_twice_as_many_acts_and_speakers_take_twice_the_work(build: Any) -> None:
    """Each is compared with those beside it."""

    def told(size: int) -> Any:
        text = "Ghana accused Togo. " * size
        one, said = build.event(text, "accused", actors=("Ghana",)), build.quote(text, "Ghana", "Togo")
        places = [span(text, at + 6, at + 13) for at in range(0, len(text), 20)]
        events = tuple(structs.replace(one, trigger=place) for place in places)
        reading = build.reading(text, events=events, quotes=tuple(structs.replace(said, cue=(place,)) for place in places))
        return lambda: list(acting(reading))

    assert 1.5 < growth(told, 100) < 2.3
