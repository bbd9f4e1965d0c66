"""What an act is about is told by its words, and not by the names of its parties."""

import numpy as np

from facta.language.vectors import vectors
from facta.stories.subject import TERMS, subjects, terms
from tests.stories.row_makers import row


def about(words, **more):
    return row(evidence=words, around=words, **{"type": "AGREE", **more})


def test_terms_are_the_rarest_words_first():
    """Beginnings of six letters, each once; frequent words are none."""
    found = terms(about("The tokamak and the tokamaks need superconducting magnets for the first time."))
    assert ["tokama", "superc", "magnet"] == [t for t in found if t in ("tokama", "superc", "magnet")] or {
        "tokama",
        "magnet",
    } <= set(found)
    assert set() == {"first", "time", "the", "need"} & set(found)
    assert 1 == found.count("tokama")


def test_names_of_states_people_and_parties_are_no_terms():
    """What both sides are called says nothing of what they agreed on; days and numbers neither."""
    found = terms(about("China, Chinese, Beijing, Putin and Rosatom signed on Monday in January 2018.", actor_names=["Rosatom"]))
    assert set() == {"china", "chines", "beijin", "CHN", "RUS", "putin", "rosato", "monday", "januar", "2018"} & set(found)


def test_who_meets_is_a_term_of_a_meeting_alone():
    """Two who meet every year are told apart by nothing else, but their names say nothing of a deal."""
    words = "Vladimir Putin will see Xi Jinping in Sochi, Putin said."
    assert {"putin", "jinpin", "sochi"} <= set(terms(about(words, type="CONSULT", actor_names=["Vladimir Putin"])))
    assert {"sochi"} == {"putin", "jinpin", "sochi"} & set(terms(about(words)))


def test_a_third_state_is_a_term_by_whatever_word():
    """It says much of what two others agreed on; its capital may be where they met, and a word may name two."""
    found = terms(about("Syria and the Syrian army, Korean ships, a summit in Helsinki."))
    assert {"SYR", "KOR+PRK", "helsin"} <= set(found)
    assert 1 == found.count("SYR")


def test_there_are_not_more_terms_than_are_stored():
    """However long the words."""
    words = " ".join(f"{a}{b}ographic" for a in ("palae", "ocean", "stratig", "petr", "bathym") for b in ("", "x", "y", "z"))
    assert TERMS >= len(terms(about(words)))


def test_terms_do_not_depend_on_the_order_of_words():
    """Of equally rare ones the alphabet decides."""
    one, other = "tokamak bathyscaphe theodolite zeppelin", "zeppelin theodolite bathyscaphe tokamak"
    assert terms(about(one)) == terms(about(other))


def test_subjects_are_whole_numbers_and_alike_for_like_acts():
    """A gas pipeline is nearer to another than to a fine for poachers."""
    some = ["A deal on a gas pipeline.", "Gas will flow through the pipe.", "A fine for poaching crabs."]
    found = subjects([about(words) for words in some], vectors())
    unit = found / np.linalg.norm(found.astype(float), axis=1, keepdims=True)
    assert (np.int8, True) == (found.dtype, bool((unit @ unit.T)[0, 1] > (unit @ unit.T)[0, 2]))


def test_subjects_leave_out_the_names_of_the_parties():
    """The same act of others is about the same."""
    others = {"actor_countries": ["KEN", "CHL"], "actor_names": ["Kenya", "Chile"]}
    one, other = about("China and Russia signed a gas deal."), about("Kenya and Chile signed a gas deal.", **others)
    assert (subjects([one], vectors()) == subjects([other], vectors())).all()


def test_nothing_said_is_about_nothing():
    """Zeros, and no subjects for no acts."""
    nothing = subjects([about("")], vectors())
    assert (0, (0, nothing.shape[1])) == (int(np.abs(nothing).sum()), subjects([], vectors()).shape)
