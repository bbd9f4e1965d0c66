import msgspec
import numpy as np
import pytest

from facta.language.acts import PASSING, Heard, faint, groups, triggers
from facta.language.network import Network
from facta.records import Trigger
from tests.language.answer_makers import Told, network, spots

TEXT = "On Monday Norway will expel three Chadian envoys, officials in Oslo say."
PHRASES = [["Monday"], ["Norway"], ["three", "Chadian", "envoys"], ["Chadian"], ["officials"], ["Oslo"]]


def read(told: Told, phrases: list[list[str]] = PHRASES, net: Network | None = None, *, passing: bool = False) -> list[Trigger]:
    """The acts that are told, or those that may be mentioned in passing."""
    net, at, a = net or network(), told.at, told.answers
    heard = Heard.of(net, at, spots(told.words, phrases), a)
    acts = list(groups(net, at, a))
    return list(triggers(net, at, heard, a, faint(at, a, acts) if passing else acts, passing=passing))


@pytest.fixture
def told() -> Told:
    return Told(TEXT).act("expel", "SANCTION", mode="SANCTION:expel", status="planned", dating="told")


def test_an_act_has_type_mode_status_and_dating(told: Told) -> None:
    """Each is the likeliest that the word's answers say, the mode among those of the type."""
    (act,) = read(told)
    assert ("expel", "SANCTION", "expel", "planned", "told") == (
        TEXT[act.start : act.end],
        act.type,
        act.mode,
        act.status,
        act.dating,
    )
    assert act.score > 0.9


def test_nothing_is_an_act_unless_told() -> None:
    """Words below the threshold carry none."""
    assert [] == read(Told(TEXT))


def test_neighbouring_words_of_one_type_carry_one_act(told: Told) -> None:
    """`will expel` is one act of two words."""
    (act,) = read(told.act("will", "SANCTION"))
    assert "will expel" == TEXT[act.start : act.end]


def test_words_of_other_types_carry_acts_of_their_own(told: Told) -> None:
    """Two neighbours of different types are two acts."""
    assert ["CONSULT", "SANCTION"] == [act.type for act in read(told.act("will", "CONSULT"))]


def test_roles_are_filled_by_whole_phrases(told: Told) -> None:
    """The phrase with the most evidence in its words, not one inside it, and each phrase once."""
    told.pair("expel", "actor", "Norway").pair("expel", "recipient", "three", "Chadian", "envoys").pair("expel", "time", "Monday")
    (act,) = read(told)
    found = {r.role: TEXT[r.start : r.end] for r in act.roles}
    assert {"actor": "Norway", "recipient": "three Chadian envoys", "time": "Monday"} == found


def test_words_that_are_no_phrase_may_be_a_party(told: Told) -> None:
    """A run of words that all speak for a role is taken whole, though the tags cut it otherwise."""
    told.pair("expel", "recipient", "three", "Chadian", "envoys", ",", "officials")
    (act,) = read(told)
    assert ["three Chadian envoys, officials"] == [TEXT[r.start : r.end] for r in act.roles if r.role == "recipient"]


def test_a_party_that_is_no_phrase_stays_in_its_sentence() -> None:
    """Words that speak for a role before and behind a full stop are two parties, wherever the first of them begins."""
    made = Told("Norway expels Chadian envoys . Oslo said so.").act("expels", "SANCTION")
    (act,) = read(made.pair("expels", "recipient", "Chadian", "envoys", ".", "Oslo"), [])
    assert ["Chadian envoys .", "Oslo"] == [made.at.text[r.start : r.end] for r in act.roles]


def test_a_party_knows_the_words_that_name_its_state(told: Told) -> None:
    """`officials` are those of the state that `Oslo` names, if the reader saw that; else their home is open."""
    told.pair("expel", "actor", "officials").pair("expel", "recipient", "Norway").pair("officials", "home", "Oslo")
    (act,) = read(told)
    homes = {TEXT[r.start : r.end]: r.home and TEXT[r.home.start : r.home.end] for r in act.roles}
    assert {"officials": "Oslo", "Norway": None} == homes


