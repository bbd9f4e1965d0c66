"""Reports of one act become one story, whatever order they come in, and leave it when they leave the store."""

import random
from zlib import crc32

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facta.errors import StoreError
from facta.store import open_store
from facta.stories import Folded, clusters, fold, pending, update
from facta.values.ident import ident
from tests.stories.story_makers import act, emptied, event_id, moved, prose, put, report, snapshot, stories, together

MEETING = "The presidents of China and Russia met in Moscow to discuss a gas pipeline."
SAME_MEETING = "Xi and Putin held talks in the Russian capital about the pipeline for natural gas."
EXAMPLES = 12
FINE = "Russia fined a Chinese trawler company for poaching crab near Sakhalin."
VOSTOK = "Russia and China began the Vostok exercise with 300,000 troops in Siberia."


def met(words=MEETING, date="2018-04-03", **more):
    return act("CONSULT", "CHN RUS", words=words, date=date, **more)


def fined(words=FINE, date="2018-04-03", **more):
    return act("SANCTION", "RUS", "CHN", words=words, date=date, **more)


def drilled(words=VOSTOK, date="2018-09-11", **more):
    return act("COOPERATE", "CHN RUS", words=words, date=date, **more)


def only(store):
    """The one story of a store."""
    (one,) = stories(store)
    return one


def test_two_reports_of_one_act_are_one_story(store):
    """Told in other words by another outlet a day later; the story keeps both tellings."""
    put(
        store,
        report("a", met(), text=prose(1)),
        report("b", met(SAME_MEETING), text=prose(2), site="Star", published="2018-04-04"),
    )
    one = only(store)
    assert (["a", "b"], 2, 2, 2, ["Daily Ledger", "Star"]) == (
        one["pages"], one["n_events"], one["n_reports"], one["n_outlets"], one["outlets"],
    )  # fmt: skip


def test_other_acts_of_the_same_pair_and_day_are_other_stories(store):
    """A meeting and a fine."""
    put(store, report("a", met(), text=prose(1)), report("b", fined(), text=prose(2)))
    assert {frozenset("a"), frozenset("b")} == together(store)


def test_the_same_act_of_other_states_is_another_story(store):
    """The same words, but other states."""
    put(store, report("a", met(), text=prose(1)), report("b", act("CONSULT", "IND JPN", words=MEETING, date="2018-04-03")))
    assert 2 == len(stories(store))


def test_what_one_page_tells_as_two_acts_are_two(store):
    """A page never folds with itself, however alike its events are; a second page joins one of them at most."""
    put(store, report("a", met(), met(), text=prose(1)))
    assert [["a"], ["a"]] == [s["pages"] for s in stories(store)]
    put(store, report("b", met(), text=prose(2)))
    assert [1, 2] == sorted(s["n_events"] for s in stories(store))


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("Poland expelled four Croatian diplomats.", "Croatia expelled four Polish diplomats."),
        ("Poland accused Croatia of shelling a village.", "Croatia accused Poland of shelling a village."),
    ],
)
@pytest.mark.parametrize("third", ["POL HRV", "HRV"])
def test_what_two_states_do_to_each_other_on_one_day_is_two_acts(store, words, back, third):
    """In like words, and though a third report tells of both or names one state only; each side's act is there to be found."""
    put(
        store,
        report("a", act("SANCTION", "POL", "HRV", words, date="2018-04-03"), text=prose(1)),
        report("b", act("SANCTION", "HRV", "POL", back, date="2018-04-03"), text=prose(2)),
        report("c", act("SANCTION", third, words=f"{words[:-1]} in turn.", date="2018-04-03"), text=prose(3)),
    )
    assert [] == [told for told in together(store) if {"a", "b"} <= told]


def test_who_phones_and_who_is_phoned_tell_one_call(store):
    """Meetings, deals and joint acts are those of both sides."""
    one, other = "The president of Turkey phoned the emperor of Japan.", "The emperor of Japan phoned the president of Turkey."
    put(
        store,
        report("a", act("CONSULT", "TUR", "JPN", one, date="2018-04-03", mode="phone"), text=prose(1)),
        report("b", act("CONSULT", "JPN", "TUR", other, date="2018-04-03", mode="phone"), text=prose(2)),
    )
    assert {frozenset("ab")} == together(store)


