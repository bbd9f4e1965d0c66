import hashlib
import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.language.reader import NeuralReader
from facta.records import Analysis
from facta.values.spans import Range

WEIGHTS = files("facta.language").joinpath("weights")


def read(reader: NeuralReader, text: str) -> Analysis:
    return reader.read(text, [Range(0, len(text))])


def told(text: str, analysis: Analysis) -> set[tuple[str, str, str]]:
    """(type, role, words) of every party of every act."""
    return {(t.type, r.role, text[r.start : r.end]) for t in analysis.triggers for r in t.roles}


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from("aAbB .,!?\n\"“”'’-0é中\u200b𝔸"), max_size=200) | st.text(max_size=80))
def test_any_text_is_read_with_ranges_inside_it(reader: NeuralReader, text: str) -> None:
    """Whatever the text, everything found lies inside it, in order, and scores are probabilities."""
    found = read(reader, text)
    spans = [*found.tokens, *found.mentions, *found.triggers, *(r for t in found.triggers for r in t.roles)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert [t.start for t in found.tokens] == sorted(t.start for t in found.tokens)
    assert all(0 <= s.score <= 1 for s in [*found.mentions, *found.triggers])


def test_nothing_outside_the_regions_is_read(reader: NeuralReader) -> None:
    """Text between paragraphs is not looked at."""
    text = "Chad expelled the envoy.\n\nPeru expelled the envoy."
    found = reader.read(text, [Range(26, len(text))])
    assert [26] == [s.start for s in found.sentences]
    assert all(t.start >= 26 for t in [*found.tokens, *found.mentions, *found.triggers])


def test_reading_twice_gives_the_same(reader: NeuralReader) -> None:
    """The reader is deterministic."""
    text = "French President Jean Valois visited Accra and promised Ghana three patrol boats."
    assert read(reader, text) == read(reader, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poland expelled two Belarusian diplomats on Friday.",
            {("SANCTION", "actor", "Poland"), ("SANCTION", "recipient", "two Belarusian diplomats")},
        ),
        ("On Sunday Turkish warplanes bombed Kurdish positions in northern Iraq.", {("ASSAULT", "actor", "Turkish warplanes")}),
        (
            "Japan condemns North Korea for the missile launch.",
            {("ACCUSE", "actor", "Japan"), ("ACCUSE", "recipient", "North Korea")},
        ),
        (
            "Egyptian President Omar Sabri met Sudanese Prime Minister Ali Nur in Khartoum.",
            {("CONSULT", "actor", "Egyptian President Omar Sabri")},
        ),
        (
            "Hundreds of students protested in Santiago.",
            {("PROTEST", "actor", "Hundreds of students"), ("PROTEST", "place", "Santiago")},
        ),
    ],
)
def test_plain_reports_are_understood(reader: NeuralReader, text: str, expected: set[tuple[str, str, str]]) -> None:
    """Simple sentences of clear types give their act with its parties."""
    assert expected <= told(text, read(reader, text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway will expel three Russian diplomats next week.", "planned"),
        ("Police arrested the opposition leader on Monday.", "actual"),
    ],
)
def test_status_follows_the_verb(reader: NeuralReader, text: str, status: str) -> None:
    """An announced act is not one that happened."""
    assert status in {t.status for t in read(reader, text).triggers}


@pytest.mark.parametrize("text", ["The museum is open daily from nine to five.", "Shares in Tokyo fell by three per cent.", ""])
def test_texts_without_acts_give_none(reader: NeuralReader, text: str) -> None:
    """Background, markets and nothing at all hold no act."""
    assert () == read(reader, text).triggers


def test_the_version_names_the_weights(reader: NeuralReader) -> None:
    """Records say by a hash which weights made them."""
    assert re.fullmatch(r"minilm-[0-9a-f]{8}", reader.version)


def test_the_model_card_lists_the_weights_as_they_are() -> None:
    """Each file that the reader is made of stands in the card with its hash."""
    card = WEIGHTS.joinpath("MODEL.md").read_text("utf-8")
    for name in ("reader.onnx", "reader.json", "vocabulary.txt"):
        assert hashlib.sha256(WEIGHTS.joinpath(name).read_bytes()).hexdigest() in card
