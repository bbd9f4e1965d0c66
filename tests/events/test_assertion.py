"""An event stands on the word of the outlet and of everybody whose words it is told in."""

import msgspec

from facta.events import find
from facta.records import Source
from tests.events.event_makers import at, credited, quote, reading, trigger, with_comment

TEXT = "“We will lend Laos two ferries and we scorn the pirates,” the admiral told Reuters, which praised him."
CONTENT = "We will lend Laos two ferries and we scorn the pirates"
LENT = trigger(TEXT, "will lend", "AGREE")
PRAISED = trigger(TEXT, "praised", "SUPPORT")


def chain(page):
    return [[s.name for s in e.assertion] for e in find(page).events]


def test_the_reporters_own_voice_has_the_outlet_alone():
    """The page's site vouches, with no place in the text."""
    (event,) = find(reading(TEXT, PRAISED)).events
    assert (Source(name="The Daily Ledger", kind="outlet"),) == event.assertion


def test_a_site_passes_on_what_it_credits():
    """A page that took its article from elsewhere stands before where it is from."""
    assert [["The Daily Ledger", "Harbour Weekly"]] == chain(reading(TEXT, PRAISED, credit=credited("Harbour Weekly")))


def test_words_in_a_quotation_stand_on_its_chain_and_speaker():
    """From the outlet through the agency to the speaker; the event beside the quotation has none of them."""
    quotes = (quote(TEXT, CONTENT, "the admiral", via=["Reuters"]),)
    expected = [["The Daily Ledger", "Reuters", "the admiral"], ["The Daily Ledger"]]
    assert expected == chain(reading(TEXT, LENT, PRAISED, quotes=quotes))


def test_a_speaker_who_ends_the_chain_is_named_once():
    """Whether a chain holds its speaker or not, the assertion does so once."""
    quotes = (quote(TEXT, CONTENT, "the admiral", via=["Reuters"], ends_with_speaker=True),)
    assert [["The Daily Ledger", "Reuters", "the admiral"]] == chain(reading(TEXT, LENT, quotes=quotes))


def test_an_unnamed_speaker_adds_nobody():
    """A content without a source has only the outlet."""
    assert [["The Daily Ledger"]] == chain(reading(TEXT, LENT, quotes=(quote(TEXT, CONTENT, None),)))


def test_saying_so_is_the_act_of_who_says_it():
    """A trigger that is a quotation's cue is not asserted by its speaker, even inside its content."""
    text = "The king warned that he would close the strait."
    page = reading(text, trigger(text, "warned", "THREATEN"), quotes=(quote(text, text[:-1], "The king", cue="warned"),))
    assert [["The Daily Ledger"]] == chain(page)


def test_a_quotation_in_a_quotation_is_vouched_for_by_both():
    """The wider one's speaker comes first."""
    text = "Tass wrote that the consul said “rebels burned the archive” before he left."
    inner = quote(text, "rebels burned the archive", "the consul")
    outer = quote(text, "the consul said “rebels burned the archive” before he left", "Tass")
    page = reading(text, trigger(text, "burned", "ASSAULT"), quotes=(inner, outer))
    assert [["The Daily Ledger", "Tass", "the consul"]] == chain(page)


def test_a_comment_stands_on_its_reader():
    """The article's quotations have no say in it, though their offsets may agree."""
    base = reading(TEXT, quotes=(quote(TEXT, CONTENT, "the admiral"),))
    event = find(with_comment(base, TEXT, LENT)).events[0]
    assert [("The Daily Ledger", "outlet"), ("Ann", "reader")] == [(s.name, s.kind) for s in event.assertion]


def test_an_agency_that_wrote_the_article_has_no_part_in_its_comments():
    """The site has; who reads the comment's chain must not take it for the agency's."""
    base = with_comment(reading(TEXT, credit=credited("Reuters")), TEXT, LENT)
    assert [["The Daily Ledger", "Ann"]] == chain(base)


def test_a_reader_who_quotes_somebody_passes_the_word_on():
    """Outlet, reader, then who the reader quotes."""
    inner = quote(TEXT, CONTENT, "the admiral", comment="c1")
    page = msgspec.structs.replace(with_comment(reading("Nothing."), TEXT, LENT), quotes=(inner,))
    assert [["The Daily Ledger", "Ann", "the admiral"]] == chain(page)


def test_links_have_the_place_of_their_words():
    """Everybody but the page's own outlet can be found in the text."""
    (event,) = find(reading(TEXT, LENT, quotes=(quote(TEXT, CONTENT, "the admiral"),))).events
    assert [(None, None), at(TEXT, "the admiral")] == [(s.start, s.end) for s in event.assertion]


def actors(page):
    return [[p.text for p in e.actors] for e in find(page).events]


def test_who_praises_or_promises_in_a_quotation_is_its_speaker():
    """A verbal act without an actor of its own is done by whoever speaks it; a deed told in a quotation is not."""
    quotes = (quote(TEXT, CONTENT, "the admiral"),)
    assert [["the admiral"]] == actors(reading(TEXT, LENT, quotes=quotes))
    assert [[]] == actors(reading(TEXT, trigger(TEXT, "will lend", "AID"), quotes=quotes))


def test_who_accuses_is_the_speaker_of_what_is_said():
    """A cue that is an act belongs to the quotation's source."""
    text = "He accused Laos of hiding pirates."
    page = reading(text, trigger(text, "accused", "ACCUSE"), quotes=(quote(text, "Laos of hiding pirates", "He", cue="accused"),))
    assert [["He"]] == actors(page)


def test_nobody_acts_on_the_agency_that_passes_words_on():
    """Neither on one that somebody told nor on the state in its name; but on an outlet that tells what was done to it."""
    told = "“We will answer,” the admiral told Reuters."
    named = "Chad's Sahel news agency said Mali had shelled a town."
    hit = "Reuters said Mali had fined it."
    recipients = []
    for text, words, type, content, speaker, chain, party in (
        (told, "will answer", "THREATEN", "We will answer", "admiral", ("Reuters", "agency"), "Reuters"),
        (named, "shelled", "ASSAULT", "Mali had shelled a town", "Chad's Sahel news agency", None, "Chad"),
        (hit, "fined", "SANCTION", "Mali had fined it", "Reuters", None, "Reuters"),
    ):
        place = at(text, chain[0] if chain else speaker)
        link = Source(name=text[place.start : place.end], kind="agency", start=place.start, end=place.end)
        said = msgspec.structs.replace(quote(text, content, speaker), chain=(link,))
        (event,) = find(reading(text, trigger(text, words, type, ("recipient", party)), quotes=(said,))).events
        recipients.append([p.text for p in event.recipients])
    assert [[], [], ["Reuters"]] == recipients