@pytest.mark.parametrize("status", ["planned", "possible", "negated"])
def test_what_is_only_announced_feared_or_denied_is_no_report_of_what_happened(store, status):
    """Planned, possible and negated acts stay apart from actual ones, and from each other."""
    put(store, report("a", met(), text=prose(1)), report("b", met(status=status), text=prose(2)))
    assert {"actual", status} == {s["status"] for s in stories(store)}


def test_two_reports_of_one_plan_are_one_story(store):
    """And it is a commitment."""
    put(store, report("a", met(status="planned"), text=prose(1)), report("b", met(SAME_MEETING, status="planned"), text=prose(2)))
    one = only(store)
    assert ("planned", "commitment", 2) == (one["status"], one["rung"], one["n_reports"])


def test_a_retold_act_attaches_to_the_old_one_by_its_date(store):
    """A year later a paper looks back: no new exercise, and the story stays actual, told first in 2018."""
    later = "A year ago Russia and China held the Vostok exercise in Siberia with 300,000 troops."
    put(
        store,
        report("a", drilled(), text=prose(1), published="2018-09-11"),
        report("b", drilled(later, status="historical"), text=prose(2), published="2019-09-12"),
    )
    one = only(store)
    assert (["a", "b"], "actual", "2018-09-11") == (one["pages"], one["status"], one["told_day"].isoformat())


def test_next_years_act_is_a_new_one(store):
    """The same words of another year tell another exercise."""
    put(
        store,
        report("a", drilled(), text=prose(1)),
        report("b", drilled(date="2019-09-16"), text=prose(2), published="2019-09-16"),
    )
    assert 2 == len(stories(store))


def test_copies_count_once_among_independent_reports(store):
    """An agency's text in three papers and one paper's own: four reports, four outlets, two independent texts."""
    own, text = report("d", met(SAME_MEETING), text=prose(2), site="Own"), prose(1, 20)
    copies = [report(k, met(), text=f"{text} ({site}, with agencies)", site=site) for k, site in zip("abc", "XYZ", strict=True)]
    put(store, *copies, own)
    one = only(store)
    assert (4, 4, 2) == (one["n_reports"], one["n_outlets"], one["n_independent"])


def test_the_confidence_of_a_story_counts_each_text_once(store):
    """Two independent texts at .8 make .96; a copy adds nothing."""
    text = prose(1, 20)
    put(store, report("a", met(), text=text), report("b", met(), text=text, site="Star"))
    assert 0.8 == pytest.approx(only(store)["confidence"])
    put(store, report("c", met(SAME_MEETING), text=prose(2)))
    assert 0.96 == pytest.approx(only(store)["confidence"])


def test_what_an_act_is_about_counts_each_text_once(store):
    """However often one text is printed, its words come no sooner than those of another: the ledger looks at the first few."""
    text = prose(3, 20)
    vessels = "Russia fined a Chinese company for poaching crab from trawlers and smugglers."
    put(
        store,
        report("a", fined(vessels), text=text),
        report("b", fined("For poaching crab a Chinese company was fined by Russian magistrates."), text=prose(2)),
    )
    before = only(store)["terms"]
    put(store, *(report(k, fined(vessels), text=text, site=k) for k in "cdef"))
    assert (6, 2, before) == (only(store)["n_reports"], only(store)["n_independent"], only(store)["terms"])


@pytest.mark.parametrize(
    ("sites", "told_by"),
    [(["Xinhua"], ["CHN"]), (["Xinhua", "TASS"], ["CHN", "RUS"]), (["Xinhua", "Star"], []), ([None], [])],
)
def test_a_story_says_when_only_state_media_tell_it(store, sites, told_by):
    """By the states that control them; empty as soon as anybody else tells it, or nobody knows who does."""
    put(store, *(report(f"p{n}", met(), text=prose(n), site=site) for n, site in enumerate(sites)))
    assert told_by == only(store)["told_by"]


def test_a_governments_own_site_is_its_state_media(store):
    """By its address, whatever the page calls it."""
    put(store, report("a", met(), site="Ministry of Foreign Affairs", url="https://mfa.gov.cn/eng/1"))
    assert ["CHN"] == only(store)["told_by"]


def test_an_outlet_is_credited_where_a_page_has_no_site(store):
    """What the page credits stands in for its site."""
    put(store, report("a", met(), site=None, credit="Tass"))
    assert ["Tass"] == only(store)["outlets"]


