"""Triggers become events with true spans, the right rung and proof, of the article and of each comment apart."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from facta.events import find
from facta.events.ontology import Ontology, ontology
from facta.records import ARTICLE, Analysis, Comment, Mention, Paragraph, Reading, Role, Trigger, When, Where
from facta.values.spans import Range
from tests.events.event_makers import PAGE, analysis, at, reading, role, trigger, with_comment

VISIT = "On Monday the Norwegian premier visited Finland for two days, in snow."
VISITED = trigger(
    VISIT, "visited", "CONSULT", ("actor", "Norwegian premier"), ("recipient", "Finland"), ("time", "On Monday"), mode="visit"
)


def only(reading):
    (event,) = find(reading).events
    return event


def names(side):
    return [p.text for p in side]


def test_a_trigger_becomes_an_event_with_its_parties():
    """Who, to whom, what, in which mode, with true offsets and the reader's name."""
    event = only(reading(VISIT, VISITED))
    assert ("CONSULT", "visit", 1, "talk", "actual") == (event.type, event.mode, event.quad, event.rung, event.status)
    assert [("Norwegian premier", 14, 31)] == [(p.text, p.start, p.end) for p in event.actors]
    assert [("Finland", 40, 47)] == [(p.text, p.start, p.end) for p in event.recipients]
    assert ("visited", "events.find", "reader 1", "model") == (
        event.trigger.text,
        event.made_by.step,
        event.made_by.version,
        event.made_by.kind,
    )
    assert (0.9, None) == (event.confidence, event.comment)


def test_words_of_time_and_place_wait_for_their_resolution():
    """The date has its words and no ISO form yet; so has the place."""
    text = "Rebels shelled the port of Arda at dawn."
    event = only(reading(text, trigger(text, "shelled", "ASSAULT", ("time", "at dawn"), ("place", "Arda"))))
    assert (When(iso="", precision="reported", text="at dawn"), Where(name="Arda", text="Arda")) == (event.date, event.place)


def test_a_proof_stays_in_the_paragraph_of_its_act():
    """A headline does not run on into the dateline below it."""
    text = "Rebels shell Arda\nARDA - Rebels fired on the port."
    found = msgspec.structs.replace(trigger(text, "shell", "ASSAULT"), evidence=Range(0, text.index(" -")))
    read = reading(text, found)
    paragraphs = tuple(Paragraph(id=f"p{n}", kind="body", start=a, end=b) for n, (a, b) in enumerate([(0, 17), (18, len(text))]))
    event = only(msgspec.structs.replace(read, page=msgspec.structs.replace(read.page, paragraphs=paragraphs)))
    assert "Rebels shell Arda" == event.evidence.text


@pytest.mark.parametrize("text", ["The Arda Sign deal of Finland pleased all on Monday.", "Finland and Arda Sign Deal on Trade"])
def test_a_name_ends_before_the_act_and_in_a_headline(text):
    """`Arda Sign` is no name."""
    read = reading(text, trigger(text, "Sign", "AGREE", ("actor", "Arda")))
    place = at(text, "Arda Sign")
    known = msgspec.structs.replace(read.analyses[ARTICLE], mentions=(Mention(start=place.start, end=place.end, kind="other"),))
    assert ["Arda"] == [p.text for p in only(msgspec.structs.replace(read, analyses={ARTICLE: known})).actors]


@pytest.mark.parametrize(
    ("seen", "phrase", "kind", "told"),
    [
        ("week", "last week", "time", "last week"),
        ("week", "last week", "place", "week"),
        ("last", "last week's", "other", "last week"),
    ],
)
def test_half_a_phrase_of_time_is_told_whole(seen, phrase, kind, told):
    """A phrase of another kind adds nothing, but `last` never stands alone."""
    text = "Rebels shelled the port of Arda in last week's raid and left."
    read = reading(text, trigger(text, "shelled", "ASSAULT", ("time", seen)))
    place = at(text, phrase)
    known = msgspec.structs.replace(read.analyses[ARTICLE], mentions=(Mention(start=place.start, end=place.end, kind=kind),))
    assert told == only(msgspec.structs.replace(read, analyses={ARTICLE: known})).date.text


