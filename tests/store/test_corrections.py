"""What a person says of an event stands beside the machine's coding, and outlives the machine."""

import msgspec
import pytest

from facta.errors import InputError, NotFoundError
from facta.records import Made, span
from facta.store import open_store
from facta.store.corrections import add, correct, corrections, keep, protocol, quotations, reject, take_back

KEY, MEETING, FINE, CLAIM = "p0000000visit", "e000000000meet", "e000000000fine", "e00000000claim"


@pytest.fixture
def held(store, visit):
    """A store with the visit."""
    store.put(visit, "d1")
    return store


def events(store):
    """The events of the visit by id."""
    (reading,) = store.readings([KEY])
    return {event.id: event for event in reading.events}


def test_a_kept_event_is_the_persons_word(held, visit):
    """Under its id, in its place, otherwise unchanged, and as sure as a person is."""
    keep(held, KEY, MEETING)
    kept = events(held)[MEETING]
    assert ("human", "correction.kept", 1.0) == (kept.made_by.kind, kept.made_by.step, kept.confidence)
    machine = visit.events[0]
    assert machine == msgspec.structs.replace(kept, made_by=machine.made_by, confidence=machine.confidence)
    assert [event.id for event in visit.events] == list(events(held))


def test_a_corrected_event_stands_beside_the_machines(held, visit):
    """Neither overwrites the other."""
    mine = msgspec.structs.replace(visit.events[1], type="COERCE", mode="restrict")
    correct(held, KEY, mine)
    (found,) = corrections(held)
    assert ("corrected", visit.events[1], "COERCE") == (found.verdict, found.machine, found.human.type)
    assert "COERCE" == events(held)[FINE].type


def test_a_rejected_event_is_none_any_more_and_is_remembered(held, visit):
    """It is in no table that anything counts."""
    reject(held, KEY, FINE)
    assert [MEETING, CLAIM] == list(events(held))
    assert [("rejected", visit.events[1], None)] == [(c.verdict, c.machine, c.human) for c in corrections(held, KEY)]
    assert 1 == held.summary().events


def test_what_was_said_can_be_taken_back(held, visit):
    """The machine's coding then stands as it was, each event in its place."""
    keep(held, KEY, MEETING)
    reject(held, KEY, FINE)
    correct(held, KEY, msgspec.structs.replace(visit.events[2], status="negated"))
    for event in (FINE, CLAIM, MEETING):
        take_back(held, KEY, event)
    assert [visit] == list(held.readings())
    assert () == corrections(held)


def test_a_second_word_replaces_the_first_and_never_the_machines(held, visit):
    """Kept, then corrected, then rejected: the machine's own is still there."""
    keep(held, KEY, FINE)
    correct(held, KEY, msgspec.structs.replace(events(held)[FINE], mode="discontinue"))
    reject(held, KEY, FINE)
    assert [("rejected", visit.events[1])] == [(c.verdict, c.machine) for c in corrections(held)]


def test_corrections_survive_a_restart_and_a_new_coding(path, visit):
    """The next machine's events do not bring back what was rejected, nor replace what was corrected."""
    with open_store(path) as store:
        store.put(visit, "d1")
        reject(store, KEY, MEETING)
        correct(store, KEY, msgspec.structs.replace(visit.events[1], mode="convict"))
    newer = Made(step="events", version="2")
    again = msgspec.structs.replace(visit, events=tuple(msgspec.structs.replace(e, made_by=newer) for e in visit.events))
    with open_store(path) as store:
        store.put(again, "d2")
        assert ["convict", None] == [event.mode for event in events(store).values()]
        assert {"2"} == {one.machine.made_by.version for one in corrections(store)}


def test_a_new_machine_that_bounds_the_act_otherwise_means_the_same_event(held, visit):
    """Its id is another, its words and its type are not."""
    reject(held, KEY, MEETING)
    text = visit.page.text
    moved = msgspec.structs.replace(visit.events[0], id="e00000000other", trigger=span(text, 11, 18))
    held.put(msgspec.structs.replace(visit, events=(moved, visit.events[1])), "d2")
    assert [FINE] == list(events(held))