def test_readers_events_are_in_no_story(store):
    """What a comment claims is never folded with what an article tells, nor counted."""
    put(store, report("a", met(), met(SAME_MEETING, comment="c1"), text=prose(1)), report("b", met(comment="c2"), text=prose(2)))
    assert (["a"], 1) == (only(store)["pages"], only(store)["n_events"])


def test_a_story_says_what_most_independent_texts_say(store):
    """Two texts against one copied thrice: the copies have one vote, of the greatest confidence."""
    wrong, text = act("COOPERATE", "CHN", "RUS", words=VOSTOK, date="2018-09-11", confidence=0.7), prose(9, 20)
    put(
        store,
        *(report(k, wrong, text=text, published="2018-09-11") for k in "abc"),
        *(report(k, drilled(confidence=0.6), text=prose(n), published="2018-09-12") for n, k in enumerate("de")),
    )
    one = only(store)
    assert (5, 3, True, ["CHN", "RUS"]) == (one["n_reports"], one["n_independent"], one["symmetric"], one["actor_countries"])
    assert event_id("d") == one["event"]  # the most confident of those that say so, the earliest of equals


def reported(day, **more):
    return drilled(date=day, precision="reported", **more)


@pytest.mark.parametrize(
    ("first", "second", "want"),
    [
        (drilled(date="2018-09"), drilled(), ("day", "2018-09-11")),
        (drilled(date="2018-09"), reported("2018-09-12"), ("reported", "2018-09-12")),
        (drilled(date="2018-08"), reported("2018-09-12"), ("month", "2018-08-01")),
        (drilled(date="2018"), reported("2018-09-12"), ("reported", "2018-09-12")),
        (drilled(date="2018-09", status="planned"), reported("2018-09-12", status="planned"), ("month", "2018-09-01")),
        (reported("2018-09-12"), drilled(date=None), ("reported", "2018-09-12")),
    ],
)
def test_the_most_precise_date_told_is_the_storys(store, first, second, want):
    """A day beats a month, and a month the day of a report that tells none, unless that lies in it and nothing is planned."""
    put(
        store,
        report("a", first, text=prose(1), published="2018-09-12"),
        report("b", second, text=prose(2), published="2018-09-12"),
    )
    one = only(store)
    assert want == (one["date_precision"], one["first_day"].isoformat())


def test_what_has_no_day_at_all_is_a_story_of_its_own(store):
    """Neither the act nor its page is dated: nothing tells which act it is."""
    put(store, *(report(k, met(date=None), text=prose(n), published=None) for n, k in enumerate("ab")))
    assert [(1, None), (1, None)] == [(s["n_reports"], s["first_day"]) for s in stories(store)]


def test_an_act_of_nobody_known_is_a_story_too(store):
    """Parties without a known state: folded by their names, counted for no pair of states."""
    lone = [act("PROTEST", "bakers", words="The bakers went on strike over flour.", date="2018-04-03") for _ in range(2)]
    put(store, *(report(k, one, text=prose(n)) for n, (k, one) in enumerate(zip("ab", lone, strict=True))))
    assert ({frozenset("ab")}, []) == (together(store), snapshot(store)["dyads"])


def test_a_story_counts_for_the_pairs_of_the_rule(store):
    """For stores of one page, `story_dyads` says of stories what `dyads_v` says of events."""
    acts = (
        met(), fined(), act("CONSULT", "CHN RUS IND", words="Three leaders met."),
        act("AID", "USA", "USA", words="It helped itself."),
        act("ACCUSE", "USA JPN", "CHN USA", words="Both accused all."), act("PROTEST", "CHN", words="People marched."),
        met(SAME_MEETING, comment="c1"),
    )  # fmt: skip
    put(store, report("a", *acts, text=prose(1)))
    want = sorted((r["event"], r["actor_country"], r["recipient_country"]) for r in store.sql("SELECT * FROM dyads_v"))
    assert want == sorted((d["event"], d["actor"], d["recipient"]) for d in snapshot(store)["dyads"])
    assert ("IND", "RUS") in {(a, b) for _, a, b in want}


def test_a_story_stands_aside_for_the_states_that_its_sentence_only_names(store):
    """Beside whoever acts; in no count of a pair of states."""
    put(store, report("a", act("RETREAT", "FRA", words="France left its camp in Mali and thanked Niger."), met(), text=prose(1)))
    asides = [(row["actor"], row["recipient"], row["bystanders"]) for row in snapshot(store)["asides"]]
    assert [("FRA", "MLI", ["MLI", "NER"]), ("FRA", "NER", ["MLI", "NER"])] == asides
    assert {("CHN", "RUS"), ("RUS", "CHN")} == {(row["actor"], row["recipient"]) for row in snapshot(store)["dyads"]}
    store.forget("a")
    update(store)
    assert [] == snapshot(store)["asides"]