@pytest.mark.parametrize(
    ("mention", "seen", "whole"),
    [
        ("United States", "United", "United States"),
        ("Arda's Shin Bet service", "Shin", "Shin Bet"),
        ("Foreign Minister Ada Roe", "Roe", "Foreign Minister Ada Roe"),
        ("United States's envoy", "United", "United States"),
        ("Arda-backed Harbour rebels", "Harbour", "Harbour"),
        ("rebels of Arda", "rebels", "rebels"),
        ("Ruiz da Costa", "Ruiz", "Ruiz da Costa"),
        ("Ruiz da Costa", "Costa", "Ruiz da Costa"),
        ("Jan van der Meer", "Meer", "Jan van der Meer"),
        ("President Ada R. Roe Jr.", "President Ada", "President Ada R. Roe Jr."),
        ("President Ada R. Roe Jr.", "President Ada R", "President Ada R. Roe Jr."),
        ("National Adviser Dr. Ada Roe", "National", "National Adviser Dr. Ada Roe"),
        ("Prime Minister Musa Shia’ al-Amin", "Musa", "Prime Minister Musa Shia’ al-Amin"),
        ("Prime Minister Musa Shia’ al-Amin", "Amin", "Prime Minister Musa Shia’ al-Amin"),
    ],
)
def test_half_a_name_is_told_whole(mention, seen, whole):
    """As far as the phrase goes that it stands in; no possessive ending, and no word in small letters."""
    text = f"The {mention} met the leaders of Finland in the old town on Monday."
    read = reading(text, trigger(text, "met", "CONSULT", ("actor", seen)))
    place = at(text, mention)
    analyses = {
        k: msgspec.structs.replace(a, mentions=(Mention(start=place.start, end=place.end, kind="other"),))
        for k, a in read.analyses.items()
    }
    assert [whole] == [p.text for p in only(msgspec.structs.replace(read, analyses=analyses)).actors]


@pytest.mark.parametrize("seen", [["President Ada R. Roe"], ["Jr."], ["Ada R. Roe", "Jr. of Arda"]])
def test_a_comma_before_junior_does_not_end_a_name(seen):
    """`Jr.` is nobody of his own, though the phrase ends before it."""
    text = "President Ada R. Roe, Jr. of Arda met the leaders of Finland in the old town on Monday."
    read = reading(text, trigger(text, "met", "CONSULT", *(("actor", words) for words in seen)))
    known = msgspec.structs.replace(read.analyses[ARTICLE], mentions=(Mention(start=0, end=20, kind="person"),))
    (party,) = only(msgspec.structs.replace(read, analyses={ARTICLE: known})).actors
    assert party.text.startswith("President Ada R. Roe, Jr.")


def test_prose_that_names_many_persons_is_no_headline():
    """Most of its words are written large, but not those that title case writes so."""
    text = "President Ada Roe met President Musa Shia Amin of Arda."
    read = reading(text, trigger(text, "met", "CONSULT", ("actor", "Ada")))
    known = msgspec.structs.replace(read.analyses[ARTICLE], mentions=(Mention(start=0, end=17, kind="person"),))
    assert ["President Ada Roe"] == [p.text for p in only(msgspec.structs.replace(read, analyses={ARTICLE: known})).actors]


def test_an_event_without_words_of_time_or_place_waits_for_the_report_s_date():
    """Nothing else is invented."""
    event = only(reading(VISIT, trigger(VISIT, "visited", "CONSULT")))
    assert (When(iso="", precision="reported"), None, (), ()) == (event.date, event.place, event.actors, event.recipients)


