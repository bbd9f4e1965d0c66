"""What a person made of a page survives a new coding of it."""

import msgspec
import pytest

from facta.store import open_store


@pytest.fixture
def corrected(visit):
    """The visit with the fine corrected by a person."""
    from facta.records import Made

    by_hand = msgspec.structs.replace(visit.events[1], mode="fine", made_by=Made(step="correction", version="1", kind="human"))
    return msgspec.structs.replace(visit, events=(visit.events[0], by_hand, visit.events[2]))


def recoded(reading, **changes):
    """What a newer machine makes of the page: no quotation, and its own idea of every event."""
    return msgspec.structs.replace(reading, quotes=(), **changes)


def test_a_persons_event_replaces_the_machines_of_the_same_id(store, visit, corrected):
    """The correction stays where the machine's event stood, the rest is the machine's new coding."""
    store.put(corrected, "d1")
    store.put(recoded(visit), "d2")
    assert [recoded(visit, events=corrected.events)] == list(store.readings())


def test_a_persons_event_stays_when_the_machine_no_longer_finds_it(store, visit, corrected):
    """It then stands after the machine's."""
    store.put(corrected, "d1")
    store.put(recoded(visit, events=()), "d2")
    assert [recoded(visit, events=(corrected.events[1],))] == list(store.readings())


def test_a_later_correction_replaces_an_earlier_one(store, corrected):
    """A reading that brings a person's event itself has the newer word."""
    store.put(corrected, "d1")
    later = msgspec.structs.replace(corrected.events[1], mode="embargo")
    store.put(msgspec.structs.replace(corrected, events=(later,)), "d2")
    assert [(later,)] == [reading.events for reading in store.readings()]


def shortened(reading):
    """The page as its site changed it: without the sentence about the fine."""
    text = reading.page.text.replace(" The United States fined Erdoğan.", "")
    page = msgspec.structs.replace(reading.page, text=text, paragraphs=())
    return msgspec.structs.replace(reading, page=page, events=reading.events[:1])


def test_what_no_longer_fits_the_text_is_set_aside_and_said(store, visit, corrected):
    """No span ever points at other words; the correction is kept apart and the page says so."""
    store.put(corrected, "d1")
    store.put(shortened(visit), "d2")
    (reading,) = store.readings()
    assert visit.events[:1] == reading.events
    assert "1 made by a person no longer fit the page's text and are set aside" == reading.problems[-1].message
    assert 1 == store.summary().set_aside


def test_what_was_set_aside_comes_back_when_it_fits_again(store, visit, corrected):
    """A page that has its sentence back has its correction back."""
    for digest, reading in enumerate((corrected, shortened(visit), visit)):
        store.put(reading, str(digest))
    assert [corrected.events] == [reading.events for reading in store.readings()]
    assert 0 == store.summary().set_aside


def test_forget_takes_a_persons_claims_too(path, visit, corrected):
    """Nothing of the page is left, also not what was set aside."""
    with open_store(path) as store:
        store.put(corrected, "d1")
        store.put(shortened(visit), "d2")
        assert 1 == store.forget(visit.page.key)["set_aside"]
        store.put(visit, "d3")
        assert [visit] == list(store.readings())
