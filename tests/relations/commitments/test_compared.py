"""Which words and contexts tell one commitment or act from another."""

from facta.relations.commitments import compared
from facta.relations.commitments.scoring import FEATURES, features
from tests.relations.commitments.match_makers import one, one_pair, stories


def test_the_form_of_a_deal_makes_it_about_nothing_else():
    """A pact on arms and an act about arms are no two things, whatever the pact is called."""
    found = [
        one_pair(one(contexts=made), one("COOPERATE", contexts=["military"]))[0] for made in (["treaty"], ["trade", "treaty"])
    ]
    assert [0, 1] == [x["other_context"] for x in found]


def test_the_forms_of_a_word_are_the_same_word():
    """Expelled is what was to be expelled."""
    x, _ = one_pair(one(terms=["expel"]), one("COOPERATE", terms=["Expelled"]))
    assert (1, 1) == (x["terms"], x["rarest"])


def test_a_word_of_many_acts_is_rare_no_more(monkeypatch):
    """It still counts among the words shared."""
    monkeypatch.setattr(compared, "MANY", 1)
    acts = stories(one("COOPERATE", terms=["SYR", "s-400"]), one("COOPERATE", terms=["SYR", "tents"]))
    x, _ = features(stories(one(terms=["SYR", "s-400"]), one(terms=["SYR", "wheat"])), acts)
    rarest, shared = (x[..., FEATURES.index(name)].tolist() for name in ("rarest", "terms"))
    assert ([[1, 0], [0, 0]], [[1, 0.5], [0.5, 0.5]]) == (rarest, shared)