@pytest.mark.parametrize(
    ("told", "pairs"),
    [
        (act("SANCTION", "", "JPN", words="Two envoys of Japan were told to leave Norway."), [("NOR", "JPN")]),
        (
            act("COOPERATE", "", words="Gas began to flow through the pipe from Norway to Poland."),
            [("NOR", "POL"), ("POL", "NOR")],
        ),
        (act("REJECT", "USA", "USA", words="Washington scrapped the talks in Norway."), [("USA", "NOR")]),
        (act("ACCUSE", "", "JPN", words="Japan was blamed in Norway."), []),
    ],
)
def test_any_state_named_may_be_the_one_that_does_what_nobody_is_told_to_do(store, told, pairs):
    """To whomever it is done; refusals are looked at beside deeds and commitments, since they break a promise."""
    put(store, report("a", told, text=prose(1)))
    assert pairs == [(row["actor"], row["recipient"]) for row in snapshot(store)["asides"]]


def test_a_story_is_named_by_its_first_telling(store):
    """So a later report changes no id, and a store made elsewhere has the same."""
    put(store, report("b", met(), text=prose(1)))
    first = only(store)["id"]
    assert ident("s", "b", event_id("b")) == first
    put(store, report("a", met(SAME_MEETING), text=prose(2), published="2018-04-04"))
    assert (first, ["a", "b"]) == (only(store)["id"], only(store)["pages"])


def test_updating_again_changes_nothing(store):
    """When all is folded, nothing is done."""
    put(store, report("a", met(), text=prose(1)), report("b", met(SAME_MEETING), text=prose(2)))
    before = snapshot(store)
    assert (Folded(0, 0), before) == (update(store), snapshot(store))


def test_an_empty_store_has_nothing_to_fold(store):
    """Not even a story."""
    assert (0, Folded(0, 0), []) == (pending(store), update(store), stories(store))


def test_a_page_without_events_is_folded_too(store):
    """It tells no act, but its text may be a copy."""
    put(store, report("a", text=prose(1)), report("b", text=prose(1)))
    assert (0, [], ["a", "a"]) == (pending(store), stories(store), [c["copy_of"] for c in snapshot(store)["copies"]])


def test_forgetting_a_page_takes_its_part_out_and_nothing_else(store):
    """What is left is what a store without the page would hold."""
    rest = [report("a", met(), text=prose(1)), report("c", fined(), text=prose(3)), report("d", drilled(), text=prose(1))]
    put(store, *rest, report("b", met(SAME_MEETING), text=prose(2)))
    store.forget("b")
    assert 1 == pending(store)
    assert Folded(pages=0, gone=1) == update(store)
    with open_store(":memory:") as other:
        assert snapshot(put(other, *rest)) == snapshot(store)


def test_forgetting_every_page_leaves_nothing(store):
    """The last page too."""
    put(store, report("a", met(), text=prose(1)))
    store.forget("a")
    update(store)
    assert ([], 0) == ([table for table, rows in snapshot(store).items() if rows], pending(store))


def test_forgetting_the_page_between_two_copies_parts_them(store):
    """A is a copy of B and B of C, A and C are none: without B they are two texts again, and count as two."""
    lines = prose(4, 24).split(". ")
    texts = {"a": lines[:-7], "b": lines[3:-4], "c": lines[7:]}
    put(store, *(report(k, met(), text=". ".join(some)) for k, some in texts.items()))
    assert ({"a"}, 1) == ({c["copy_of"] for c in snapshot(store)["copies"]}, only(store)["n_independent"])
    store.forget("b")
    update(store)
    assert (["a", "c"], 2) == ([c["copy_of"] for c in snapshot(store)["copies"]], only(store)["n_independent"])


def test_coding_a_page_again_replaces_its_part(store):
    """What the page no longer tells leaves its story, what it tells now enters one."""
    put(store, report("a", met(), text=prose(1)), report("b", met(SAME_MEETING), text=prose(2)))
    put(store, report("b", fined(), text=prose(2)))
    assert {frozenset("a"), frozenset("b")} == together(store)


