from collections.abc import Callable

import pytest

from facta.language.reader import NeuralReader, load
from facta.language.sentence import Sentence, sentence
from facta.values.spans import Range


@pytest.fixture(scope="session")
def reader() -> NeuralReader:
    return load()


@pytest.fixture(scope="session")
def tagged(reader: NeuralReader) -> Callable[[str], Sentence]:
    """The first sentence of a text with the reader's tags."""

    def first(text: str) -> Sentence:
        found = reader.read(text, [Range(0, len(text))])
        within = found.sentences[0]
        own = [t for t in found.tokens if within.start <= t.start < within.end]
        out = sentence(text, within, [Range(t.start, t.end) for t in own])
        out.tags = [t.tag for t in own]
        return out

    return first
