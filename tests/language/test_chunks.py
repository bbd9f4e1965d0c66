from collections.abc import Callable

import pytest

from facta.language.chunks import INNER, mention
from facta.language.triggers import View


def phrases(v: View, *, full: bool) -> list[str]:
    return [" ".join(v.s.words[c.first : c.last + 1]) for c in v.chunks if c.full == full]


def test_a_title_belongs_to_its_name_and_an_article_does_not(parsed: Callable[[str], View]) -> None:
    """The full phrase is the smallest whole one: title in, article out, members of a coordination apart."""
    found = phrases(parsed("Foreign Minister Sergei Lavrov met the Chinese ambassador and the Indian envoy."), full=True)
    assert ["Foreign Minister Sergei Lavrov", "Chinese ambassador", "Indian envoy"] == found


def test_a_possessor_is_part_of_the_phrase_and_a_candidate(parsed: Callable[[str], View]) -> None:
    """The owner stands in the full phrase and by itself."""
    v = parsed("China's military leadership supports the plan.")
    assert "China 's military leadership" in phrases(v, full=True)
    assert "China" in phrases(v, full=False)


def test_a_nationality_is_a_candidate_of_its_own(parsed: Callable[[str], View]) -> None:
    """An adjective of nationality may name who acted."""
    assert "Russian" in phrases(parsed("On Monday Russian airstrikes destroyed the town."), full=False)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Tuesday", "time"),
        ("last month", "time"),
        ("2014", "time"),
        ("President Lars Holm", "person"),
        ("soldiers", "group"),
        ("navy", "organisation"),
    ],
)
def test_kinds(parsed: Callable[[str], View], phrase: str, kind: str) -> None:
    """Words of time, titles and head nouns tell what a phrase may name."""
    v = parsed(f"It happened there; they saw {phrase} again.")
    assert [kind] == [c.kind for c in v.chunks if c.full and " ".join(v.s.words[c.first : c.last + 1]) == phrase]


def test_pronouns_are_mentions(parsed: Callable[[str], View]) -> None:
    """A pronoun stands for somebody, so it is a mention."""
    v = parsed("He thanked them.")
    assert ["He", "them"] == [v.s.words[c.head] for c in v.chunks if c.kind == "pronoun"]


def test_inner_phrases_weigh_less(parsed: Callable[[str], View]) -> None:
    """A phrase inside another says so by its score."""
    v = parsed("China's army left.")
    assert {True: 1.0, False: INNER} == {c.full: mention(v.s, c).score for c in v.chunks}
