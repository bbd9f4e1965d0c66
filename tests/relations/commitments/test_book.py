"""Each commitment, and what became of it."""

from datetime import date

import pytest

from facta.errors import UsageError
from facta.relations import ledger
from facta.store import open_store
from facta.stories import update
from tests.relations.commitments.ledger_makers import DELIVERY, SALE, delivered, entries, filled, halted, only, promised, told
from tests.stories.story_makers import act, event_id, prose, put, report


def test_a_commitment_is_kept_by_a_matching_deed(store):
    """The same state does it, on the same subject, inside the horizon; the entry says which deed, when, and why."""
    one = only(filled(store, promised(), delivered()))
    assert ("kept", event_id("a"), event_id("b"), date(2018, 3, 1), 50) == (
        one.state,
        one.event,
        one.deed,
        one.deed_date,
        one.days,
    )
    assert ("AGREE", "RUS", "CHN", SALE, "cooperation", False) == (
        one.type,
        one.by,
        one.to,
        one.subject,
        one.direction,
        one.symmetric,
    )
    assert ("COOPERATE", "deed", DELIVERY, None) == (one.deed_type, one.deed_rung, one.deed_words, one.verdict)
    assert 0.3 <= one.score <= 1
    assert [] == [part for part in ("COOPERATE keeps AGREE", "military", "S-400") if part not in one.reason]


def test_a_commitment_is_broken_by_the_contrary(store):
    """The seller halts the sale."""
    one = only(filled(store, promised(), halted()))
    assert ("broken", event_id("b"), "SANCTION discontinue breaks AGREE") == (one.state, one.deed, one.reason.partition(":")[0])


def test_a_commitment_is_open_while_there_is_time(store):
    """No deed yet, and fewer days watched than the horizon has."""
    one = only(filled(store, promised(), until="2018-06-30"))
    assert ("open", "no matching act yet") == (one.state, one.reason)
    assert [None] * 7 == [getattr(one, n) for n in ("deed", "deed_type", "deed_rung", "deed_date", "deed_words", "days", "score")]


def test_what_only_surer_answers_were_asked_for_is_said(store):
    """An act that scores less is none that answers, and the entry says by what it would have."""
    filled(store, promised(), delivered(), until="2024-01-01")
    assert "kept" == only(store).state
    assert ("expired", "no act that matches by 0.95 or more within 365 days") == (
        (found := only(store, least=0.95)).state,
        found.reason,
    )


@pytest.mark.parametrize(("until", "state"), [("2019-01-09", "open"), ("2019-01-10", "expired"), ("2024-01-01", "expired")])
def test_a_commitment_expires_when_the_horizon_has_gone_by(store, until, state):
    """365 days watched without a deed are enough, 364 are not."""
    assert state == only(filled(store, promised(), until=until)).state


def test_a_deed_beyond_the_horizon_keeps_nothing_but_is_named(store):
    """Expired; the reason tells how late a matching deed came. A longer horizon has it kept."""
    filled(store, promised(), delivered("2018-07-20"), until="2018-12-31")
    late = only(store, horizon=190)
    assert ("expired", None, "no matching act within 190 days; one like it came after 191 days") == (
        late.state,
        late.deed,
        late.reason,
    )
    assert "kept" == only(store, horizon=191).state


@pytest.mark.parametrize(
    ("until", "horizon", "told"),
    [
        ("2018-06-30", 365, ("open", "no attack that breaks it is told so far")),
        ("2024-01-01", 30, ("expired", "no attack that breaks it is told within 30 days")),
        ("2024-01-01", 900, ("expired", "no attack that breaks it is told within 365 days")),
    ],
)
def test_of_a_truce_silence_is_told_as_what_it_is(store, until, horizon, told):
    """It is kept by what does not happen; later than a year no attack is looked for."""
    filled(store, promised(words="Russia agreed to a ceasefire with China."), until=until)
    one = only(store, horizon=horizon)
    assert told == (one.state, one.reason)


