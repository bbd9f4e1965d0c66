"""What quotation marks say about words."""

import pytest

from facta.language.quoted import quoted
from facta.quotes.marks import ALONE, kind, substantial, unclaimed
from facta.records import Attribution
from facta.values.spans import Range


def whole(text):
    return [Range(0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will go now”", "direct"),
        ("we will go now", "indirect"),
        ("that they “will go” now", "mixed"),
        ("“One two three four five six seven eight nine” ten", "direct"),
        ("“One two three four five six seven eight” nine", "mixed"),
        ("“Don’t”", "direct"),
        ("“…”", "indirect"),
        ("", "indirect"),
    ],
)
def test_a_quotation_is_direct_when_nine_tenths_of_its_words_are_marked(text, expected):
    """Marks and dots are no words."""
    assert expected == kind(text, whole(text), quoted(text, whole(text)))


def test_the_parts_of_a_content_count_together():
    """What stands between them does not."""
    text = "“We go,” he said, and then they left."
    parts = [Range(0, 8), Range(22, 36)]
    assert "mixed" == kind(text, parts, quoted(text, whole(text)))
    assert "direct" == kind(text, parts[:1], quoted(text, whole(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They left. “Nobody stayed.” It rained.", ["“Nobody stayed.”"]),
        ("“Nobody stayed”\nIt rained.", ["“Nobody stayed”"]),
        ("It was a “great success” they had.", []),
        ("“nobody stayed.”", []),
        ("‘Nobody stayed.’", []),
        ("''Nobody stayed.''", ["''Nobody stayed.''"]),
        ("", []),
    ],
)
def test_quoted_sentences_of_nobody_are_quotations(text, found):
    """Not names, titles and irony; in a headline the end of the line is the end."""
    assert found == [text[a.content[0].start : a.content[0].end] for a in unclaimed(text, quoted(text, whole(text)), [])]


def test_what_somebody_said_is_claimed(desk):
    """Touching is enough; what only ends where they begin does not touch."""
    text = "“Nobody stayed.” “Nobody came.”"
    said = desk.attribution(text, "Nobody stayed")
    (left,) = unclaimed(text, quoted(text, whole(text)), [said])
    assert (desk.where(text, "“Nobody came.”"), ALONE) == (left.content[0], left.score)


def test_words_after_a_comma_end_the_sentence_that_a_quotation_began(desk):
    """Though in small letters; not after a whole sentence."""
    for comma, found in ((",", ["“but only that.”"]), (".", [])):
        text = f"“We knew{comma}” he told us, “but only that.”"
        said = desk.attribution(text, f"“We knew{comma}”", "told", "he")
        assert found == [text[slice(*a.content[0])] for a in unclaimed(text, quoted(text, whole(text)), [said])]


@pytest.mark.parametrize(
    ("words", "cue", "expected"),
    [("one two three four five", 0, False), ("one two three four five six", 0, True), ("one", 1, True)],
)
def test_an_attribution_without_cue_and_source_must_be_long(words, cue, expected):
    """Six words, over all its parts."""
    said = Attribution(content=(Range(0, 7), Range(7, len(words))), cue=(Range(0, 1),) * cue, source=(), score=0.5)
    assert expected == substantial(words, said)
