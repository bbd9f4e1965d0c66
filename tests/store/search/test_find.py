"""Full text finds what stands in the pages, and nothing a user types is obeyed."""

import sys

import msgspec
import pytest

from facta.records import Paragraph
from facta.store.search import Index, Wanted, find

HOSTILE = [
    '"',
    "' OR 1=1 --",
    'a" OR "b',
    "NEAR(",
    "who:x",
    "* AND",
    "(((",
    "^x",
    "\0",
    "{text who}",
    "a-b NOT c",
    "“”",
    "…" * 500,
    "х" * 3000,
]


def hits(store, q, **more):
    """What is found, as text with the words found in brackets."""
    found = find(Index(store), Wanted(q=q, **more))
    return ["".join(f"[{p.text}]" if p.found else p.text for p in hit.text) for hit in found.hits]


def test_a_sentence_is_found_by_its_words_in_any_form(full):
    """Case, accents and endings do not matter; the words found are marked."""
    assert ["The United States fined [Erdoğan]."] == hits(full, "erdogan")
    assert ["Russia [visited] China."] == hits(full, "visit")


def test_a_sentence_leads_to_its_event(full):
    """By the event's id; without an event, to its paragraph."""
    (hit,) = find(Index(full), Wanted(q="fined")).hits
    assert ("p0000000visit", "e000000000fine", ("SANCTION",), ("deed",)) == (hit.page, hit.ref, hit.types, hit.rungs)
    (hit,) = find(Index(full), Wanted(q="ties")).hits
    assert "par-r1" == hit.ref


def test_a_quotation_is_found_by_its_speaker(full):
    """In a question in plain words."""
    found = find(Index(full), Wanted(q="what did Wei Fenghe say about ties?"))
    assert ("quotation", ["q0000000000wei"]) == (found.kind, [hit.ref for hit in found.hits])
    assert "Wei Fenghe, defence minister" == found.hits[0].who


def test_where_nothing_is_of_that_time_the_rest_is_shown_and_said(full):
    """Never silently."""
    found = find(Index(full), Wanted(q="what did Wei say about ties in 2015?"))
    assert (("time",), ["q0000000000wei"]) == (found.given_up, [hit.ref for hit in found.hits])


def test_actors_are_told_once_with_their_pages(full):
    """By name, state and office."""
    (one,) = find(Index(full), Wanted(q="Fenghe")).people
    assert ("Wei Fenghe", "defence minister", "CHN", 1, "p0000000visit") == (one.name, one.role, one.country, one.pages, one.page)


def test_readers_comments_are_never_among_the_pages_words(full):
    """They are a kind of their own."""
    assert [] == hits(full, "attacked", kind="sentence")
    assert ["Russia [attacked] Ukraine"] == hits(full, "attacked", kind="comment")


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("country", "TUR", 1),
        ("type", "SANCTION", 1),
        ("rung", "deed", 1),
        ("outlet", "Newsweek", 3),
        ("year", "2018", 3),
        ("year", "1999", 0),
    ],
)
def test_an_answer_can_be_narrowed_down(full, field, value, left):
    """By any facet, also without words."""
    assert left == len(hits(full, "", **{field: value}))


def test_a_pair_means_who_does_it_and_to_whom(full):
    """Not the other way round."""
    assert ["The United States fined Erdoğan."] == hits(full, "what did the US do to Turkey")
    assert [] == hits(full, "what did Turkey do to the US")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_word_of_a_user_is_syntax(full, text):
    """Neither SQL nor the language of the full-text engine."""
    for plain in (True, False):
        find(Index(full), Wanted(q=text, plain=plain, outlet=text, year=text, country=text))
        find(Index(full), Wanted(q=f"what did {text} say about {text}", plain=plain))
    assert ["Russia [visited] China."] == hits(full, "visited")


def test_markup_of_a_page_is_text(store, visit):
    """Also the characters that mark what was found."""
    text = "<b>Wei</b> \x02met\x03 nobody."
    page = msgspec.structs.replace(visit.page, text=text, paragraphs=(Paragraph(id="r1", kind="body", start=0, end=len(text)),))
    store.put(msgspec.structs.replace(visit, page=page, events=(), quotes=(), actors=()), "d")
    assert ["<b>[Wei]</b> met nobody."] == hits(store, "wei")


def test_many_matches_are_told_page_by_page(full):
    """The same order every time, none twice."""
    index = Index(full)
    one, two = (find(index, Wanted(outlet="Newsweek"), offset=n, limit=2).hits for n in (0, 2))
    assert (2, 1, 3) == (len(one), len(two), len({hit.text for hit in (*one, *two)}))


def test_a_time_that_is_asked_for_bounds_what_is_looked_at(full):
    """Without changing what is found."""
    for year, number in (("2018", 3), ("2019", 0), ("nonsense", 0)):
        assert number == len(find(Index(full), Wanted(q="", year=year)).hits)
        assert min(number, 1) == len(find(Index(full), Wanted(q="fined", year=year)).hits)


def test_more_matches_than_are_ranked_are_shown_from_the_newest(full, monkeypatch):
    """And it is said that there are more."""
    monkeypatch.setattr(sys.modules["facta.store.search.find"], "MOST", 1)
    found = find(Index(full), Wanted(outlet="Newsweek"))
    assert (True, 2) == (found.capped, sum(found.kinds.values()))
