import numpy as np

from facta.language.attributing import attributions, unrivalled
from facta.records import Attribution
from facta.values.spans import Range
from tests.language.answer_makers import Told, network, spots

TEXT = "The talks, the envoy said, have failed for good."


def told() -> Told:
    return (
        Told(TEXT)
        .cue("said")
        .pair("said", "source", "the", "envoy")
        .pair("said", "content", "The", "talks", "have", "failed", "for", "good")
        .pair("said", "first", "The")
        .pair("said", "last", "good")
    )


def test_a_content_split_by_its_cue_has_two_parts() -> None:
    """What stands around the cue and its source is said; cue and source are not."""
    made = told()
    (found,) = attributions(network(), made.at, made.answers)
    words = lambda ranges: [TEXT[r.start : r.end] for r in ranges]  # noqa: E731
    assert (["The talks", "have failed for good"], ["said"], ["the envoy"]) == (
        words(found.content),
        words(found.cue),
        words(found.source),
    )
    assert 0.5 < found.score <= 1


def test_a_source_is_made_of_whole_phrases() -> None:
    """`Mr.` alone becomes `Mr. Okello`; a phrase that holds the cue changes nothing."""
    text = "The talks failed, Mr. Okello said."
    made = Told(text).cue("said").pair("said", "source", "Mr.").pair("said", "content", "talks")
    made = made.pair("said", "first", "talks").pair("said", "last", "talks")
    for phrase, expected in ((["Mr.", "Okello"], "Mr. Okello"), (["Mr.", "Okello", "said"], "Mr.")):
        (found,) = attributions(network(), made.at, made.answers, spots(made.words, [phrase]))
        assert [expected] == [text[r.start : r.end] for r in found.source]


def test_without_a_cue_there_is_no_attribution() -> None:
    """Everything hangs on the word that tells of speech or thought."""
    made = Told(TEXT)
    assert [] == list(attributions(network(), made.at, made.answers))


def test_a_doubtful_cue_counts_where_all_that_it_leads_to_is_quoted() -> None:
    """Somebody must have said it; one that is hardly likely counts nowhere."""
    for text, likely, expected in (("“We go.” aides say", 0.3, 1), ("We go. aides say", 0.3, 0), ("“We go.” aides say", 0.15, 0)):
        made = Told(text).pair("say", "content", "We", "go").pair("say", "first", "We").pair("say", "last", "go")
        made.answers.cue[made.words.index("say")] = np.log(likely / (1 - likely))
        assert expected == len(list(attributions(network(), made.at, made.answers)))


def test_a_cue_without_source_is_kept_with_none() -> None:
    """A content that nobody is named for is still a quotation."""
    made = Told(TEXT).cue("said").pair("said", "content", "talks").pair("said", "first", "talks").pair("said", "last", "talks")
    assert [()] == [a.source for a in attributions(network(), made.at, made.answers)]


def test_of_two_that_claim_the_same_words_the_surer_stays() -> None:
    """Rivals share most of the longer content; neighbours do not, and stay in the order of the text."""
    make = lambda start, end, score: Attribution(content=(Range(start, end),), cue=(Range(90, 95),), score=score)  # noqa: E731
    sure, rival, neighbour = make(20, 60, 0.9), make(22, 60, 0.4), make(0, 18, 0.3)
    assert (neighbour, sure) == unrivalled([rival, sure, neighbour])


def test_a_cue_at_the_edge_of_its_content_is_no_part_of_it() -> None:
    """Whichever edge it is."""
    made = Told(TEXT).cue("said").pair("said", "content", "said", "have", "failed").pair("said", "first", "said")
    (found,) = attributions(network(), made.at, made.pair("said", "last", "failed").answers)
    assert ["have failed"] == [TEXT[r.start : r.end] for r in found.content]
