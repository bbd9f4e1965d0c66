"""An act told twice in a page is one event; two acts, however alike, stay two."""

from unittest import mock

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.events import fold
from facta.events.alike import Acts
from facta.records import Actor, Source
from tests.events.event_makers import event, page_of, party
from tests.work import growth

KENYA, PERU = party("Kenya", "KEN", "GOV", actor="a1"), party("Peru", "PER", "GOV", actor="a2")
MINISTER = party("Foreign Minister Ojwang", "KEN", "GOV", name="Grace Ojwang", actor="a3")
DEPUTY = party("Deputy Minister Barasa", "KEN", "GOV", actor="a4")
REBELS = party("rebels", "KEN", "REB", actor="a5")
ACTORS = (
    Actor(id="a1", name="Kenya", kind="state", country="KEN"),
    Actor(id="a2", name="Peru", kind="state", country="PER"),
    Actor(id="a3", name="Grace Ojwang", kind="person", country="KEN"),
    Actor(id="a4", name="Barasa", kind="person", country="KEN"),
    Actor(id="a5", name="rebels", kind="group", country="KEN"),
)


def folded(*events):
    return fold(page_of(*events, actors=ACTORS)).events


def ids(parties):
    return [p.actor for p in parties]


def test_an_act_told_twice_is_one_event_with_two_tellings():
    """The first telling stays, with its id; the other one's words are kept beside."""
    first, second = (event("ACCUSE", [KENYA], [PERU], trigger=t) for t in ("condemned", "criticism"))
    assert (msgspec.structs.replace(first, also=(second.evidence,)),) == folded(first, second)


def test_every_telling_is_kept_in_the_order_of_the_text():
    """Three tellings are one event with two more proofs."""
    a, b, c = (event("ACCUSE", [KENYA], [PERU]) for _ in range(3))
    (act,) = folded(a, b, c)
    assert (a.evidence, (b.evidence, c.evidence)) == (act.evidence, act.also)


def test_words_inside_the_proof_are_no_further_telling():
    """Two triggers in one stretch of words prove the act once."""
    first, second = event("AID", [KENYA], [PERU], trigger="sent rice and lent boats"), event("AID", [KENYA], [PERU])
    start = first.evidence.start
    second = msgspec.structs.replace(second, evidence=msgspec.structs.replace(second.evidence, start=start + 5, end=start + 9))
    assert () == folded(first, second)[0].also


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"type": "ACCUSE"}, {"type": "REJECT"}),
        ({"status": "actual"}, {"status": "negated"}),
        ({"status": "actual"}, {"status": "planned"}),
        ({"mode": "allege"}, {"mode": "disapprove"}),
        ({"date": "2019-03-01"}, {"date": "2019-03-02"}),
        ({"date": "2018"}, {"date": "2019-03"}),
        ({"comment": None}, {"comment": "c1"}),
        ({"comment": "c2"}, {"comment": "c1"}),
        ({"actors": [KENYA], "recipients": [PERU]}, {"actors": [PERU], "recipients": [KENYA]}),
        ({"place": ("Lima", "PER")}, {"place": ("Nairobi", "KEN")}),
        ({"actors": [KENYA]}, {"actors": [REBELS]}),
        ({"actors": [MINISTER]}, {"actors": [DEPUTY]}),
    ],
)
def test_tellings_that_differ_are_two_acts(one, other):
    """One difference in type, status, mode, date, text, direction, place or party keeps them apart."""
    alike = {"type": "ACCUSE", "actors": [KENYA], "recipients": [PERU], "trigger": "condemned"}
    pair = event(**{**alike, **one}), event(**{**alike, **other})
    assert pair == folded(*pair)


@pytest.mark.parametrize(("one", "other"), [("2019-03-01", None), ("2019-03-01", "2019-03"), ("2019-03", "2019")])
def test_a_coarser_date_is_no_difference(one, other):
    """The act keeps the finer date, whichever telling has it."""
    tellings = [event("ACCUSE", [KENYA], [PERU], date=d) for d in (one, other)]
    assert [one, one] == [act.date.iso for pair in (tellings, tellings[::-1]) for act in folded(*pair)]