def test_nothing_is_pending_but_what_came_or_left(store):
    """New pages, pages coded anew (which count twice) and forgotten ones."""
    put(store, *(report(k, met(), text=prose(n)) for n, k in enumerate("abcd")))
    store.put(report("e", text=prose(5)), "")
    store.put(report("a", text=prose(6)), "")
    store.forget("b")
    assert 4 == pending(store)  # e, a new, a old, b


def test_what_is_pending_is_exact_after_a_stopped_run(store, monkeypatch):
    """As many pages left as were still to come, the last one folded: the counts are equal and yet two pages are pending."""
    monkeypatch.setattr(fold, "PAGES", 2)
    pages = [report(k, met(), text=prose(n), published=f"2018-04-0{9 - n}") for n, k in enumerate("abc")]
    store.put_many((p, "") for p in pages)
    with pytest.raises(KeyboardInterrupt):
        update(store, interrupting(1))
    store.forget("b")  # of c, b, a by date, c and b were folded
    assert 2 == pending(store)
    update(store)
    assert {frozenset("ac")} == together(store)


def interrupting(after):
    """A listener that stops the run once so many batches are done."""
    told = []

    def tell(done):
        told.append(done)
        if len(told) == after:
            raise KeyboardInterrupt

    return tell


def test_an_interrupted_run_goes_on_where_it_stopped(store, monkeypatch):
    """Whole batches are kept, and the end is what an uninterrupted run gives."""
    pages = [report(k, met(), fined(), text=prose(n)) for n, k in enumerate("abcde")]
    monkeypatch.setattr(fold, "PAGES", 2)
    store.put_many((p, "") for p in pages)
    with pytest.raises(KeyboardInterrupt):
        update(store, interrupting(2))
    assert 1 == pending(store)
    assert Folded(pages=1, gone=0) == update(store)
    monkeypatch.undo()
    with open_store(":memory:") as other:
        assert snapshot(put(other, *pages)) == snapshot(store)