def test_another_act_in_the_same_words_is_another_event(held, visit):
    """A rejection speaks of one type only."""
    reject(held, KEY, MEETING)
    other = msgspec.structs.replace(visit.events[0], id="e00000000other", type="AGREE")
    held.put(msgspec.structs.replace(visit, events=(other,)), "d2")
    assert ["e00000000other"] == list(events(held))


def test_a_correction_whose_words_are_gone_is_set_aside_and_comes_back(held, visit):
    """While the page lacks them, the machine's coding stands alone."""
    correct(held, KEY, msgspec.structs.replace(visit.events[1], mode="convict"))
    text = visit.page.text.replace(" The United States fined Erdoğan.", "")
    page = msgspec.structs.replace(visit.page, text=text, paragraphs=())
    held.put(msgspec.structs.replace(visit, page=page, events=visit.events[:1]), "d2")
    assert [None] == [one.human for one in corrections(held)]
    held.put(visit, "d3")
    assert "convict" == events(held)[FINE].mode


@pytest.mark.parametrize("wrong", [{"trigger": span("fined", 0, 5)}, {"also": (span("fined", 0, 5),)}], ids=["trigger", "also"])
def test_a_correction_has_to_fit_the_page(held, visit, wrong):
    """No span points at words that do not stand there: the next coding would set the correction aside."""
    with pytest.raises(InputError, match="'fined' do not stand at 0"):
        correct(held, KEY, msgspec.structs.replace(visit.events[1], **wrong))
    assert () == corrections(held)


@pytest.mark.parametrize(("page", "event"), [("p00000000none", MEETING), (KEY, "e000000000none")])
def test_what_is_not_there_cannot_be_judged(held, page, event):
    """One line says so."""
    with pytest.raises(NotFoundError, match="none"):
        reject(held, page, event)


def test_a_page_that_is_forgotten_takes_its_corrections_along(held):
    """Nothing of it is left."""
    reject(held, KEY, FINE)
    assert 1 == held.forget(KEY)["corrections"]


def test_training_data_has_the_form_in_which_people_code(held, visit):
    """An item a text; verbatim strings; what was rejected and what the machine said beside it."""
    keep(held, KEY, MEETING)
    reject(held, KEY, FINE)
    correct(held, KEY, msgspec.structs.replace(visit.events[2], type="THREATEN"))
    article, comment = protocol(held)
    assert (KEY, "2018-04-04", visit.page.text) == (article["item"], article["date"], article["text"])
    meeting = {
        "type": "CONSULT", "mode": None, "status": "actual",
        "actor": [["Wei Fenghe", "CHN", "UNK"], ["Sergei Shoigu", "RUS", "UNK"]], "recipient": [],
        "trigger": "met", "evidence": "Wei Fenghe met Sergei Shoigu in Moscow", "date": "2018-04-03", "place": None,
        "speaker": None, "also": ["The ties are firm"],
    }  # fmt: skip
    assert [meeting] == article["events"]
    assert ["SANCTION"] == [event["type"] for event in article["rejected"]]
    assert ([], 0) == (article["machine"], article["unjudged"])
    assert (f"{KEY}/c0000000000a", "Russia attacked Ukraine") == (comment["item"], comment["text"])
    assert ["THREATEN", "CONSULT"] == [comment["events"][0]["type"], comment["machine"][0]["type"]]


def test_what_nobody_has_looked_at_is_counted(held):
    """So that a trainer knows which items are coded whole."""
    keep(held, KEY, MEETING)
    (item,) = protocol(held)
    assert 1 == item["unjudged"]


def test_a_rejected_event_is_in_no_story_after_the_next_folding(held):
    """And is in one again when the rejection is taken back."""
    from facta.stories import pending, update

    def told():
        update(held)
        return {row["event"] for row in held.sql("SELECT event FROM tellings")}

    assert {MEETING, FINE} == told()
    reject(held, KEY, FINE)
    assert pending(held) > 0
    assert {MEETING} == told()
    take_back(held, KEY, FINE)
    assert {MEETING, FINE} == told()


