"""Words, commitments and deeds of a pair, counted by stories, over every period of a time."""

from datetime import date, timedelta

import pytest

from facta.errors import UsageError
from facta.relations import relations
from facta.relations.records import Balance
from facta.relations.relate import beside
from facta.store import open_store
from facta.stories import update
from tests.relations.relation_makers import did, many, page
from tests.stories.story_makers import act, prose, put, report

RUNGS = ("talk", "commitment", "deed")


def counts(measures):
    """Cooperation and conflict by rung."""
    return {rung: (getattr(measures, rung).coop, getattr(measures, rung).conf) for rung in RUNGS}


def asked(store, a="CHN", b="RUS", **more):
    return relations(store, a, b, **more)


def test_stories_are_counted_by_rung_and_by_cooperation(store):
    """With their balance (coop - conf) / (coop + conf), and nothing where there is nothing."""
    put(store, page(*many("talk", 3, 1), *many("deed", 0, 2)))
    total = asked(store).total
    assert {"talk": (3, 1), "commitment": (0, 0), "deed": (0, 2)} == counts(total)
    assert (0.5, None, -1.0, 6, 6) == (
        total.talk.balance,
        total.commitment.balance,
        total.deed.balance,
        total.stories,
        total.events,
    )


def test_only_what_happened_counts(store):
    """Planned, possible, negated and retold acts are no part of a relation."""
    put(
        store,
        page(*(did("talk", True, n, status=s) for n, s in enumerate(["actual", "planned", "possible", "negated", "historical"]))),
    )
    assert {"talk": (1, 0), "commitment": (0, 0), "deed": (0, 0)} == counts(asked(store).total)


def test_reports_of_one_act_are_one_story(store):
    """Beside the number of events, outlets and independent texts."""
    text = prose(1, 20)
    put(store, page(did("talk", True, 0), text=text, site="X"), page(did("talk", True, 0), key="b", text=text, site="Y"))
    total = asked(store).total
    assert (1, 2, 2, 1) == (total.stories, total.events, total.outlets, total.independent)


def test_directed_counts_one_way_and_otherwise_both(store):
    """What China does to Russia, and what either does to the other."""
    put(store, page(*many("talk", 3, 0), *many("talk", 2, 0, actor="RUS", recipient="CHN")))
    found = [
        asked(store, a, b, directed=d).total.talk.coop
        for a, b, d in (("CHN", "RUS", True), ("RUS", "CHN", True), ("CHN", "RUS", False))
    ]
    assert [3, 2, 5] == found


def test_meetings_count_for_either_order_and_once_for_both(store):
    """So do deals and exercises, also those of three."""
    put(store, page(act("CONSULT", "CHN RUS", date="2018-04-03"), act("COOPERATE", "CHN IND RUS", date="2018-05-03")))
    for a, b in (("CHN", "RUS"), ("RUS", "CHN"), ("IND", "CHN")):
        for directed in (True, False):
            want = 1 if "IND" in (a, b) else 2
            assert want == asked(store, a, b, directed=directed).total.stories


def test_an_act_on_each_other_counts_once(store):
    """Two states that act on the same two."""
    put(store, page(act("ACCUSE", "CHN RUS", "CHN RUS", date="2018-04-03")))
    assert [1, 1] == [asked(store, directed=d).total.stories for d in (True, False)]


def test_a_state_with_itself_is_no_pair(store):
    """Nor can it be asked for."""
    put(store, page(act("ASSAULT", "CHN", "CHN", date="2018-04-03"), did("talk", True, 0)))
    assert 1 == asked(store).total.stories
    with pytest.raises(UsageError, match="Both are China"):
        asked(store, "CHN", "China")


def test_readers_claims_count_nowhere(store):
    """What a comment claims is no part of a relation."""
    put(store, page(did("talk", True, 0), did("deed", False, 0, comment="c1")))
    assert {"talk": (1, 0), "commitment": (0, 0), "deed": (0, 0)} == counts(asked(store).total)