def test_the_evidence_is_the_run_that_the_reader_would_prove_the_act_with(told: Told) -> None:
    """It holds the trigger and goes from the word that opens it to the one that closes it."""
    (act,) = read(told.pair("expel", "opens", "Norway").pair("expel", "closes", "envoys"))
    assert act.evidence is not None
    assert "Norway will expel three Chadian envoys" == TEXT[act.evidence.start : act.evidence.end]


@pytest.mark.parametrize(("odds", "expected"), [(4.0, ["Norway", "Oslo"]), (0.5, ["Norway"])])
def test_a_further_party_must_be_surer_than_the_first(told: Told, odds: float, expected: list[str]) -> None:
    """One that is only likelier than not is left out beside another of its side."""
    told.pair("expel", "actor", "Norway", "Oslo")
    told.answers.answering[told.words.index("Oslo"), 0, told.words.index("expel")] = odds
    (act,) = read(told)
    assert expected == sorted(TEXT[r.start : r.end] for r in act.roles if r.role == "actor")


@pytest.mark.parametrize(("kind", "expected"), [("CONSULT", ["Norway", "officials"]), ("SANCTION", ["Norway"])])
def test_a_meeting_takes_two(kind: str, expected: list[str]) -> None:
    """A less sure second party joins the only one of a meeting; another act without a recipient may have one actor."""
    told = Told(TEXT).act("expel", kind).pair("expel", "actor", "Norway")
    told.answers.answering[told.words.index("officials"), 0, told.words.index("expel")] = -1.0
    net = network()
    net.about = msgspec.structs.replace(net.about, alone=(f"{kind}:",))
    (act,) = read(told, [["Norway"], ["officials"]], net)
    assert expected == sorted(TEXT[r.start : r.end] for r in act.roles if r.role == "actor")


@pytest.mark.parametrize(("alone", "expected"), [(False, ["Chadian"]), (True, [])])
def test_an_empty_side_takes_a_less_sure_party(told: Told, alone: bool, expected: list[str]) -> None:
    """Its best phrase if that has some probability, unless acts of the mode mostly have no recipient."""
    told.answers.answering[told.words.index("Chadian"), 1, told.words.index("expel")] = -1.0
    net = network()
    net.about = msgspec.structs.replace(net.about, alone=("SANCTION:expel",) if alone else ())
    (act,) = read(told, [["Chadian"], ["Oslo"]], net)
    assert expected == [TEXT[r.start : r.end] for r in act.roles if r.role == "recipient"]


def test_a_later_sentence_dates_its_own_acts() -> None:
    """However sure the reader is of the phrase."""
    made = Told("Norway expels envoys. In May it rained.").act("expels", "SANCTION", dating="told").pair("expels", "time", "May")
    (act,) = read(made, [["Norway"], ["envoys"], ["May"]])
    assert [] == [r for r in act.roles if r.role == "time"]


def doubted(told: Told, word: str, chance: float) -> Told:
    """The word carries an act with this probability."""
    k = told.words.index(word)
    told.answers.types[k] = -50
    told.answers.types[k, :2] = np.log([1 - chance, chance])
    return told


def test_a_doubted_act_may_be_mentioned_in_passing(told: Told) -> None:
    """Beside what is told, never instead of it; the homes of its parties are not asked for."""
    doubted(told, "say", PASSING + 0.05).pair("say", "actor", "officials").pair("officials", "home", "Oslo")
    (act,) = read(told, passing=True)
    assert ("say", "CONSULT", [("officials", None)]) == (
        TEXT[act.start : act.end],
        act.type,
        [(TEXT[r.start : r.end], r.home) for r in act.roles],
    )
    assert ["expel"] == [TEXT[one.start : one.end] for one in read(told)]


def test_what_is_hardly_likely_is_not_even_mentioned(told: Told) -> None:
    """Nor is an act that is told mentioned once more."""
    assert [] == read(doubted(told, "say", PASSING - 0.05), passing=True)
