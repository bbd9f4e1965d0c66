from collections.abc import Callable

from facta.language.tagger import shape
from facta.language.triggers import View


def test_news_in_the_present_tense_is_tagged(parsed: Callable[[str], View]) -> None:
    """A verb in -s between a minister and a minister is a verb, not a plural."""
    assert "DET ADJ NOUN VERB DET ADJ NOUN PUNCT" == " ".join(parsed("The Danish minister visits the Polish capital.").s.tags)


def test_possessives_are_particles(parsed: Callable[[str], View]) -> None:
    """A possessive is told from the verb it looks like."""
    assert ["PROPN", "PART", "NOUN"] == parsed("Peru's army left.").s.tags[:3]


def test_shapes() -> None:
    """What a word looks like is kept, its letters are not."""
    assert ["Xx", "X", "0", "x-x", ",", "x"] == [shape(w) for w in ("Kim", "U.S.", "2018", "state-run", ",", "army")]