@pytest.mark.parametrize("times", [1, 2, 5, 10])
def test_equal_proportions_at_unequal_counts_give_a_gap_of_zero(store, times):
    """Three of four words and three of four deeds are friendly, however many there are: exactly zero, inside its interval."""
    put(store, page(*many("talk", 3, 1), *many("deed", 9 * times, 3 * times)))
    gap = asked(store).total.say_do_gap
    assert (0.0, True) == (gap.value, gap.low <= 0 <= gap.high)


def test_a_gap_is_words_less_deeds(store):
    """All friendly words beside deeds half hostile: 1 - 0."""
    put(store, page(*many("talk", 8, 0), *many("deed", 5, 5)))
    total = asked(store).total
    assert (1.0, None) == (total.say_do_gap.value, total.why_no_gap)


def test_fewer_than_ten_deeds_are_too_few(store):
    """Nine are, ten are not; without talk there is nothing to compare with."""
    put(store, page(*many("talk", 4, 4), *many("deed", 5, 4)))
    put(store, page(*many("deed", 6, 4, recipient="IND"), *many("talk", 4, 4, recipient="IND"), key="b"))
    put(store, page(*many("deed", 6, 4, recipient="JPN"), key="c"))
    found = [asked(store, b=b).total for b in ("RUS", "IND", "JPN")]
    assert ["too few deeds", None, "no talk"] == [f.why_no_gap for f in found]
    assert [True, False, True] == [f.say_do_gap is None for f in found]


def test_a_share_of_deeds_and_a_mean_intensity_have_their_counts(store):
    """Two deeds of eight stories; intensities are those of the ontology."""
    put(store, page(*many("talk", 6, 0), *many("deed", 2, 0)))
    total = asked(store).total
    assert (0.25, True) == (total.deed_share.value, total.deed_share.low <= 0.25 <= total.deed_share.high)
    assert (6 * 4 + 2 * 7.5) / 8 == pytest.approx(total.net.value, abs=1) and total.net.low <= total.net.value <= total.net.high


def intervals(measures):
    """(value, low, high) of everything that has an interval."""
    balances = [(b.balance, b.low, b.high) for b in (getattr(measures, rung) for rung in RUNGS) if b.balance is not None]
    others = [(i.value, i.low, i.high) for i in (measures.say_do_gap, measures.deed_share, measures.net) if i is not None]
    return balances + others


def test_intervals_contain_their_value_in_every_period_and_variant(store):
    """Whatever is measured of."""
    put(store, page(*many("talk", 9, 5), *many("deed", 7, 6, every=11), *many("commitment", 4, 3, every=16)))
    found = asked(store, by="quarter")
    for measures in (found.total, *found.periods, *found.sensitivity.values()):
        assert [] == [i for i in intervals(measures) if not i[1] <= i[0] <= i[2]]


@pytest.mark.parametrize("by", ["month", "quarter", "year"])
def test_a_period_has_the_same_interval_in_a_row_and_alone(store, by):
    """The same stories are as uncertain wherever they are told."""
    put(store, page(*many("talk", 30, 16, every=4), *many("deed", 25, 19, every=5)))
    found = asked(store, by=by)
    ends = [*(period.start - timedelta(1) for period in found.periods[1:]), found.until]
    for period, end in list(zip(found.periods, ends, strict=True))[:3]:
        alone = asked(store, by=by, since=str(period.start), until=str(end)).total
        assert [getattr(period, name) for name in alone.__struct_fields__] == [
            getattr(alone, name) for name in alone.__struct_fields__
        ]


def test_intervals_widen_with_fewer_stories(store):
    """A tenth of the stories in the same months and proportions."""
    put(store, page(*many("talk", 90, 60, every=2), *many("deed", 90, 60, every=2)))
    put(store, page(*many("talk", 9, 6, every=20, recipient="IND"), *many("deed", 9, 6, every=20, recipient="IND"), key="b"))
    dense, thin = (intervals(asked(store, b=b).total) for b in ("RUS", "IND"))
    assert [] == [(d, t) for d, t in zip(dense, thin, strict=True) if not d[2] - d[1] < t[2] - t[1]]


def test_one_sided_balances_are_not_taken_as_certain(store):
    """Four of four: Wilson's interval of a proportion, as a balance."""
    put(store, page(*many("talk", 4, 0), *many("deed", 0, 4)))
    total = asked(store).total
    assert (1.0, 0.0202, 1.0) == (total.talk.balance, total.talk.low, total.talk.high)
    assert (-1.0, -1.0, -0.0202) == (total.deed.balance, total.deed.low, total.deed.high)


