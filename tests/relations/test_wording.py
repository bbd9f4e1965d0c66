"""How numbers, their uncertainty and what they mean are put into words, for every surface alike."""

from typing import get_args

import msgspec
import pytest

from facta.relations import measure, pictures, relations, wording
from facta.relations.records import Interval, State
from facta.relations.wording import follow_sentence, gap_sentence, ledger_sentence, until_sentence
from tests.relations.picture_makers import commitment, ledger, measures, relation, share, texts
from tests.stories.story_makers import act, emptied, put, report

NAMES = ("China", "United States")


@pytest.mark.parametrize(
    ("value", "low", "high", "said"),
    [
        (
            *(0.4, 0.1, 0.9),
            "China talks more cooperatively than it acts towards the United States: "
            "the say-do gap is +0.40 (95% interval +0.10 to +0.90).",
        ),
        (
            *(-0.4, -0.9, -0.1),
            "China talks less cooperatively than it acts towards the United States: "
            "the say-do gap is −0.40 (95% interval −0.90 to −0.10).",
        ),
        (
            *(0.4, -0.1, 0.9),
            "Words and deeds of China towards the United States do not clearly differ: "
            "the say-do gap is +0.40 (95% interval −0.10 to +0.90).",
        ),
        (*(0.4, None, None), "The say-do gap is +0.40, from too few stories to say how sure that is."),
    ],
)
def test_a_gap_claims_no_more_than_its_interval(value, low, high, said):
    """Only an interval on one side of zero tells talk and deeds apart."""
    found = measures((9, 1), deed=(5, 5), gap=Interval(value=value, low=low, high=high))
    assert said == gap_sentence(found, NAMES, True)


def test_both_sides_talk_to_each_other():
    """Where what either does counts, the sentence is of both; it begins with a capital."""
    found = measures((9, 1), deed=(5, 5), gap=Interval(value=0.4, low=0.1, high=0.9))
    told = "The United States and China talk more cooperatively than they act towards each other: "
    assert gap_sentence(found, NAMES[::-1], False).startswith(told)


def test_why_there_is_no_gap_is_said_with_the_numbers_that_are_held_to():
    """How many deeds are there and how many are needed, as the measure itself has it; or that there is no talk."""
    few = measures((9, 1), deed=(2, 3))
    assert "Too few deeds to compare with words: 5 deeds where at least 10 are needed." == gap_sentence(few, NAMES, True)
    assert measure.LEAST_DEEDS == 10
    silent = msgspec.structs.replace(few, why_no_gap=measure.NO_TALK)
    assert "There is no talk to compare the deeds with." == gap_sentence(silent, NAMES, True)


@pytest.mark.parametrize(
    ("excess", "said"),
    [
        ((0.01, 0.3), "more than chance explains"),
        ((-0.3, -0.01), "less than chance gives"),
        ((-0.1, 0.3), "not clearly different from chance"),
        ((None, None), "too few to say whether that is more than chance"),
    ],
)
def test_follow_through_claims_no_more_than_its_interval(excess, said):
    """Only an interval on one side of zero tells it from chance."""
    assert follow_sentence(ledger(commitment(), excess=excess)).endswith(f"by chance, with their dates shuffled, 20%: {said}.")


@pytest.mark.parametrize(
    ("excess", "over_before", "said"),
    [
        ((0.01, 0.3), (0.02, 0.3), "more than chance explains"),
        ((-0.3, -0.01), (-0.3, -0.02), "less than chance gives"),
        ((-0.1, 0.3), (-0.1, 0.2), "not clearly different from chance"),
        ((0.01, 0.3), (-0.1, 0.2), "more than the first, not clearly different from the second"),
        ((-0.1, 0.3), (0.02, 0.3), "not clearly different from the first, more than the second"),
        ((0.01, 0.3), (None, None), "more than the first, too few to compare with the second"),
    ],
)
def test_follow_through_is_more_than_chance_only_where_both_placebos_say_so(excess, over_before, said):
    """In simulations the truth lay between them; where they differ, each is told."""
    told = follow_sentence(ledger(commitment(), excess=excess, over_before=over_before))
    assert told.endswith(f"by chance, with their dates shuffled, 20%, and in as many days before them 25%: {said}.")


