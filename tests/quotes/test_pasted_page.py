"""The project's first real input, read in place: its quotations, by the shipped reader."""

from pathlib import Path

import pytest

from facta import quotes
from facta.language import Analyse
from facta.language.reader import load
from facta.read.page import read_page
from facta.read.raw import Raw

PAGE = Path(__file__).parents[3] / "shared" / "data" / "pages" / "pasted_page.txt"


@pytest.fixture(scope="module")
def found():
    if not PAGE.exists():
        pytest.skip("the pasted page belongs to its publisher and lies beside the project, which is missing here")
    reading = read_page(Raw(source=str(PAGE), key_source=str(PAGE), data=PAGE.read_bytes(), form="text"))
    return quotes.find(Analyse(load())(reading))


def the(found, words):
    """The one quotation of the article with these words."""
    (quote,) = [q for q in found.quotes if q.comment is None and any(words in s.text for s in q.content)]
    return quote


def names(quote):
    return [s.name for s in quote.chain]


def test_the_first_quotation_came_through_the_agency(found):
    """Wei's words reached Newsweek through Tass, whom the text calls state-run."""
    quote = the(found, "I am visiting Russia")
    assert ("direct", "said", ["Newsweek", "Tass Russian News Agency", "Wei"]) == (quote.kind, quote.act, names(quote))
    assert (True, "agency") == (quote.chain[1].state_controlled, quote.chain[1].kind)


def test_the_quotation_split_by_its_cue_is_one(found):
    """ "Second, ..." and "The Chinese side ..." are two parts of what he added."""
    quote = the(found, "Second, to support")
    assert quote is the(found, "The Chinese side is ready")
    assert ["he"] == [s.text for s in quote.speaker]


def test_the_counterparts_quotation_came_through_the_ministry(found):
    """The Russian Ministry of Defense passed on what Shoigu said."""
    assert ["Newsweek", "Russian Ministry of Defense", "Shoigu"] == names(the(found, "Thanks to the efforts"))


def test_what_the_counterpart_stressed_is_indirect(found):
    """Nothing of it stands in quotation marks."""
    quote = the(found, "better relations between the two countries")
    assert ("indirect", ["his Russian counterpart"]) == (quote.kind, [s.text for s in quote.speaker])


def test_the_deks_quotation_has_the_bodys_speaker(found):
    """The line under the headline repeats the minister's words without naming him."""
    dek = next(p for p in found.page.paragraphs if p.kind == "dek")
    (quote,) = [q for q in found.quotes if q.comment is None and dek.start <= q.content[0].start < dek.end and q.kind == "direct"]
    assert the(found, "Second, to support").speaker == quote.speaker