def test_the_answer_is_the_same_each_time(store):
    """Resampling is seeded, so a figure can be printed and found again."""
    put(store, page(*many("talk", 9, 5), *many("deed", 7, 6)))
    assert asked(store) == asked(store)


def test_the_answer_does_not_depend_on_the_order_of_pages(store):
    """Nor on the batches they were folded in."""
    pages = [page(*many("talk", 9, 5)), page(*many("deed", 7, 6), key="b", published="2019-09-09", site="Star")]
    put(store, *pages)
    with open_store(":memory:") as other:
        put(other, pages[1])
        put(other, pages[0])
        assert asked(store) == asked(other)


@pytest.mark.parametrize(("by", "periods"), [("day", 91), ("week", 13), ("month", 4), ("quarter", 2), ("year", 1)])
def test_quiet_periods_are_zeros_and_no_gaps(store, by, periods):
    """From the first to the last story, whatever the period; a zero has neither balance nor interval."""
    put(store, page(did("talk", True, "2018-01-01"), did("talk", True, "2018-04-01")))
    found = asked(store, by=by).periods
    assert (periods, [1, 1] if periods > 1 else [2]) == (len(found), [p.stories for p in found if p.stories])
    told = ("talk", "why_no_gap", "net", "deed_share", "events", "outlets", "independent")
    nothing = (Balance(coop=0, conf=0), "too few deeds", None, None, 0, 0, 0)
    assert [nothing] * max(0, periods - 2) == [tuple(getattr(p, name) for name in told) for p in found if not p.stories]


def test_a_time_asked_for_is_shown_whole(store):
    """From its first to its last day, though nothing happened at its ends."""
    put(store, page(did("talk", True, "2018-06-01"), did("talk", True, "2020-06-01")))
    found = asked(store, by="month", since="2018", until="2018-12")
    assert ("2018-01", "2018-12", 12, 1) == (
        found.periods[0].period,
        found.periods[-1].period,
        len(found.periods),
        found.total.stories,
    )
    assert (date(2018, 1, 1), date(2018, 12, 31)) == (found.since, found.until)


def test_bounds_are_included(store):
    """Also in the middle of a period, which is shown whole with what lies inside the bounds."""
    put(store, page(*(did("talk", True, f"2018-04-{d:02}") for d in (2, 3, 4, 5, 6))))
    found = asked(store, since="2018-04-03", until="2018-04-05")
    assert (3, 3, "2018-04") == (found.total.stories, found.periods[0].stories, found.periods[0].period)
    assert (date(2018, 4, 3), date(2018, 4, 5)) == (found.since, found.until)


def test_a_time_in_which_nothing_happened_is_all_zeros(store):
    """After the last report, too."""
    put(store, page(did("talk", True, "2018-06-01")))
    found = asked(store, since="2030", until="2030-03")
    assert (["2030-01", "2030-02", "2030-03"], 0, {}) == (
        [p.period for p in found.periods],
        found.total.stories,
        found.sensitivity,
    )
    assert ["2031-01"] == [p.period for p in asked(store, since="2031-01").periods]


def test_a_time_that_ends_before_all_stories_is_its_last_period(store):
    """No period lies after the end that is asked for, and no time begins after it."""
    put(store, page(did("talk", True, "2018-06-01")))
    found = asked(store, until="2010-03")
    assert (["2010-03"], 0) == ([p.period for p in found.periods], found.total.stories)
    assert found.since <= found.until == date(2010, 3, 31)


@pytest.mark.parametrize(("since", "until"), [("2019", "2018"), ("2018-04-04", "2018-04-03")])
def test_a_time_that_ends_before_it_begins_is_refused(store, since, until):
    """In one line."""
    with pytest.raises(UsageError, match="ends before it begins"):
        asked(store, since=since, until=until)


@pytest.mark.parametrize("bound", ["yesterday", "2018-13", "04/03/2018"])
def test_a_bound_that_is_no_date_is_refused(store, bound):
    """With how to write one."""
    with pytest.raises(UsageError, match="2018-04-03"):
        asked(store, since=bound)