@pytest.mark.parametrize(("told", "acts"), [("2019-03-01", 1), ("2019-02-22", 1), ("2019-02-20", 2), ("2019-02", 1), ("2018", 2)])
def test_a_telling_without_a_date_is_of_the_days_before_the_report(told, acts):
    """The report's own date stands for the news of the week, not for an older act of the same kind."""
    reported = event("ASSAULT", [REBELS], [PERU], date="2019-03-01")
    reported = msgspec.structs.replace(reported, date=msgspec.structs.replace(reported.date, precision="reported"))
    found = folded(reported, event("ASSAULT", [REBELS], [PERU], date=told))
    assert acts == len(found)
    assert told in {act.date.iso for act in found}


def test_dates_that_could_not_be_resolved_are_compared_by_their_words():
    """Nothing is folded across "Monday" and "Tuesday" for want of a calendar."""
    day = msgspec.structs.replace(event("ACCUSE", date="2019-03-01").date, iso="", precision="reported")
    monday, again, tuesday = (event("ACCUSE", [KENYA], [PERU], date=None) for _ in range(3))
    dated = [
        msgspec.structs.replace(e, date=msgspec.structs.replace(day, text=t))
        for e, t in ((monday, "Monday"), (again, "monday"), (tuesday, "Tuesday"))
    ]
    assert [monday.id, tuesday.id] == [e.id for e in folded(*dated)]


def test_dates_may_be_spans_of_days():
    """A date inside a told range or decade agrees with it; one after its end does not."""
    may, week, decade = (event("AID", [KENYA], [PERU], date=d) for d in ("2019-05-07", "2019-05-06", "2010"))
    week = msgspec.structs.replace(week, date=msgspec.structs.replace(week.date, end="2019-05-08"))
    decade = msgspec.structs.replace(decade, date=msgspec.structs.replace(decade.date, precision="decade"))
    after = event("AID", [KENYA], [PERU], date="2019-05-09")
    assert [1, 2, 1] == [len(folded(*pair)) for pair in ((week, may), (week, after), (decade, may))]


def test_deeds_in_two_places_of_a_country_are_two():
    """Words are said once in a country; attacks happen all over it."""
    lima, cusco = ("Lima", "PER"), ("Cusco", "PER")
    talks = [event("CONSULT", [KENYA, PERU], place=p) for p in (lima, cusco)]
    attacks = [event("ASSAULT", [REBELS], [PERU], place=p) for p in (lima, cusco)]
    assert [1, 2] == [len(folded(*pair)) for pair in (talks, attacks)]


def test_a_place_may_be_told_more_fully():
    """ "Cusco" and "Cusco, Peru" are one place."""
    assert 1 == len(folded(*(event("ASSAULT", [REBELS], [PERU], place=(p, None)) for p in ("Cusco", "Cusco, Peru"))))


def test_a_meeting_and_the_visit_it_was_on_are_two():
    """Both are told, so both are coded."""
    visit = event("CONSULT", [KENYA], [PERU], mode="visit", trigger="visited")
    talks = event("CONSULT", [KENYA], [PERU], trigger="visit")
    assert 2 == len(folded(visit, talks))


def test_a_trip_and_a_visit_of_one_guest_are_one():
    """The mode says as much as a shared word, when the guest is the same and one telling leaves the host out."""
    visit = event("CONSULT", [MINISTER], [PERU], mode="visit", trigger="visit")
    trip = event("CONSULT", [MINISTER], [], mode="visit", trigger="trip")
    other = event("CONSULT", [DEPUTY], [], mode="visit", trigger="trip")
    assert [1, 2] == [len(folded(visit, trip)), len(folded(visit, other))]


@pytest.mark.parametrize("actors", [1, 0])
def test_two_triggers_with_the_very_words_of_one_party_tell_one_act(actors):
    """`Crowds staged protests that blocked the army`: whoever does it, and where nobody is named."""
    army, crowds = party("the army", "KEN", "MIL", start=40), [party("crowds", "KEN", "CVL", start=0)][:actors]
    one, other = (event("PROTEST", crowds, [army], trigger=words) for words in ("staged", "blocked"))
    assert 1 == len(folded(one, other))


