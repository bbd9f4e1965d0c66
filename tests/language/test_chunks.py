from collections.abc import Callable

import pytest

from facta.language.chunks import INNER, chunks, mention
from facta.language.sentence import Sentence


def phrases(s: Sentence, *, full: bool) -> list[str]:
    return [" ".join(s.words[c.first : c.last + 1]) for c in chunks(s) if c.full == full]


def test_a_title_belongs_to_its_name_and_an_article_does_not(tagged: Callable[[str], Sentence]) -> None:
    """The full phrase is the smallest whole one: title in, article out, members of a coordination apart."""
    found = phrases(tagged("Foreign Minister Sergei Lavrov met the Chinese ambassador and the Indian envoy."), full=True)
    assert ["Foreign Minister Sergei Lavrov", "Chinese ambassador", "Indian envoy"] == found


def test_a_possessor_is_part_of_the_phrase_and_a_candidate(tagged: Callable[[str], Sentence]) -> None:
    """The owner stands in the full phrase and by itself."""
    s = tagged("China's military leadership supports the plan.")
    assert "China 's military leadership" in phrases(s, full=True)
    assert "China" in phrases(s, full=False)


def test_a_nationality_is_a_candidate_of_its_own(tagged: Callable[[str], Sentence]) -> None:
    """An adjective of nationality may name who acted."""
    assert "Russian" in phrases(tagged("On Monday Russian airstrikes destroyed the town."), full=False)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Tuesday", "time"),
        ("last month", "time"),
        ("this year", "time"),
        ("two years ago", "time"),
        ("2014", "time"),
        ("President Lars Holm", "person"),
        ("soldiers", "group"),
        ("navy", "organisation"),
    ],
)
def test_kinds(tagged: Callable[[str], Sentence], phrase: str, kind: str) -> None:
    """Words of time, titles and head nouns tell what a phrase may name."""
    s = tagged(f"It happened there; they saw {phrase} again.")
    assert [kind] == [c.kind for c in chunks(s) if c.full and " ".join(s.words[c.first : c.last + 1]) == phrase]


def test_a_year_after_its_preposition_is_no_part_of_the_name_behind_it(tagged: Callable[[str], Sentence]) -> None:
    """`In 2014 Russian troops` is a time and a party."""
    assert {"2014", "Russian troops"} <= set(phrases(tagged("In 2014 Russian troops left the town."), full=True))


def test_pronouns_are_mentions(tagged: Callable[[str], Sentence]) -> None:
    """A pronoun stands for somebody, so it is a mention."""
    s = tagged("He thanked them.")
    assert ["He", "them"] == [s.words[c.head] for c in chunks(s) if c.kind == "pronoun"]


def test_inner_phrases_weigh_less(tagged: Callable[[str], Sentence]) -> None:
    """A phrase inside another says so by its score."""
    s = tagged("China's army left.")
    assert {True: 1.0, False: INNER} == {c.full: mention(s, c).score for c in chunks(s)}