def test_a_pair_without_stories_has_the_periods_of_the_store(store):
    """Explicit zeros from the first to the last report."""
    put(store, page(did("talk", True, 0), published="2018-02-03"), page(did("talk", True, 99), key="b", published="2018-05-03"))
    found = asked(store, "IND", "JPN")
    assert (["2018-02", "2018-03", "2018-04", "2018-05"], 0) == ([p.period for p in found.periods], found.total.stories)
    assert ("too few deeds", None, None) == (found.total.why_no_gap, found.total.net, found.total.deed_share)


def test_an_empty_store_answers_with_nothing(store):
    """No period, no number, no error."""
    update(store)
    found = asked(store)
    assert ((), None, None, {}, (), 0, 0) == (
        found.periods, found.since, found.until, found.sensitivity, found.reciprocity, found.total.stories, found.undated,
    )  # fmt: skip


@pytest.mark.parametrize(("by", "undated"), [("day", 4), ("week", 4), ("month", 3), ("quarter", 3), ("year", 2)])
def test_what_is_dated_too_coarsely_counts_in_the_whole_time_only(store, by, undated):
    """A day, a month, a year, a decade and no date at all: put into no period that is finer, never into its first day."""
    when = [("2018-04-03", None), ("2018-04", None), ("2018", None), ("2010", "decade"), (None, None)]
    put(
        store,
        page(
            *(act("AID", "CHN", "RUS", f"China helped Russia {n} times.", date=d, precision=p) for n, (d, p) in enumerate(when))
        ),
    )
    found = asked(store, by=by)
    assert (5, undated, 5 - undated) == (found.total.stories, found.undated, sum(p.stories for p in found.periods))


def test_undated_stories_lie_in_no_bounded_time(store):
    """Whoever asks for a time asks for what has a day in it."""
    put(store, page(act("AID", "CHN", "RUS", "China helped Russia.")))
    assert [1, 0] == [asked(store, since=since).total.stories for since in (None, "1900")]


def test_stories_before_1970_have_periods_too(store):
    """Days are counted from 1970, both ways."""
    put(store, page(did("deed", True, "1956-10-23"), did("deed", True, "1962-10-22")))
    assert [("1956", 1), ("1962", 1)] == [(p.period, p.stories) for p in asked(store, by="year").periods if p.stories]


def test_a_group_counts_a_story_once(store):
    """However many members take part."""
    put(store, page(act("AID", "CHN", "DEU FRA POL", date="2018-04-03"), act("CONSULT", "CHN DEU FRA", date="2018-04-04")))
    assert [2, 2, 2] == [
        asked(store, a, b, directed=d).total.stories
        for a, b, d in (("CHN", "EU", True), ("EU", "CHN", False), ("CHN", "WEST", True))
    ]


def test_a_state_counts_for_a_group_while_it_belongs(store):
    """Croatia from July 2013 on, the United Kingdom until January 2020."""
    days = {"HRV": ("2013-06-30", "2013-07-01"), "GBR": ("2020-01-31", "2020-02-01")}
    put(store, page(*(did("talk", True, day, recipient=state) for state, some in days.items() for day in some)))
    found = asked(store, b="EU", by="day")
    assert ["2013-07-01", "2020-01-31"] == [p.period for p in found.periods if p.stories]


def test_a_body_belongs_to_its_group(store):
    """What is done to the EU as such is done to the EU."""
    put(store, page(did("talk", True, 0, recipient="EUU")))
    assert [1, 1] == [asked(store, b=b).total.stories for b in ("EU", "EUU")]


def test_an_unknown_period_is_refused(store):
    """With those that exist."""
    with pytest.raises(UsageError, match="Did you mean 'month'"):
        asked(store, by="months")


def variants(store, **more):
    found = asked(store, **more).sensitivity
    return {name: (v.left_out, v.stories) for name, v in found.items()}