def test_the_same_words_in_two_places_are_no_one_phrase():
    """Nor are those of two modes."""
    one, other = (event("PROTEST", [], [party("the army", "KEN", "MIL")], trigger=words) for words in ("staged", "blocked"))
    assert 2 == len(folded(one, other))
    army = party("the army", "KEN", "MIL", start=40)
    one, other = (event("PROTEST", [], [army], mode=mode, trigger=mode) for mode in ("riot", "strike"))
    assert 2 == len(folded(one, other))


def test_a_mode_told_once_is_the_acts_mode():
    """A telling without a mode that shares a word is of the same attack, and takes its mode; with other words it is not."""
    attack, shooting, seizure = (event("ASSAULT", [REBELS], [PERU], trigger=t) for t in ("attacked", "gun attack", "stormed"))
    shooting = msgspec.structs.replace(shooting, mode="firearms")
    assert [("firearms", attack.id), (None, seizure.id)] == [(e.mode, e.id) for e in folded(attack, shooting, seizure)]


def test_an_office_holder_and_the_state_tell_one_act_in_shared_words():
    """ "Kenya pledged its support" and its minister's "we pledge" are one; other words are another act."""
    pledge = event("AGREE", [KENYA], [PERU], trigger="has pledged support")
    repeat = event("AGREE", [MINISTER], [PERU], trigger="we pledge")
    other = event("AGREE", [MINISTER], [PERU], trigger="will open")
    acts = folded(pledge, repeat, other)
    assert [(pledge.id, (repeat.evidence,)), (other.id, ())] == [(e.id, e.also) for e in acts]
    assert [KENYA.actor] == ids(acts[0].actors)


def test_a_party_named_in_one_telling_completes_the_act():
    """The fuller telling stays, though it comes second."""
    bare = event("ASSAULT", [], [PERU], trigger="the bombing", confidence=0.9)
    full = event("ASSAULT", [REBELS], [PERU], trigger="bombed", confidence=0.6)
    (act,) = folded(bare, full)
    assert (full.id, full.actors, full.recipients) == (act.id, act.actors, act.recipients)
    assert ((bare.evidence,), 0.9) == (act.also, act.confidence)


def test_tellings_that_name_nobody_are_not_joined():
    """Nothing ties them together but their kind."""
    assert 2 == len(folded(event("ASSAULT", trigger="bombing"), event("ASSAULT", trigger="bombing")))


def test_an_unnamed_party_is_not_anybody_without_shared_words():
    """Criticism of Peru by nobody named is not Kenya's."""
    assert 2 == len(folded(event("ACCUSE", [KENYA], [PERU], trigger="said"), event("ACCUSE", [], [PERU], trigger="boos")))


def test_talks_of_the_same_are_one():
    """A symmetric act needs no recipient, in whatever order its actors stand."""
    talks = event("CONSULT", [KENYA, PERU], trigger="met"), event("CONSULT", [PERU, KENYA], trigger="talks")
    assert [[KENYA.actor, PERU.actor]] == [ids(e.actors) for e in folded(*talks)]


def test_parties_that_only_one_telling_names_are_added():
    """A list that holds all of a shorter one is the same side told more fully, when the words agree."""
    short, long = event("AID", [KENYA], [PERU], trigger="donated"), event("AID", [KENYA, REBELS], [PERU], trigger="donation")
    assert [[KENYA.actor, REBELS.actor]] == [ids(e.actors) for e in folded(short, long)]


def test_one_actor_under_two_names_is_one_party():
    """Resolving may show that a side names somebody twice."""
    he = party("he", "KEN", "GOV", actor="a3")
    (act,) = folded(event("ACCUSE", [MINISTER, he], [PERU]))
    assert [MINISTER.actor] == ids(act.actors)


def test_what_the_outlet_says_itself_needs_no_speaker():
    """The telling with the fewest between the outlet and the act decides who vouches."""
    quoted, own = event("AID", [KENYA], [PERU]), event("AID", [KENYA], [PERU])
    said = (*quoted.assertion, Source(name="Ojwang", kind="person", start=1, end=7))
    (act,) = folded(msgspec.structs.replace(quoted, assertion=said), own)
    assert own.assertion == act.assertion


