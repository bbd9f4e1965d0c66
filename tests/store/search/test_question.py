"""Questions in plain words mean what they say."""

import pytest

from facta.store.search import understand


def gist(text):
    """Kind, speaker, acting state, other state, types, topics, first and last day."""
    m = understand(text)
    topics = [term.said for term in m.terms]
    return m.kind, m.speaker and m.speaker.said, m.by, m.to, m.types, topics, m.since, m.until


QUESTIONS = {
    "what did Shoigu say about China in 2018?": ("quotation", "Shoigu", None, None, (), ["China"], "2018-01-01", "2018-12-31"),
    "What has Putin said about gas prices": ("quotation", "Putin", None, None, (), ["gas", "prices"], None, None),
    "what did China say on Taiwan since April 2021": ("quotation", None, "CHN", None, (), ["Taiwan"], "2021-04-01", None),
    "statements by Sergei Lavrov about NATO": ("quotation", "Sergei Lavrov", None, None, (), ["NATO"], None, None),
    "Lavrov on sanctions": ("quotation", "Lavrov", None, None, (), ["sanctions"], None, None),
    "who said peace": ("quotation", None, None, None, (), ["peace"], None, None),
    "what did Russia do to Ukraine?": ("sentence", None, "RUS", "UKR", (), [], None, None),
    "did China threaten Taiwan between 2020 and 2022": (
        "sentence", None, "CHN", "TWN", ("THREATEN",), [], "2020-01-01", "2022-12-31",
    ),
    "What did Tanzania promise to Kenya in 2021?": ("sentence", None, "TZA", "KEN", ("AGREE",), [], "2021-01-01", "2021-12-31"),
    "what did Greece threaten": ("sentence", None, "GRC", None, ("THREATEN",), [], None, None),
    "what did the tribunal decide": (None, None, None, None, (), ["tribunal", "decide"], None, None),
    "when did Xi visit Moscow": ("sentence", None, None, "RUS", ("CONSULT",), ["Xi"], None, None),
    "sanctions by the United States against Iran before 2015-07": (
        "sentence", None, "USA", "IRN", ("SANCTION",), [], None, "2015-07-31",
    ),
    "gas pipeline 2014": (None, None, None, None, (), ["gas", "pipeline"], "2014-01-01", "2014-12-31"),
    "war on terror": (None, None, None, None, (), ["war", "terror"], None, None),
    "": (None, None, None, None, (), [], None, None),
    "what": (None, None, None, None, (), ["what"], None, None),
}  # fmt: skip


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_understood(text):
    """By who speaks or acts, to whom, about what, when."""
    assert QUESTIONS[text] == gist(text)


def test_a_state_stands_for_its_people_and_its_capital():
    """As newspapers write."""
    (china,) = understand("what did Putin say about China").terms
    assert {"China", "chinese", "beijing"} <= set(china.phrases)


def test_a_speaker_is_found_in_every_spelling_we_know():
    """Shoigu and Shoygu are one."""
    assert {"Shoigu", "shoygu"} <= set(understand("what did Shoigu say").speaker.phrases)


def test_words_in_quotation_marks_stay_together():
    """Also curly ones."""
    assert ["“no limits”", "China"] == [term.said for term in understand("“no limits” China").terms]


def test_plain_words_are_not_understood_as_anything():
    """Whoever wants the words gets the words."""
    meant = understand("what did Shoigu say about China in 2018?", plain=True)
    assert (None, None, ["Shoigu", "say", "China", "2018"]) == (meant.kind, meant.since, [term.said for term in meant.terms])


def test_a_day_that_does_not_exist_is_no_time():
    """It is looked for as words."""
    assert (None, None) == gist("talks on 31 February 2018")[6:]
