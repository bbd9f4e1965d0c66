"""What an act is about is told by its words, and not by the names of its parties."""

import numpy as np
import pytest

from facta.language.meaning import encoder
from facta.stories.subject import TERMS, bystanders, stem, subjects, terms, together, whole
from tests.stories.row_makers import row


def about(words, **more):
    return row(evidence=words, around=words, **{"type": "AGREE", **more})


def test_terms_are_the_rarest_words_first():
    """As they are written, of the forms of one word the first; frequent words are none."""
    found = terms(about("The tokamak and the tokamaks need superconducting magnets for the first time."))
    assert {"tokamak", "superconducting", "magnets"} <= set(found)
    assert set() == {"first", "time", "the", "need", "tokamaks"} & set(found)
    assert terms(about("A tokamak needs cooling pipes."))[0] == "tokamak"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("expel", "expelled"), ("expels", "expelling"), ("lift", "lifted"), ("visit", "visited"), ("share", "sharing"),
        ("pass", "passes"), ("sell", "selling"), ("ban", "banned"), ("S-400", "s-400"),
    ],
)  # fmt: skip
def test_the_forms_of_a_word_have_one_stem(one, other):
    """Whatever their ending, a doubled letter before it or a capital."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("army", "arms"), ("gas", "gasoline"), ("rice", "ring"), ("SYR", "SYC")])
def test_other_words_keep_other_stems(one, other):
    """Short ones keep their letters."""
    assert stem(one) != stem(other)


def test_names_of_states_people_and_parties_are_no_terms():
    """What both sides are called says nothing of what they agreed on; days and numbers neither."""
    found = terms(about("China, Chinese, Beijing, Putin and Rosatom signed on Monday in January 2018.", actor_names=["Rosatom"]))
    assert [] == found


def test_an_unnamed_party_is_told_by_its_words():
    """A captured pilot is what the act is about, the state he is of is not."""
    found = terms(
        about("Pakistan freed the captured Indian pilot.", actor_names=["Pakistan"], recipient_names=["captured Indian pilot"])
    )
    assert {"captured", "pilot"} <= set(found)
    assert {"Pakistan", "Indian"}.isdisjoint(found)


@pytest.mark.parametrize(
    "words",
    [
        "Both agreed, Reuters reported.",
        "(AFP) - Both agreed.",
        "Both agreed, the Press Trust of India said.",
        "Harbour News Service: both agreed.",
    ],
)
def test_outlets_are_no_terms(words):
    """Neither those of the table nor the page's own: every report of theirs names them."""
    assert {"agreed"} >= set(terms(about(words, outlet="Harbour News Service")))


def test_the_same_word_in_small_letters_is_no_outlet():
    """Who struck at dawn did not strike a paper."""
    assert "dawn" in terms(about("Planes struck the bridges before dawn."))


def test_particles_of_names_are_no_terms():
    """But the same word before no name is one."""
    assert {"Kessler"} == {"von", "der", "Kessler"} & set(terms(about("Both agreed, Otto von der Kessler said.")))
    assert "bin" in terms(about("Both agreed to search a rubbish bin for it."))


def test_terms_of_several_tellings_are_those_that_most_of_them_have():
    """In whatever form; then the rarest of each."""
    assert ["pipeline", "tokamak", "zeppelin"] == together([["tokamak", "pipeline"], ["zeppelin", "Pipelines"]])
    assert ["b", "a"] == together([["b", "a"]])


def test_who_meets_is_a_term_of_a_meeting_alone():
    """Two who meet every year are told apart by nothing else, but their names say nothing of a deal."""
    words = "Vladimir Putin will see Xi Jinping in Sochi, Putin said."
    assert {"Putin", "Jinping", "Sochi"} <= set(terms(about(words, type="CONSULT", actor_names=["Vladimir Putin"])))
    assert {"Sochi"} == {"Putin", "Jinping", "Sochi"} & set(terms(about(words)))


@pytest.mark.parametrize(
    ("kind", "mode", "trigger", "words", "met"),
    [
        ("AGREE", None, "agreed", "Japan agreed to hold a summit with Xi Jinping in Osaka.", True),
        ("AGREE", None, "invited", "Japan invited Xi Jinping to Osaka.", True),
        ("AGREE", None, "agreed", "After the summit Japan agreed with Xi Jinping on more trains.", False),
        (
            "AGREE",
            None,
            "agreed",
            "Japan agreed with Xi Jinping on trains for the new line along the coast and talks.",
            False,
        ),
        ("REJECT", "meet", "called off", "Japan called off its talks with Xi Jinping.", True),
        ("REJECT", None, "rejected", "Japan rejected a plan of Xi Jinping.", False),
    ],
)
def test_who_meets_tells_a_promise_to_meet_too(kind, mode, trigger, words, met):
    """And a meeting that is called off, but not what is agreed on at one; who meets comes first."""
    found = terms(row(type=kind, mode=mode, trigger=trigger, evidence=words, around=words))
    assert met == ("Jinping" in found)
    assert not met or "Jinping" in found[:2]


def test_a_third_state_is_a_term_by_whatever_word():
    """It says much of what two others agreed on; its capital may be where they met, and a word may name two."""
    found = terms(about("Syria and the Syrian army, Korean ships, a summit in Helsinki."))
    assert {"SYR", "KOR+PRK", "Helsinki"} <= set(found)
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
    """A gas pipeline is nearer to another than to a fine for poachers; of nothing said there are zeros."""
    told = [
        "A deal on a gas pipeline.",
        "Gas flows through the pipe.",
        "A fine for poaching crabs.",
        "",
        "The deal is called off.",
    ]
    found, undone = subjects(told, encoder())
    near = found.astype(float) @ found.T
    assert (np.int8, True) == (found.dtype, bool(near[0, 1] > near[0, 2]))
    assert (0, (0, found.shape[1])) == (int(np.abs(found[3]).sum()), subjects([], encoder())[0].shape)
    assert [False, True] == undone[3:].tolist()


@pytest.mark.parametrize(
    ("around", "named"),
    [
        ("Chad sent Rwandan doctors home.", ["RWA"]),
        ("Chad sent doctors to Kigali and to South Korea.", ["KOR", "RWA"]),
        ("Chad sent doctors home. Rwanda was glad.", []),
        ("Rwanda was glad. Chad sent doctors to Niger, N'Djamena said", []),
        ("Chad sent doctors to Congo.", []),
    ],
)
def test_bystanders_are_the_states_that_the_sentence_names_beside_its_parties(around, named):
    """By name, people or capital; a name of two states is none."""
    told = row(evidence="Chad sent", around=around, type="AID", actor_countries=["TCD"], recipient_countries=["NER"])
    assert named == bystanders(told)


def test_the_whole_sentence_is_what_an_act_means():
    """Not those before and after it, nor only the words that prove it."""
    told = row(evidence="Chad sent doctors", around="It rained. On Monday Chad sent doctors to Niger, it said. They went by bus.")
    assert "On Monday Chad sent doctors to Niger, it said" == whole(told)
    assert "Chad sent doctors." == whole(row(evidence="Chad sent doctors.", around="Chad sent doctors. They went by bus."))


def test_a_capital_of_several_words_is_one_name():
    """A party's own is no term, a third state's is one."""
    words = "Egypt left the talks on the dam, blaming Addis Ababa."
    own = terms(about(words, actor_countries=["EGY"], recipient_countries=["ETH"]))
    assert set() == {"Addis", "Ababa", "Addis Ababa"} & set(own)
    assert "Addis Ababa" in terms(about(words, actor_countries=["EGY"], recipient_countries=["SDN"]))