@pytest.mark.parametrize(
    ("dating", "date"),
    [("undated", None), ("month", When(iso="", precision="month")), ("year", When(iso="", precision="year"))],
)
def test_the_reader_may_see_that_the_report_s_day_is_not_the_act_s(dating, date):
    """An earlier act without a date has none; one of this month or year waits for the report's month or year."""
    act = msgspec.structs.replace(trigger(VISIT, "visited", "CONSULT"), dating=dating)
    assert date == only(reading(VISIT, act)).date


def test_the_reader_s_own_evidence_goes_before_the_one_made_of_parties():
    """A reader that would prove an act with a run of words is followed."""
    act = msgspec.structs.replace(trigger(VISIT, "visited", "CONSULT"), evidence=at(VISIT, "visited"))
    assert "visited" == only(reading(VISIT, act)).evidence.text


def test_the_surest_of_two_times_counts():
    """One date an event, the reader's best."""
    event = only(reading(VISIT, trigger(VISIT, "visited", "CONSULT", ("time", "two days", 0.4), ("time", "On Monday", 0.6))))
    assert "On Monday" == event.date.text


def test_ids_are_of_the_page_the_comment_and_the_trigger():
    """A rerun gives the same ids; another page or a comment gives others, whatever else was found beside it."""
    base = reading(VISIT, VISITED)
    more = reading(VISIT, VISITED, trigger(VISIT, "two days", "AGREE"))
    elsewhere = reading(VISIT, VISITED, key="other")
    thread = with_comment(reading("Nothing.", key="k"), VISIT, VISITED)
    first = only(base).id
    assert [first] == [e.id for e in find(more).events if e.type == "CONSULT"]
    assert 3 == len({first, only(elsewhere).id, only(thread).id})


def test_a_mode_the_type_does_not_have_is_dropped():
    """Modes belong to types."""
    assert [None, "visit"] == [
        only(reading(VISIT, trigger(VISIT, "visited", "CONSULT", mode=mode))).mode for mode in ("troops", "visit")
    ]


def test_participants_of_a_meeting_are_all_actors():
    """A symmetric act has no recipient, also where the reader saw one."""
    text = "Chad met Niger in Zinder."
    event = only(reading(text, trigger(text, "met", "CONSULT", ("actor", "Chad"), ("recipient", "Niger"))))
    assert (["Chad", "Niger"], []) == (names(event.actors), names(event.recipients))


def test_a_visit_has_a_guest_and_a_host():
    """A visit keeps its direction."""
    event = only(reading(VISIT, VISITED))
    assert (["Norwegian premier"], ["Finland"]) == (names(event.actors), names(event.recipients))


def test_the_same_words_are_not_on_both_sides():
    """The surer role wins."""
    text = "Police beat protesters."
    roles = (("actor", "Police", 0.9), ("recipient", "Police", 0.5), ("recipient", "protesters", 0.9))
    event = only(reading(text, trigger(text, "beat", "ASSAULT", *roles)))
    assert (["Police"], ["protesters"]) == (names(event.actors), names(event.recipients))


def test_what_only_of_parts_is_one_party():
    """A minister and her office are one, two states behind `and` are two."""
    text = "The secretary of state, Ann Lee, and France sued Peru."
    roles = [("actor", "secretary"), ("actor", "state, Ann Lee"), ("actor", "France"), ("recipient", "Peru")]
    assert ["secretary of state, Ann Lee", "France"] == names(only(reading(text, trigger(text, "sued", "ACCUSE", *roles))).actors)


def test_a_party_is_once_on_its_side():
    """Named twice, or as part of itself, it is one party; the surer stretch stays."""
    text = "Togo, said Togo's envoy, and again Togo, sent rice to Mali."
    togo = [Role(role="actor", start=n, end=n + 4, score=0.5) for n in range(len(text)) if text.startswith("Togo", n)]
    envoy = role(text, "actor", "Togo's envoy", 0.8)
    sent = msgspec.structs.replace(trigger(text, "sent rice", "AID"), roles=(*togo, envoy))
    assert ["Togo", "Togo's envoy"] == names(only(reading(text, sent)).actors)