def test_a_deed_before_the_commitment_is_no_answer(store):
    """It was done already."""
    assert "open" == only(filled(store, delivered("2018-01-09"), promised())).state


@pytest.mark.parametrize(("told_on", "state"), [("2018-01-10", "open"), ("2018-01-11", "kept")])
def test_on_the_same_day_only_what_is_told_later_is_an_answer(store, told_on, state):
    """A deed told with the promise may have come first."""
    put(store, told("a", promised()), told("b", delivered("2018-01-10"), told_on), report("z", published="2018-02-01"))
    assert state == only(store).state


def test_the_first_answer_decides(store):
    """Kept and then halted is kept, halted and then delivered after all is broken."""
    kept = only(filled(store, promised(), delivered("2018-03-01"), halted("2018-04-20")))
    with open_store(":memory:") as other:
        broken = only(filled(other, promised(), halted("2018-03-01"), delivered("2018-04-20")))
    assert ("kept", "broken") == (kept.state, broken.state)


@pytest.mark.parametrize(
    "answer",
    [
        act("COERCE", "CHN", "RUS", "China seized the first S-400 missile systems of Russia.", date="2018-03-01"),
        act("AID", "RUS", "CHN", "Russian doctors vaccinated flood victims in China.", date="2018-03-01"),
        act("CONSULT", "RUS CHN", "", "Both sides discussed S-400 missile systems.", date="2018-03-01", status="possible"),
        delivered(status="planned"),
        delivered(status="negated"),
        delivered("2018"),
        act("COOPERATE", "RUS", "IND", "Russia delivered the first S-400 missile systems to India.", date="2018-03-01"),
        act("ACCUSE", "RUS", "CHN", "Russia accused China of copying S-400 missile systems.", date="2018-03-01"),
    ],
    ids=["other side", "other subject", "possible", "planned", "negated", "year only", "other recipient", "no answering type"],
)
def test_what_is_no_answer(store, answer):
    """Done by the other side or to somebody else, about something else, not done, dated by a year, of no answering type."""
    found = entries(filled(store, promised(), answer))
    assert ["open"] == [c.state for c in found if c.status == "actual"]


def test_who_committed_itself_together_may_answer_alone(store):
    """A deal signed by both is kept by either's deed, and counts for both."""
    both = act("AGREE", "CHN RUS", "", "China and Russia signed a deal on S-400 missile systems.", date="2018-01-10")
    one = only(filled(store, both, delivered()))
    assert ("kept", True) == (one.state, one.symmetric)


def test_a_threat_is_a_commitment_to_conflict(store):
    """Kept by the sanction that was threatened, broken by a step back."""
    threat = act(
        "THREATEN", "USA", "CHN", "Washington threatened tariffs on Chinese solar panels.", date="2018-01-10", mode="restrict"
    )
    done = act("SANCTION", "USA", "CHN", "Washington imposed tariffs on Chinese solar panels.", date="2018-02-10")
    one = only(filled(store, threat, done), a="USA", b="CHN")
    assert ("kept", "conflict", "restrict", "USA", "CHN") == (one.state, one.direction, one.mode, one.by, one.to)


def test_by_and_to_are_the_sides_whichever_is_asked_first(store):
    """Asked for Russia and China or China and Russia."""
    filled(store, promised(), delivered())
    assert [("RUS", "CHN", "kept")] * 2 == [
        (c.by, c.to, c.state) for a, b in (("CHN", "RUS"), ("RUS", "CHN")) for c in entries(store, a, b)
    ]


VISIT = "The Russian president will travel to China for talks on the Arctic railway."
VISITED = "The Russian president travelled to China for talks on the Arctic railway."


def planned(day, **more):
    return act("CONSULT", "RUS", "CHN", VISIT, date=day, mode="visit", status="planned", **more)


def visited(day):
    return act("CONSULT", "RUS", "CHN", VISITED, date=day, mode="visit")


