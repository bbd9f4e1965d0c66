from collections.abc import Callable

from facta.language.triggers import View, candidates, extent, features, mode_features, status_features


def at(v: View, word: str) -> int:
    return v.s.words.index(word)


def test_only_open_words_may_carry_an_act(parsed: Callable[[str], View]) -> None:
    """Names, articles and punctuation are never candidates."""
    v = parsed("The Greek minister visited Cairo on Monday.")
    assert ["minister", "visited"] == [v.s.words[i] for i in candidates(v.s)]


def test_an_act_takes_its_auxiliaries_and_negation(parsed: Callable[[str], View]) -> None:
    """The words that carry an act are the verb with what stands before it."""
    v = parsed("Rwanda has not moved any soldiers.")
    first, last = extent(v.s, at(v, "moved"))
    assert ["has", "not", "moved"] == v.s.words[first : last + 1]


def test_the_subject_is_not_the_nearest_phrase(parsed: Callable[[str], View]) -> None:
    """A phrase under a preposition is no subject."""
    v = parsed("The army of the northern neighbours attacked at dawn.")
    subject = v.subject(at(v, "attacked"))
    assert subject is not None
    assert "army" in v.s.words[subject.first : subject.last + 1] or v.s.words[subject.head] == "army"


def test_coordinated_phrases_share_their_lead(parsed: Callable[[str], View]) -> None:
    """Members of a coordination are led by its first member and governed as it is."""
    v = parsed("He met with Kenya and Uganda.")
    uganda = next(c for c in v.chunks if v.s.words[c.head] == "Uganda" and c.full)
    lead, governor = v.lead(uganda)
    assert ("Kenya", "ADP") == (v.s.words[lead.head], governor)


def test_features_are_the_same_each_time(parsed: Callable[[str], View]) -> None:
    """What a model sees depends on the sentence alone."""
    v = parsed("Norway will not expel the envoy.")
    i = at(v, "expel")
    for make in (lambda: features(v, i), lambda: status_features(v, i, "SANCTION"), lambda: mode_features(v, i, "SANCTION")):
        assert make() == make() != []