def test_an_unsure_trigger_is_left_out(monkeypatch):
    """A type's least score holds for all its triggers, the one for bare triggers only for those without a party."""
    aid = msgspec.structs.replace(ontology().type("AID"), min_score=0.3, min_score_bare=0.6)
    strict = Ontology({**ontology().types, "AID": aid})
    monkeypatch.setattr("facta.events.finding.ontology", lambda: strict)
    text = "Togo sent rice to Mali. It sent wheat, gave oil and lent boats."
    found = [
        trigger(text, "sent rice", "AID", ("actor", "Togo"), score=0.3),
        trigger(text, "sent wheat", "AID", ("actor", "It"), score=0.29),
        trigger(text, "gave oil", "AID", ("place", "Mali"), score=0.59),
        trigger(text, "lent boats", "AID", score=0.6),
    ]
    assert ["sent rice", "lent boats"] == [e.trigger.text for e in find(reading(text, *found)).events]


def test_a_trigger_found_twice_is_one_event():
    """The surer finding of the same words and type counts."""
    low = trigger(VISIT, "visited", "CONSULT", status="planned", score=0.4)
    assert "actual" == only(reading(VISIT, low, VISITED)).status


def test_a_type_nobody_knows_is_a_problem_and_costs_no_other_event():
    """A reader may be newer than the ontology."""
    found = find(reading(VISIT, VISITED, trigger(VISIT, "snow", "WEATHER")))
    assert ["CONSULT"] == [e.type for e in found.events]
    assert [("events.find", "the reader found events of unknown types: WEATHER")] == [(p.step, p.message) for p in found.problems]


def test_a_readers_claim_carries_the_comments_id():
    """Spans of a comment's event are into the comment's own text; the article's events stand first."""
    claim = "They signed a pact with Peru."
    both = with_comment(reading(VISIT, VISITED), claim, trigger(claim, "signed a pact", "AGREE", ("actor", "They")))
    events = find(both).events
    assert [(None, "visited"), ("c1", "signed a pact")] == [(e.comment, e.trigger.text) for e in events]
    assert claim[events[1].trigger.start : events[1].trigger.end] == events[1].trigger.text


def test_what_an_article_mentions_in_passing_stands_beside_its_events():
    """With parties, proof and date as these have; of comments none, since their claims are folded with nothing."""
    page = with_comment(reading(VISIT), VISIT)
    doubted = {key: msgspec.structs.replace(found, passing=(VISITED,)) for key, found in page.analyses.items()}
    found = find(msgspec.structs.replace(page, analyses=doubted))
    (one,) = found.passing
    assert ((), None, "visited", ["Norwegian premier"], ["Finland"], "On Monday") == (
        found.events, one.comment, one.trigger.text, names(one.actors), names(one.recipients), one.date.text,
    )  # fmt: skip
    assert only(reading(VISIT, VISITED)) == one


def test_a_page_that_was_not_analysed_stays_as_it_is():
    """A page in another language is read, not coded."""
    page = Reading(page=PAGE)
    assert UNSET is page.analyses
    assert page == find(page)


@st.composite
def analysed(draw):
    """Any text with any triggers and roles in it, as article and as comment."""
    types = st.sampled_from([*ontology().types, "WEATHER"])
    score = st.floats(0, 1)

    def text_with_triggers():
        text = draw(st.text(alphabet=st.sampled_from("ab ,.\n“é😀"), max_size=60))
        place = st.integers(0, len(text))
        stretch = st.tuples(place, place).map(sorted)
        roles = st.builds(
            lambda at, name, score: Role(role=name, start=at[0], end=at[1], score=score),
            stretch,
            st.sampled_from(["actor", "recipient", "time", "place"]),
            score,
        )
        triggers = st.builds(
            lambda at, type, score, roles, mode: Trigger(
                start=at[0], end=at[1], type=type, mode=mode, score=score, roles=tuple(roles)
            ),
            stretch,
            types,
            score,
            st.lists(roles, max_size=4),
            st.sampled_from([None, "visit", "troops"]),
        )
        cuts = sorted({0, len(text), *draw(st.lists(place, max_size=4))})
        sentences = tuple(Range(a, b) for a, b in pairwise(cuts))
        return text, Analysis(version="1", sentences=sentences, triggers=tuple(draw(st.lists(triggers, max_size=5))))

    article, found = text_with_triggers()
    comment, claimed = text_with_triggers()
    return Reading(
        page=msgspec.structs.replace(PAGE, text=article),
        thread=(Comment(id="c", text=comment),),
        analyses={ARTICLE: found, "c": claimed},
    )