@pytest.fixture
def missed(visit):
    """An act in the page's text that the machine did not find."""
    text = visit.page.text
    start = text.index("visited") if "visited" in text else text.index("firm")
    words = span(text, start, start + 4)
    return msgspec.structs.replace(visit.events[0], type="SUPPORT", trigger=words, evidence=words, also=())


def test_an_event_that_the_machine_missed_is_added_in_its_place(held, visit, missed):
    """On a person's word; there is nothing of the machine's beside it."""
    id_ = add(held, KEY, missed)
    (one,) = corrections(held)
    assert ("added", None, "SUPPORT") == (one.verdict, one.machine, one.human.type)
    assert ("human", "correction.added", 1.0) == (one.human.made_by.kind, one.human.made_by.step, one.human.confidence)
    of_article = [event.trigger.start for event in events(held).values() if event.comment is None]
    assert of_article == sorted(of_article)
    with pytest.raises(InputError, match="has this act already"):
        add(held, KEY, missed)
    with pytest.raises(InputError, match="Take it back"):
        reject(held, KEY, id_)


def test_an_added_event_survives_a_restart_and_a_new_coding(path, visit, missed):
    """Where the next machine finds it too, it stands once, as the person has it, with the machine's beside it."""
    with open_store(path) as store:
        store.put(visit, "d1")
        id_ = add(store, KEY, missed)
    with open_store(path) as store:
        store.put(visit, "d2")
        assert (4, None) == (len(events(store)), corrections(store)[0].machine)
        found = msgspec.structs.replace(missed, id="e00000000found", mode="sign")
        store.put(msgspec.structs.replace(visit, events=(*visit.events, found)), "d3")
        assert (4, False) == (len(events(store)), "e00000000found" in events(store))
        assert "sign" == corrections(store)[0].machine.mode
        take_back(store, KEY, id_)
        assert "e00000000found" in events(store)


def test_an_added_event_can_be_corrected_and_taken_back(held, visit, missed):
    """It stays one that the machine missed."""
    id_ = add(held, KEY, missed)
    correct(held, KEY, msgspec.structs.replace(events(held)[id_], status="planned"))
    (one,) = corrections(held)
    assert ("added", None, "planned") == (one.verdict, one.machine, one.human.status)
    take_back(held, KEY, id_)
    assert [visit] == list(held.readings())
    assert () == corrections(held)


def test_a_quotation_is_judged_like_an_event(held, visit):
    """Corrected, rejected, taken back; the machine's stays beside it."""
    quote = visit.quotes[0]
    correct(held, KEY, msgspec.structs.replace(quote, act="thought"))
    (one,) = quotations(held)
    assert ("corrected", quote, "thought", "human") == (one.verdict, one.machine, one.human.act, one.human.made_by.kind)
    assert () == corrections(held)
    reject(held, KEY, quote.id)
    assert quote.id not in {one.id for one in next(held.readings([KEY])).quotes}
    take_back(held, KEY, quote.id)
    assert [visit] == list(held.readings())


def test_a_judged_quotation_survives_a_new_coding(held, visit):
    """By its cue, when the next machine bounds its words otherwise."""
    quote = visit.quotes[0]
    reject(held, KEY, quote.id)
    assert quote.cue
    again = msgspec.structs.replace(quote, id="q00000000other")
    held.put(msgspec.structs.replace(visit, quotes=(again, *visit.quotes[1:])), "d2")
    assert [one.id for one in visit.quotes[1:]] == [one.id for one in next(held.readings([KEY])).quotes]
    assert "q00000000other" == quotations(held)[0].machine.id


def test_quotations_and_added_events_are_training_data(held, visit, missed):
    """Beside the events, verbatim."""
    add(held, KEY, missed)
    quote = visit.quotes[0]
    correct(held, KEY, msgspec.structs.replace(quote, act="wrote"))
    (item,) = protocol(held)
    assert [missed.trigger.text] == item["added"]
    told = item["quotations"]
    assert ["wrote"] == [one["act"] for one in told["quotes"]]
    assert [[span.text for span in quote.content]] == [one["content"] for one in told["machine"]]
    assert len([one for one in visit.quotes if one.comment is None]) - 1 == told["unjudged"]