def test_the_longest_time_that_was_watched_is_told():
    """Where it is no year yet; why there is none; and nothing without a commitment."""
    young = msgspec.structs.replace(ledger(commitment()), follow_through={"90": share(365), "365": share(None)})
    assert follow_sentence(young).startswith(
        "Within 90 days 40% of commitments were met by an act that keeps them (95% interval 20% to 60%); by chance"
    )
    blind = msgspec.structs.replace(young, follow_through={"30": share(None)})
    assert (
        "How many commitments were met by an act that keeps them is not known: none has yet been watched long enough."
        == follow_sentence(blind)
    )
    assert "" == follow_sentence(ledger())


def test_follow_through_is_told_where_no_commitment_is_listed():
    """It is of all of them, whatever states are asked for."""
    whole = ledger(commitment(), commitment(1, "open"))
    none = whole.narrowed(["broken"])
    assert ((), follow_sentence(whole)) == (none.commitments, follow_sentence(none))


def test_every_state_of_a_commitment_has_words():
    """Those that none is in are said too; commitments from before the first report only where there are some."""
    assert set(get_args(State)) == set(wording.BECAME)
    some = ledger(commitment(), commitment(1, "open"), commitment(2, "open"))
    told = "Of 3 commitments 1 was kept, none was broken, 2 are still open and none expired unanswered."
    assert told == ledger_sentence(some)
    early = ledger(commitment(3, "unobserved"), commitment())
    assert ledger_sentence(early).endswith("none expired unanswered and 1 was made before the first report.")
    assert "No commitment was found." == ledger_sentence(ledger())
    assert "The only commitment is still open." == ledger_sentence(ledger(commitment(1, "open")))


def test_another_time_for_answers_than_a_year_is_said():
    """What expired did so within it; follow-through does not hang on it."""
    early = ledger(commitment(3, "expired"), commitment(), horizon=30)
    assert ledger_sentence(early).endswith("none is still open and 1 expired unanswered within 30 days.")
    alone = ledger(commitment(3, "expired"), horizon=30)
    assert "The only commitment expired unanswered within 30 days." == ledger_sentence(alone)
    assert follow_sentence(early).startswith("Whatever the time for an answer: within a year 40% of commitments")
    assert follow_sentence(ledger(commitment())).startswith("Within a year 40% of commitments")


def test_until_when_reports_were_read_is_said_or_that_none_has_a_date():
    """An answer may have come since."""
    assert "Reports until 27 December 2024." == until_sentence(ledger())
    assert "There are no reports with a date." == until_sentence(msgspec.structs.replace(ledger(), observed_until=None))


def test_a_picture_tells_what_the_command_line_and_pages_tell():
    """Word for word."""
    found = relation([((5, 1), (2, 1), (3, 2))])
    drawn = texts(pictures.relation(found, "svg"))
    assert {wording.counts_sentence(found), gap_sentence(found.total, found.names, False)} <= set(drawn)
    kept = ledger(commitment())
    drawn = texts(pictures.ledger(kept, "svg"))
    assert {f"{ledger_sentence(kept)} {until_sentence(kept)}", follow_sentence(kept)} <= set(drawn)


def test_a_text_that_tells_several_stories_is_not_several_texts(memory):
    """What is summed over stories is how often they are told, and so said."""
    put(emptied(memory), report("a", act("AID", "CHN", "RUS"), act("SANCTION", "CHN", "RUS"), act("AGREE", "CHN RUS")))
    told = wording.counts_sentence(relations(memory, "CHN", "RUS"))
    assert told.startswith("3 stories from 3 events, told independently 3 times by 1 outlet")