def test_an_announced_act_is_a_commitment_of_the_day_it_was_told(store):
    """And is due on the day it was announced for; the act itself keeps it."""
    put(
        store,
        told("a", planned("2018-06-08"), "2018-05-01"),
        told("b", visited("2018-06-08")),
        report("z", published="2018-07-01"),
    )
    one = only(store)
    assert ("planned", date(2018, 5, 1), date(2018, 6, 8), "kept", 38) == (one.status, one.date, one.due, one.state, one.days)


@pytest.mark.parametrize(("day", "state"), [("2018-05-31", "open"), ("2018-06-01", "kept"), ("2018-06-20", "kept")])
def test_an_announced_act_may_be_done_a_week_early_or_late(store, day, state):
    """What comes more than seven days before the day announced is another act."""
    put(store, told("a", planned("2018-06-08"), "2018-05-01"), told("b", visited(day)), report("z", published="2018-07-01"))
    assert state == only(store).state


def test_an_announced_act_may_be_called_off_at_any_time(store):
    """Long before the day it was announced for."""
    off = act(
        "REJECT",
        "RUS",
        "CHN",
        "The Russian president called off talks in China on the Arctic railway.",
        date="2018-05-09",
        mode="meet",
    )
    put(store, told("a", planned("2018-06-08"), "2018-05-01"), told("b", off), report("z", published="2018-07-01"))
    assert ("broken", event_id("b")) == (only(store).state, only(store).deed)


def test_a_denial_breaks_nothing(store):
    """Who denies a breach does not break; a refusal does."""
    words = "Russia denied that it had halted the sale of S-400 missile systems to China."
    assert "open" == only(filled(store, promised(), act("REJECT", "RUS", "CHN", words, date="2018-03-01"))).state
    with open_store(":memory:") as other:
        refused = act("REJECT", "RUS", "CHN", words.replace("denied that it had halted", "refused"), date="2018-03-01")
        assert "broken" == only(filled(other, promised(), refused)).state


def test_an_act_that_is_only_alleged_keeps_nothing(store):
    """Until somebody tells it flatly."""
    charge = act("ACCUSE", "IND", "RUS", "India accused Russia on Thursday of having", date="2018-03-01")
    alleged = delivered(words="secretly delivered the first S-400 missile systems to China.")
    page = report("b", charge, alleged, published="2018-03-01")
    put(store, told("a", promised()), page, report("z", published="2018-06-30"))
    assert "open" == only(store).state
    put(store, told("c", delivered()))
    assert "kept" == only(store).state


@pytest.mark.parametrize("day", ["2018-04", None])
def test_an_act_announced_for_the_past_or_for_no_day_has_no_due_day(store, day):
    """Its report is all that is known of its day."""
    put(store, told("a", planned(day), "2018-05-01"), report("z", published="2018-07-01"))
    assert (date(2018, 5, 1), None, "open") == (only(store).date, only(store).due, only(store).state)


def test_a_promise_without_any_day_is_in_no_ledger(store):
    """Nothing could be said of what followed it."""
    assert () == entries(
        put(store, report("a", promised(None)), report("b", planned("2018-06-08"), published=None)), since="2019"
    )
    assert ["planned"] == [c.status for c in entries(store)]


def test_a_commitment_told_only_when_it_is_fulfilled_is_one_as_well(store):
    """A retold deal, dated by its month: it was made in that month, not when it was retold."""
    old = promised("2018-01", words="Russia had agreed to sell China S-400 missile systems.", status="historical")
    put(store, report("a", old, published="2018-03-02"), told("b", delivered("2018-03-02")), report("z", published="2018-07-01"))
    assert ("historical", date(2018, 1, 31), "kept") == (only(store).status, only(store).date, only(store).state)