def test_sensitivity_leaves_out_what_might_carry_the_answer_alone(store):
    """Stories that only the loudest outlet tells, those with one independent report, those of the sides' own media alone."""
    both = [did("talk", True, 400), did("talk", False, 500)]
    put(
        store,
        page(did("talk", True, 0), did("talk", True, 50), did("deed", True, 100), site="Loud"),
        page(did("talk", True, 200), key="b", site="Xinhua", published="2018-08-01"),
        page(did("talk", True, 300), key="c", site="TASS", published="2018-12-01"),
        page(*both, key="d", site="Star", text=prose(4), published="2019-02-14"),
        page(*both, key="e", site="Loud", text=prose(5), published="2019-02-14"),
    )
    assert {"without_loudest_outlet": (3, 4), "without_single_source": (5, 2), "without_own_media": (2, 5)} == variants(store)
    assert "stories that only Loud tells" == asked(store).sensitivity["without_loudest_outlet"].without


def test_own_media_are_those_of_either_side(store):
    """Xinhua tells of China and Russia; of India and Japan it is a third party. A group's own media are its members'."""
    put(store, page(did("talk", True, 0), did("talk", True, 0, "IND", "JPN"), did("talk", True, 9, "USA", "DEU"), site="Xinhua"))
    assert [1, 0] == [variants(store, a=a, b=b)["without_own_media"][0] for a, b in (("CHN", "RUS"), ("IND", "JPN"))]


def test_stories_of_no_known_outlet_are_left_out_by_nothing(store):
    """Nobody is the loudest."""
    put(store, page(did("talk", True, 0), site=None))
    assert (0, 1) == variants(store)["without_loudest_outlet"]
    assert 0 == asked(store).total.outlets


def test_the_whole_is_the_sum_of_its_periods_and_what_has_none(store):
    """Of counts of stories, by rung."""
    put(store, page(*many("talk", 9, 5), *many("deed", 7, 6), did("deed", True, "2018"), did("talk", False, "2018-05")))
    for by in ("day", "week", "month", "quarter", "year"):
        found = asked(store, by=by)
        assert found.total.stories == sum(p.stories for p in found.periods) + found.undated


def test_a_report_that_names_no_site_nor_day_is_counted(store):
    """A page may know nothing of itself."""
    put(store, report("a", did("deed", True, "2018-04-03"), site=None, published=None))
    assert 1 == asked(store).total.stories


def test_two_pairs_beside_each_other_have_the_periods_of_either(store):
    """Only empty periods are added: all else is as it is alone."""
    put(
        store,
        page(
            did("talk", True, "2018-03-02"),
            did("deed", True, "2019-01-05", actor="USA", recipient="CHN"),
            did("talk", False, "2017"),
        ),
    )
    alone = [asked(store), asked(store, "USA", "CHN")]
    both = beside(*alone)
    assert [date(2018, 3, 1)] * 2 == [found.since for found in both]
    assert [date(2019, 1, 31)] * 2 == [found.until for found in both]
    assert [["2018-03"], ["2019-01"]] == [[p.period for p in found.periods if p.stories] for found in both]
    assert [11, 11] == [len(found.periods) for found in both]
    for one, wide in zip(alone, both, strict=True):
        assert (one.total, one.undated, one.reciprocity) == (wide.total, wide.undated, wide.reciprocity)
        assert [p for p in one.periods if p.stories] == [p for p in wide.periods if p.stories]


def test_an_empty_period_that_is_added_is_as_one_that_is_measured(store):
    """Beside the gap between two stories."""
    put(
        store,
        page(did("talk", True, "2018-03-02"), did("talk", True, "2018-05-02"), did("talk", True, "2018-07-02", actor="USA")),
    )
    _, wide = beside(asked(store, "USA", "RUS"), asked(store))
    measured, added = wide.periods[1], wide.periods[3]
    assert ("2018-04", "2018-06") == (measured.period, added.period)
    assert measured == type(added)(
        **{name: getattr(added, name) for name in added.__struct_fields__} | {"period": "2018-04", "start": date(2018, 4, 1)}
    )


def test_a_pair_without_a_story_takes_the_time_of_the_other(store):
    """Not that of all reports, which is longer."""
    put(store, page(did("talk", True, "2018-03-02")), report("z", published="2024-01-01"))
    none, some = beside(asked(store, "NOR", "CHL"), asked(store))
    assert ["2018-03"] == [p.period for p in none.periods] == [p.period for p in some.periods]
