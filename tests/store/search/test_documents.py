"""What of a page can be found."""

import msgspec

from facta.records import Comment, Paragraph, Span
from facta.store.search.documents import documents


def found(reading, kind):
    return [d for d in documents(reading) if d.kind == kind]


def test_a_sentence_is_found_by_the_acts_in_it(visit):
    """By what they are and who takes part; one without leads to its paragraph."""
    meeting, *_ = found(visit, "sentence")
    assert "e000000000meet" == meeting.ref
    assert {("type", "CONSULT"), ("by", "CHN"), ("pair", "CHN>RUS"), ("pair", "RUS>CHN")} <= set(meeting.values)
    bare = msgspec.structs.replace(visit, events=(), page=msgspec.structs.replace(visit.page, paragraphs=()))
    assert {"par-p1"} == {d.ref for d in found(bare, "sentence")}
    assert {()} == {d.values for d in found(bare, "sentence")}


def test_only_paragraphs_that_are_read_are_found(visit):
    """Of the others nothing."""
    other = (Paragraph(id="p0", kind="other", start=0, end=len(visit.page.text)),)
    assert [] == found(msgspec.structs.replace(visit, page=msgspec.structs.replace(visit.page, paragraphs=other)), "sentence")


def test_comments_with_words_are_found(visit):
    """In one line."""
    thread = (Comment(id="a", author="Ada", text="Two\nlines"), Comment(id="b", text=" \n"))
    (one,) = found(msgspec.structs.replace(visit, thread=thread), "comment")
    assert ("c-a", "Two lines", "Ada", ()) == (one.ref, one.text, one.who, one.values)


def test_actors_of_the_article_are_found(visit):
    """Who has a state or takes part; by name and office."""
    assert ["Wei Fenghe"] == [d.text for d in found(visit, "actor")]
    stranger = tuple(msgspec.structs.replace(a, country=None, id="x") for a in visit.actors)
    assert [] == found(msgspec.structs.replace(visit, actors=stranger), "actor")


def test_a_spokeswoman_is_not_found_as_the_one_she_speaks_for(visit):
    """Her own name and office are; where nobody knows it, the words stay as they are, which readers see."""
    quote = msgspec.structs.replace(visit.quotes[0], speaker=(Span(start=0, end=30, text="Putin’s deputy minister Wei"),))
    (known,) = found(msgspec.structs.replace(visit, quotes=(quote,)), "quotation")
    assert "deputy minister Wei ; Wei Fenghe ; defence minister" == known.who
    (stranger,) = found(msgspec.structs.replace(visit, quotes=(msgspec.structs.replace(quote, speaker_actor=None),)), "quotation")
    assert "Putin’s deputy minister Wei" == stranger.who