def test_what_came_before_the_first_report_is_not_watched(store):
    """An answer may have come unseen, so it neither expired nor counts in the curve; one that is seen still keeps it."""
    words = "Russia had agreed in 1988 to build China a bridge over the Amur."
    put(store, told("a", promised("1988", words=words, status="historical"), "2012-05-01"), report("z", published="2018-01-01"))
    found = ledger(store, "CHN", "RUS")
    (one,) = found.commitments
    assert ("unobserved", "1988", None) == (one.state, one.dated, one.days)
    assert (1, ()) == (found.counts["unobserved"], found.curve)


@pytest.mark.parametrize(("day", "dated"), [("2018-01", "2018-01"), ("2018", "2018"), ("2018-01-10", "2018-01-10")])
def test_a_date_is_told_as_far_as_it_is_known(store, day, dated):
    """A year is no day."""
    put(store, told("a", promised(day), "2018-05-01"), report("z", published="2018-07-01"))
    assert dated == only(store).dated


def test_a_commitment_dated_by_its_year_is_taken_to_be_of_the_day_it_was_told(store):
    """Nothing is reported before it is promised, and nothing promised later than it is told."""
    put(store, told("a", promised("2018"), "2018-05-01"), report("z", published="2018-07-01"))
    assert date(2018, 5, 1) == only(store).date


@pytest.mark.parametrize("status", ["possible", "negated"])
def test_what_may_be_or_was_not_promised_is_no_commitment(store, status):
    """Nor is talk, nor a deed."""
    assert () == entries(
        filled(store, promised(status=status), visited("2018-03-01"), delivered(words="Russia sent China tents."))
    )


def test_commitments_come_by_day_and_are_counted_by_state(store):
    """The states add up, zeros told."""
    found = ledger(
        filled(
            store, promised("2018-02-01"), promised("2016-01-10", words="Russia agreed to build China a bridge."), delivered()
        ),
        "CHN",
        "RUS",
    )
    assert ([date(2016, 1, 10), date(2018, 2, 1)], {"kept": 1, "broken": 0, "open": 0, "expired": 1, "unobserved": 0}) == (
        [c.date for c in found.commitments], found.counts,
    )  # fmt: skip


def test_a_time_bounds_the_commitments_and_not_their_answers(store):
    """A promise of January kept in March is kept when January is asked for."""
    filled(store, promised(), delivered())
    assert [["kept"], []] == [
        [c.state for c in entries(store, since=s, until=u)] for s, u in (("2018-01", "2018-01"), ("2018-02", None))
    ]
    with pytest.raises(UsageError, match="ends before it begins"):
        entries(store, since="2019", until="2018")


@pytest.mark.parametrize("horizon", [0, -1, 36_526, 2**63 - 1, 10**30])
def test_a_horizon_is_a_day_or_more_and_a_century_at_most(store, horizon):
    """Else the line says so; days beyond the calendar are not reckoned with."""
    with pytest.raises(UsageError, match="a day or more, 36,525 at most"):
        ledger(store, "CHN", "RUS", horizon=horizon)


def test_a_group_is_a_side(store):
    """A promise to two members is one commitment of the group."""
    words = "Russia agreed to sell Germany and France isotopes for reactors."
    filled(store, act("AGREE", "RUS", "DEU FRA", words, date="2018-01-10"))
    assert [("RUS", "EU", "open")] == [(c.by, c.to, c.state) for c in entries(store, "EU", "RUS")]
    assert (("EU", "RUS"), ("European Union", "Russia")) == ((found := ledger(store, "EU", "RUS")).pair, found.names)


def test_an_empty_store_has_an_empty_ledger(store):
    """No commitment, no share, no day."""
    update(store)
    found = ledger(store, "CHN", "RUS")
    assert ((), (), None, {"kept": 0, "broken": 0, "open": 0, "expired": 0, "unobserved": 0}) == (
        found.commitments, found.curve, found.observed_until, found.counts,
    )  # fmt: skip
    assert [(None, None, None, 0)] * 3 == [(s.share, s.placebo, s.excess, s.at_risk) for s in found.follow_through.values()]