@given(analysed())
def test_every_span_is_true_and_evidence_holds_its_trigger(page):
    """Whatever a reader finds, offsets and words agree, proof covers the act, and ids are unique."""
    events = find(page).events
    for event in events:
        text = page.texts()[event.comment or ARTICLE]
        for words in (event.trigger, event.evidence, *event.actors, *event.recipients):
            assert words.text == text[words.start : words.end] != ""
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end
        both = {(p.start, p.end) for p in event.actors} & {(p.start, p.end) for p in event.recipients}
        assert set() == both
    assert len(events) == len({e.id for e in events})
    assert events == find(page).events


@pytest.mark.parametrize("status", ["actual", "planned", "possible", "negated", "historical"])
def test_status_travels_and_decides_the_rung(status):
    """The reader's status is the event's, and the ontology's rung follows from it."""
    event = only(reading(VISIT, trigger(VISIT, "visited", "CONSULT", status=status)))
    expected = {"actual": "talk", "historical": "talk", "planned": "commitment"}.get(status)
    assert (status, expected) == (event.status, event.rung)


def test_analyses_are_read_by_their_keys():
    """A comment that was not analysed has no events."""
    page = with_comment(reading(VISIT, VISITED), VISIT, VISITED)
    silent = msgspec.structs.replace(page, analyses={"c1": analysis(VISIT, VISITED)})
    assert ["c1"] == [e.comment for e in find(silent).events]


@pytest.mark.parametrize("words", ["would not", "to", "up", "the"])
def test_words_that_tell_nothing_are_no_act(words):
    """Auxiliaries, particles and articles alone; beside a verb they are part of it."""
    text = "Norway would not give up the island to Finland."
    assert find(reading(text, trigger(text, words, "REJECT", ("actor", "Norway")))).events == ()
    (event,) = find(reading(text, trigger(text, "would not give up", "REJECT", ("actor", "Norway")))).events
    assert event.trigger.text == "would not give up"


@pytest.mark.parametrize(
    ("seen", "parties"),
    [
        ("least four Finnish troops", ["four Finnish troops"]),
        ("At least four Finnish troops", ["four Finnish troops"]),
        ("Olli The Finns", ["Finns"]),
        ("Finland (the north", ["Finland"]),
        ("US", []),
        ("Chileans who", ["Chileans"]),
    ],
)
def test_a_party_is_without_what_is_no_part_of_its_phrase(seen, parties):
    """`At least`, a reader's handle, an opened bracket, the `US` of a price, `who`."""
    text = "At least four Finnish troops, @Olli The Finns, Chileans who swam and Finland (the north) sold US$5 of fish."
    event = only(reading(text, trigger(text, "sold", "AID", ("actor", seen))))
    assert parties == [p.text for p in event.actors]


@pytest.mark.parametrize(
    ("type", "hit", "expected"),
    [
        ("ASSAULT", ("CHILE",), []),
        ("ASSAULT", ("CHILE", "Peru"), ["Peru"]),
        ("REQUEST", ("CHILE",), ["CHILE"]),
    ],
)
def test_nobody_uses_force_on_himself(type, hit, expected):
    """A reader may find the actor again where it is named before; of words that may be meant."""
    text = "All fear CHILE. Ghana says Chile fired first at Peru."
    event = only(reading(text, trigger(text, "fired", type, ("actor", "Chile"), *(("recipient", who) for who in hit))))
    assert expected == [p.text for p in event.recipients]