def test_a_mode_that_binds_changes_the_rung():
    """The joint event's rung follows from its joint mode and the best telling's words."""
    plain = event("CONCEDE", [KENYA], [PERU], trigger="apologised", rung="talk")
    assert ["talk"] == [e.rung for e in folded(plain, event("CONCEDE", [KENYA], [PERU], trigger="yielded", confidence=0.1))]


parties = st.lists(
    st.builds(
        lambda text, country, sector, actor: party(text, country, sector, actor=actor),
        st.sampled_from(["Kenya", "Peru", "rebels", "minister"]),
        st.sampled_from([None, "KEN", "PER"]),
        st.sampled_from([None, "GOV", "REB"]),
        st.sampled_from([None, "a1", "a2", "a3", "a4", "a5"]),
    ),
    max_size=3,
)
pages = st.lists(
    st.builds(
        event,
        st.sampled_from(["ACCUSE", "CONSULT", "ASSAULT"]),
        parties,
        parties,
        trigger=st.sampled_from(["attack", "attacked", "met", "blamed"]),
        date=st.sampled_from([None, "2019", "2019-03", "2019-03-01", "2019-03-02"]),
        place=st.sampled_from([None, ("Lima", "PER"), ("Cusco", "PER"), ("Cusco, Peru", "PER")]),
        comment=st.sampled_from([None, "c1", "c2"]),
        status=st.sampled_from(["actual", "negated"]),
        confidence=st.sampled_from([0.5, 0.8]),
    ),
    max_size=8,
)


def key(act):
    return (act.type, act.comment, act.status)


@given(pages)
def test_folding_loses_no_telling_and_mixes_no_texts(events):
    """Each event's proof is in an act of its own type, text and status; ids and order are those of events that were there."""
    before = page_of(*events, actors=ACTORS)
    after = fold(before)
    assert after == fold(after)
    ids = [e.id for e in events]
    assert sorted(ids.index(e.id) for e in after.events) == [ids.index(e.id) for e in after.events]
    told = sorted((s.start, key(act)) for act in after.events for s in (act.evidence, *act.also))
    assert sorted((e.evidence.start, key(e)) for e in events) == told


@given(pages)
def test_no_act_is_joined_that_is_not_looked_at(events):
    """To compare each act with every other one of its kind would join the same ones."""
    before = page_of(*events, actors=ACTORS)
    with mock.patch.object(Acts, "near", lambda acts, _: iter(list(acts.all()))):
        every = fold(before)
    assert every == fold(before)


def test_twice_as_many_acts_take_twice_the_work():
    """Of as many people, none of whom is another; who compares all with all does four times as much."""

    def told(size):
        acts = [event("ACCUSE", [party(f"Ada {n}", actor=f"p{n}")], [party(f"Ben {n}", actor=f"q{n}")]) for n in range(size)]
        page = page_of(*acts)
        return lambda: fold(page)

    assert 1.8 < growth(told, 100) < 2.3


def test_twice_as_many_people_of_a_state_take_twice_the_work():
    """None of whom is another, though each may be the one that an act of the state itself is told of."""

    def told(size):
        people = [Actor(id=f"p{size}n{n}", name=f"Ada {size} {n}", kind="person", country="KEN") for n in range(size)]
        acts = [event("ACCUSE", [party(p.name, "KEN", "GOV", actor=p.id)], [PERU]) for p in people]
        page = page_of(*acts, actors=[*ACTORS, *people])
        return lambda: fold(page)

    assert growth(told, 100) < 2.3


def test_an_act_told_again_and_again_in_the_same_words_takes_little_work():
    """Though it is not known to be one act, as where it is not said upon whom; only the first of these is compared."""

    def told(size):
        page = page_of(*(event("ACCUSE", [party("Kenya", "KEN", "GOV", actor="a1")], trigger="hit") for _ in range(size)))
        assert size == len(fold(page).events)
        return lambda: fold(page)

    assert growth(told, 100) < 2.3