def test_a_store_whose_pages_have_no_day_is_watched_until_its_last_act(store):
    """The acts' own days are all there is."""
    put(store, *(report(k, one, published=None) for k, one in zip("ab", (promised(), halted("2019-03-01")), strict=True)))
    found = ledger(store, "CHN", "RUS")
    assert (date(2019, 3, 1), "expired") == (found.observed_until, found.commitments[0].state)


def test_reports_of_a_commitment_are_counted(store):
    """With the texts that are no copies."""
    text = prose(1, 20)
    put(
        store,
        *(report(k, promised(), text=text, site=s, published="2018-01-10") for k, s in zip("ab", "XY", strict=True)),
        report("z", published="2018-02-01"),
    )
    assert (2, 1, 0.8) == (only(store).reports, only(store).independent, only(store).confidence)


def test_the_ledger_is_the_same_each_time_and_in_any_order_of_pages(store):
    """Scores, shares and intervals too."""
    acts = [promised(), delivered(), promised("2018-02-01", words="Russia agreed to build China a bridge."), halted("2018-05-01")]
    filled(store, *acts)
    with open_store(":memory:") as other:
        for key, one in reversed(list(zip("abcd", acts, strict=True))):
            put(other, told(key, one))
        put(other, report("z", published="2018-06-30"))
        assert ledger(store, "CHN", "RUS") == ledger(other, "CHN", "RUS") == ledger(store, "CHN", "RUS")


def test_a_deed_whose_sentence_only_names_the_other_state_may_answer(store):
    """It is no act of the pair, and so in no relation of it."""
    aside = act("RETREAT", "RUS", words="Russia took its last S-400 systems out of China.", date="2018-03-01", mode="withdraw")
    filled(store, act("CONCEDE", "RUS", "CHN", "Russia agreed to take its S-400 systems out of China.", date="2018-01-10"), aside)
    one = only(store)
    assert ("kept", event_id("b"), "RETREAT withdraw keeps CONCEDE") == (one.state, one.deed, one.reason.partition(":")[0])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Russia agreed to sell China S-400 systems.", 1),
        ("Russia agreed to sell China and India S-400 systems.", 0),
        ("Russia agreed to sell S-400 systems.", 0),
    ],
)
def test_a_promise_to_nobody_is_made_to_the_one_other_state_that_its_sentence_names(store, words, found):
    """Where it names several, nobody knows to whom."""
    filled(store, act("AGREE", "RUS", words=words, date="2018-01-10"), delivered())
    told = entries(store)
    assert ["kept"] * found == [one.state for one in told]
    assert ["RUS"] * found == [one.by for one in told]


def test_what_the_other_side_receives_may_answer_where_it_means_something_like(store):
    """The reader took the buyer for the giver; a purchase called off is no delivery."""
    received = act("AID", "CHN", "RUS", "China received the first S-400 systems that Russia had promised it.", date="2018-03-01")
    one = only(filled(store, promised(), received))
    assert ("kept", event_id("b")) == (one.state, one.deed)


@pytest.mark.parametrize("least", [0.0, 0.09, 0.96, float("nan")])
def test_a_score_that_nobody_may_ask_for_is_refused(store, least):
    """In one line that says which there are."""
    with pytest.raises(UsageError, match=r"from 0.1 to 0.95, but (nan|0\.\d+) is asked for"):
        ledger(filled(store, promised(), delivered()), "CHN", "RUS", least=least)


def test_a_ledger_is_narrowed_to_states_that_there_are(store):
    """In whatever they are handed over; another word is refused, and not taken for no word."""
    found = ledger(filled(store, promised(), delivered()), "CHN", "RUS")
    assert (1, ("kept", "open")) == ((narrow := found.narrowed(iter(["open", "kept"]))).counts["kept"], narrow.only)
    assert () == found.narrowed(["broken"]).commitments
    with pytest.raises(UsageError, match=r"No state of a commitment 'keept'. Did you mean 'kept'\? Known: broken, expired, "):
        found.narrowed(["keept"])
