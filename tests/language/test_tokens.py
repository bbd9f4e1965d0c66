from hypothesis import given
from hypothesis import strategies as st

from facta.language.tokens import tokens


def words(text: str) -> list[str]:
    return [text[r.start : r.end] for r in tokens(text)]


@given(st.text())
def test_tokens_cover_every_mark_in_order(text: str) -> None:
    """Tokens are never empty, never overlap, and leave out nothing but white space."""
    found = tokens(text)
    edges = [edge for r in found for edge in r]
    assert sorted(edges) == edges
    assert all(r.start < r.end for r in found)
    assert "".join(text.split()) == "".join("".join(words(text)).split())


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_tokens_of_a_part_stay_inside_it(text: str, start: int, length: int) -> None:
    """Offsets count in the whole text and never leave the part asked for."""
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert all(start <= r.start < r.end <= end for r in tokens(text, start, end))


def test_clitics_stand_alone() -> None:
    """Possessives and shortened negations are words of their own, as in Universal Dependencies."""
    assert ["Wei", "’s", "visit", "wo", "n't", "last"] == words("Wei’s visit won't last")
    assert ["They", "can", "not", "go"] == words("They cannot go")


def test_names_and_abbreviations_stay_whole() -> None:
    """Hyphenated names, initials, abbreviations and numbers are one word, punctuation is apart."""
    assert ["U.S.", "Gen.", "J.", "Smith", "met", "Kim", "Jong-un", "."] == words("U.S. Gen. J. Smith met Kim Jong-un.")
    assert ["about", "1,000.5", "tonnes", "(", "9", "%", ")"] == words("about 1,000.5 tonnes (9%)")


def test_addresses_lose_the_sentence_s_punctuation() -> None:
    """A web address does not swallow the full stop after it."""
    assert ["see", "https://example.org/a?b=1", "."] == words("see https://example.org/a?b=1.")