def test_a_failing_batch_leaves_the_store_as_it_was(store, monkeypatch):
    """All of a batch is written or nothing of it."""
    put(store, report("a", met(), text=prose(1)))
    before = snapshot(store)
    store.put(report("b", met(), text=prose(2)), "")
    monkeypatch.setattr(fold, "_write", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        update(store)
    assert (before, 1) == (snapshot(store), pending(store))


def test_a_store_open_for_reading_only_cannot_be_folded(tmp_path):
    """One line says so, and what is pending can still be asked."""
    path = tmp_path / "news.duckdb"
    with open_store(path) as made:
        made.put(report("a", met()), "")
    with open_store(path, read_only=True) as reading:
        assert 1 == pending(reading)
        with pytest.raises(StoreError, match="for reading only"):
            update(reading)


# Small random stores: acts of two pairs within some weeks, told in few words and among few texts, so that much of it meets.
_WORDS = {
    "CONSULT": (MEETING, SAME_MEETING, "Ministers of both countries met on the fringes of a summit."),
    "COOPERATE": (VOSTOK, "Chinese and Russian warships trained together in the Sea of Japan.", "Gas began to flow to China."),
    "AGREE": ("China and Russia signed a deal on a gas pipeline.", "Both sides agreed to trade in their own currencies."),
}
_DATES = ("2018-04-01", "2018-04-03", "2018-04-04", "2018-04-16", "2018-04", None)


@st.composite
def _acts(draw):
    kind = draw(st.sampled_from(sorted(_WORDS)))
    actors, recipients = draw(
        st.sampled_from([("CHN RUS", ""), ("RUS", "CHN"), ("CHN", ""), ("JPN USA", ""), ("CHN RUS", "USA")])
    )
    return act(
        kind, actors, recipients, draw(st.sampled_from(_WORDS[kind])), date=draw(st.sampled_from(_DATES)),
        status=draw(st.sampled_from(["actual", "actual", "planned", "historical"])),
        place=draw(st.sampled_from([None, "Moscow"])),
        confidence=draw(st.sampled_from([0.4, 0.8])),
    )  # fmt: skip


def _page(key):
    return st.builds(
        lambda acts, text, site, day: report(key, *acts, text=text, site=site, published=day),
        st.lists(_acts(), max_size=3),
        st.integers(1, 4).map(lambda seed: prose(seed, 20)),
        st.sampled_from(["Daily Ledger", "Xinhua", "Star"]),
        st.sampled_from(["2018-04-03", "2018-04-05", "2018-04-20", None]),
    )


_STEPS = st.lists(
    st.sampled_from("abcdefg").flatmap(lambda key: st.tuples(st.just(key), _page(key) | _page(key) | st.none(), st.booleans())),
    min_size=3,
    max_size=12,
)


@pytest.fixture(scope="module")
def pair():
    """Two stores that are emptied for each example, since making one takes longer than folding it."""
    with open_store(":memory:") as one, open_store(":memory:") as other:
        yield one, other


@given(_STEPS, st.randoms(use_true_random=False))
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
def test_stories_depend_on_what_a_store_holds_and_on_nothing_else(pair, steps, rng):
    """Pages put, put again and forgotten in any order and folded in any batches give what folding the rest at once gives."""
    store, other = map(emptied, pair)
    held = {}
    for key, page, folding in steps:
        if page is not None:
            store.put(page, "")
            held[key] = page
        elif held.pop(key, None):
            store.forget(key)
        if folding:
            update(store)
    update(store)
    rest = list(held.values())
    rng.shuffle(rest)
    assert snapshot(put(other, *rest)) == snapshot(store)


def said(store):
    """All that stories say, but for ids that come from a page's key, and which pages tell each."""
    return list(
        store.sql(
            """
            SELECT s.* EXCLUDE (id, event, page_no), b.id AS best, told.pages
            FROM stories s JOIN pages b ON b.no = s.page_no JOIN (
                SELECT t.story, list(p.id ORDER BY p.id) AS pages FROM tellings t JOIN pages p ON p.no = t.page_no GROUP BY 1
            ) AS told ON told.story = s.id ORDER BY ALL
            """
        )
    )


@pytest.mark.parametrize("folder", ["here", "there", "elsewhere"])
def test_stories_do_not_hang_on_the_folder_that_pages_were_read_from(pair, folder):
    """Of tellings of one day, all as sure, another would show the act, or another go with the last, if their keys decided."""
    words = ("met in Vienna", "held talks in Vienna", "conferred in Vienna", "sat down in Vienna", "spoke in Vienna")
    acts = [act("CONSULT", "CHN RUS", words=f"China and Russia {w}.", date="2018-04-03", place="Vienna") for w in words]
    pages = [report(f"{n}", one, text=prose(n)) for n, one in enumerate((*acts, *acts))]
    store, other = map(emptied, pair)
    assert said(put(store, *pages)) == said(put(other, *(moved(page, folder) for page in pages)))


LEVELS = (0, 0, 0, 0.2, 0.31, 0.35, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9)


@pytest.mark.parametrize("seed", range(4))
def test_stories_depend_on_what_a_store_holds_whatever_is_like_what(pair, seed, monkeypatch):
    """The same for likenesses drawn by chance, many of them equal: what a new page changes may change what lies behind it."""
    store, other = map(emptied, pair)
    rng = random.Random(seed)

    def drawn(acts, i, j, least):
        names = [sorted((acts.rows[a]["id"], acts.rows[b]["id"])) for a, b in zip(i, j, strict=True)]
        p = np.array([LEVELS[crc32(f"{seed} {a} {b}".encode()) % len(LEVELS)] for a, b in names], float)
        return i[p >= least], j[p >= least], p[p >= least]

    monkeypatch.setattr(clusters, "likely", drawn)
    day = [rng.randint(1, rng.choice([1, 28])) for _ in range(12)]
    sides = [rng.choice([("RUS", "CHN"), ("CHN", "RUS"), ("CHN RUS", "")]) for _ in range(2 * len(day))]
    pages = {
        f"p{n}": report(
            f"p{n}",
            act("SANCTION", *sides[2 * n], f"Act {n}.", date=f"2018-04-{d:02}"),
            act("SANCTION", *sides[2 * n + 1], f"Other {n}.", date=f"2018-04-{d:02}"),
        )
        for n, d in enumerate(day)
    }
    held = set()
    for key in rng.sample(sorted(pages), len(pages)):
        store.put(pages[key], "")
        held.add(key)
        if rng.random() < 0.2:
            held.remove(gone := rng.choice(sorted(held)))
            store.forget(gone)
        if rng.random() < 0.5:
            update(store)
    update(store)
    assert snapshot(put(other, *(pages[key] for key in rng.sample(sorted(held), len(held))))) == snapshot(store)
