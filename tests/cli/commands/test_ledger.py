"""`facta ledger`: promises and what became of them, in every form, and what a person says of it."""

import csv
import io
import json
from pathlib import Path
from shutil import copy

import pytest

from facta.relations.commitments.scoring import HIGHEST, LEAST
from facta.store import open_store
from tests.stories.story_makers import act, event_id, put, report

COMMITMENT = {"event", "by", "to", "subject", "date", "state", "deed", "score", "reason"}
SHARE = {"share", "placebo", "low", "high"}
SALE = act("AGREE", "RUS", "CHN", "Russia agreed to sell China S-400 missile systems.", date="2018-01-10")
DELIVERY = act("COOPERATE", "RUS", "CHN", "Russia delivered the first S-400 missile systems to China.", date="2018-03-01")
BRIDGE = act("AGREE", "CHN", "RUS", "China agreed to build Russia a bridge over the Amur.", date="2018-04-01")
THREAT = act("THREATEN", "RUS", "CHN", "\x1b[31mMoscow threatened to ban Chinese tulips.\x07", date="2016-05-01", mode="restrict")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store with a promise kept, one open, a threat that expired."""
    where = tmp_path_factory.mktemp("made") / "pair.duckdb"
    with open_store(where) as store:
        acts = (SALE, DELIVERY, BRIDGE, THREAT)
        put(
            store,
            *(report(k, a, published=a.date) for k, a in zip("abcd", acts, strict=True)),
            report("z", published="2018-06-30"),
        )
    return where


@pytest.fixture
def path(made, tmp_path):
    """A copy of it."""
    return Path(copy(made, tmp_path))


def ledger(facta, path, *more):
    done = facta("ledger", "CHN", "RUS", "--format", "json", "--store", path, *more)
    assert (0, 1) == (done.code, done.out.count("\n"))
    return json.loads(done.out)


def states(found):
    return [(c["by"], c["state"]) for c in found["commitments"]]


def test_a_ledger_is_shown_as_a_table(facta, path):
    """Each promise with its answer and why, then how far promises were followed, beside chance."""
    done = facta("ledger", "CHN", "RUS", "--store", path)
    counts = "Of 3 commitments 1 was kept, none was broken, 1 is still open and 1 expired unanswered."
    parts = (
        "China ↔ Russia",
        counts,
        "until 30 June 2018",
        "after 50 days:",
        "COOPERATE keeps",
        "Follow-through",
        "placebo",
    )
    parts += event_id("a")[:9], event_id("b")[:9]
    assert (0, []) == (done.code, [part for part in parts if part not in " ".join(done.out.split())])


def test_words_of_strangers_do_not_steer_the_terminal(facta, path):
    """Control characters are blanks on the screen."""
    assert ("\x1b", "\x07") == tuple(c for c in ("\x1b", "\x07") if c not in facta("ledger", "CHN", "RUS", "--store", path).out)


def test_json_has_the_contract_and_more(facta, path):
    """Every field of `design.md`."""
    found = ledger(facta, path)
    assert {"pair", "commitments", "follow_through"} <= set(found)
    assert (["CHN", "RUS"], ["30", "90", "365"]) == (found["pair"], list(found["follow_through"]))
    assert [] == [c for c in found["commitments"] if not COMMITMENT <= set(c)]
    assert [] == [s for s in found["follow_through"].values() if not SHARE <= set(s)]
    assert [("RUS", "expired"), ("RUS", "kept"), ("CHN", "open")] == states(found)
    assert (event_id("b"), None) == (found["commitments"][1]["deed"], found["commitments"][2]["deed"])


def test_jsonl_is_the_same_line(facta, path):
    """A ledger is one record."""
    some = [facta("ledger", "CHN", "RUS", "--format", form, "--store", path).out for form in ("json", "jsonl")]
    assert some[0] == some[1]


def rows(facta, path):
    return list(csv.DictReader(io.StringIO(facta("ledger", "CHN", "RUS", "--format", "csv", "--store", path).out)))


def test_csv_has_a_line_a_commitment(facta, path):
    """Unknown values are empty."""
    found = rows(facta, path)
    assert [("expired", ""), ("kept", event_id("b")), ("open", "")] == [(r["state"], r["deed"]) for r in found]


def test_csv_joins_lists(facta, path):
    """Contexts are words with semicolons between."""
    assert "military" == rows(facta, path)[1]["contexts"]


def test_csv_holds_no_formula_of_strangers(facta, tmp_path):
    """Words that a spreadsheet would run get an apostrophe, as in every CSV of facta."""
    where = tmp_path / "formula.duckdb"
    with open_store(where) as store:
        put(store, report("a", act("AGREE", "RUS", "CHN", '=HYPERLINK("https://example.org")', date="2018-01-10")))
    assert "'=" == rows(facta, where)[0]["subject"][:2]
    done = facta("ledger", "CHN", "RUS", "--format", "csv", "--store", where)
    assert "1 cell that a spreadsheet would run as a formula got an apostrophe in front" in done.err


def test_csv_without_commitments_has_its_columns(facta, path):
    """Whoever reads it by the hour finds them."""
    some = [facta("ledger", *pair, "--format", "csv", "--store", path).out for pair in (("IND", "JPN"), ("CHN", "RUS"))]
    assert some[0] == some[1].splitlines(keepends=True)[0]


def test_states_choose_what_is_listed_and_not_what_is_counted(facta, path):
    """One or several; shares and counts are of all."""
    found = ledger(facta, path, "--state", "open", "--state", "kept")
    assert [("RUS", "kept"), ("CHN", "open")] == states(found)
    assert ({"kept": 1, "broken": 0, "open": 1, "expired": 1, "unobserved": 0}, ledger(facta, path)["follow_through"]) == (
        found["counts"],
        found["follow_through"],
    )
    assert [] == states(ledger(facta, path, "--state", "broken"))


def test_a_rejected_match_is_remembered(facta, path):
    """In this answer and the next, until it is confirmed."""
    match = (event_id("a"), event_id("b"))
    assert ("RUS", "open") == states(ledger(facta, path, "--reject", *match))[1]
    assert ("RUS", "open") == states(ledger(facta, path))[1]
    found = ledger(facta, path, "--confirm", *match)
    assert ("kept", "confirmed") == (found["commitments"][1]["state"], found["commitments"][1]["verdict"])


def test_a_person_says_that_an_act_breaks_a_commitment(facta, path):
    """Of one that is confirmed; of no other there is anything to say."""
    match = event_id("a"), event_id("b")
    found = ledger(facta, path, "--confirm", *match, "--broken")
    assert ("broken", "confirmed") == (found["commitments"][1]["state"], found["commitments"][1]["verdict"])
    done = facta("ledger", "CHN", "RUS", "--store", path, "--broken")
    assert (2, True) == (done.code, "--confirm" in done.err)


def test_a_verdict_is_withdrawn(facta, path):
    """Confirmed or rejected: then what the machine found holds again; what nobody said cannot be taken back."""
    match = event_id("a"), event_id("b")
    for said in ("--reject", "--confirm"):
        ledger(facta, path, said, *match)
        entry = ledger(facta, path, "--withdraw", *match)["commitments"][1]
        assert ("kept", None) == (entry["state"], entry["verdict"])
    done = facta("ledger", "CHN", "RUS", "--store", path, "--withdraw", *match)
    assert (2, "", True) == (done.code, done.out, "Nobody has said" in done.lines[-1])


def test_verdicts_outlive_coding_the_pages_again(facta, path):
    """The store folds again, the verdict holds."""
    facta("ledger", "CHN", "RUS", "--reject", event_id("a"), event_id("b"), "--store", path)
    with open_store(path) as store:
        store.put(report("a", SALE, published="2018-01-10"), "")
    assert ("RUS", "open") == states(ledger(facta, path))[1]


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("CHN", "RUS", "--horizon", "0"), 2, "0"),
        (("CHN", "RUS", "--horizon", "soon"), 2, "soon"),
        (("CHN", "RUS", "--least", "1"), 2, "0.1<=x<=0.95"),
        (("CHN", "RUS", "--state", "lost"), 2, "lost"),
        (("CHN", "CHN"), 2, "Both are China"),
        (("CHN", "Rusia"), 2, "Nearest: Russia (RUS)"),
        (("CHN", "RUS", "--since", "2019", "--until", "2018"), 2, "ends before it begins"),
        (("CHN", "RUS", "--plot", "ledger.pdf"), 2, ".svg"),
        (("CHN", "RUS", "--plot", "no/such/ledger.svg"), 2, "there is no folder 'no/such'"),
        (("CHN", "RUS", "--reject", "e000000000", "e111111111"), 1, "e000000000"),
        (("CHN", "RUS", "--confirm", event_id("b"), event_id("a")), 2, "is no commitment of China and Russia"),
        (("CHN", "RUS", "--confirm", event_id("a"), event_id("a")), 2, "cannot answer itself"),
        (("CHN", "RUS", "--confirm", event_id("a"), event_id("b"), "--kept", "--broken"), 2, "exclude each other"),
        (("CHN", "RUS", *2 * ("--confirm", event_id("a"), event_id("b"))), 2, "One verdict at a time"),
        (
            ("CHN", "RUS", "--confirm", event_id("a"), event_id("b"), "--reject", event_id("a"), event_id("b")),
            2,
            "One verdict at a time",
        ),
        (("CHN", "RUS", "--withdraw", event_id("a"), "e111111111"), 1, "e111111111"),
        (("USA", "IND", "--confirm", event_id("a"), event_id("b")), 2, "is no commitment of the United States and India"),
    ],
)
def test_a_mistake_is_one_line(facta, path, args, code, says):
    """Nothing on stdout; exit code 2, or 1 where the store has no such event."""
    done = facta("ledger", *args, "--store", path)
    assert (code, "") == (done.code, done.out)
    assert says in done.lines[-1]


def test_a_pair_without_commitments_is_said_on_stderr(facta, path):
    """Exit code 0, an empty list, shares that are null."""
    done = facta("ledger", "IND", "JPN", "--format", "json", "--store", path)
    found = json.loads(done.out)
    assert (0, [], None, True) == (
        done.code,
        found["commitments"],
        found["follow_through"]["30"]["share"],
        "no commitment" in done.err,
    )
    assert 0 == facta("ledger", "IND", "JPN", "--store", path).code


def test_a_higher_score_may_be_asked_for(facta, path):
    """What scores less is no answer then; the record says which score it was."""
    found = json.loads(facta("ledger", "CHN", "RUS", "--store", path, "--format", "json").out)
    (score,) = {one["score"] for one in found["commitments"] if one["deed"] == event_id("b")}
    assert (LEAST, True) == (found["least"], LEAST <= score < HIGHEST)
    assert "kept" in [state for _, state in states(ledger(facta, path, "--least", str(score - 0.01)))]
    assert "kept" not in [state for _, state in states(ledger(facta, path, "--least", str(HIGHEST)))]


def test_a_shorter_horizon_has_fewer_kept(facta, path):
    """The deed came after fifty days."""
    assert [("RUS", "expired"), ("RUS", "expired"), ("CHN", "expired")] == states(ledger(facta, path, "--horizon", "49"))
    assert ("RUS", "kept") == states(ledger(facta, path, "--horizon", "50"))[1]


def test_a_store_without_dates_says_so(facta, tmp_path):
    """Instead of a day that is not there."""
    with open_store(tmp_path / "empty.duckdb"):
        pass
    done = facta("ledger", "DEU", "FRA", "--store", tmp_path / "empty.duckdb")
    assert (0, True, False) == (done.code, "There are no reports with a date." in done.out, "None" in done.out)


def test_what_was_not_watched_is_unknown(facta, tmp_path):
    """No share of a commitment that the only report tells of."""
    path = str(tmp_path / "one.duckdb")
    with open_store(path) as store:
        put(store, report("a", act("AGREE", "RUS CHN", date="2018-05-04"), published="2018-05-04"))
    done = facta("ledger", "CHN", "RUS", "--store", path)
    said = " ".join(done.out.split())
    assert (0, 15) == (done.code, said.count("unknown"))
    assert "none has yet been watched long enough" in said


def test_an_earlier_act_that_a_person_confirms_is_said_to_be_earlier():
    """Nothing comes after a negative number of days."""
    from types import SimpleNamespace

    from facta.relations.pictures.lanes import outcome

    assert outcome(SimpleNamespace(state="broken", days=-37)) == "broken 37 days before"
    assert outcome(SimpleNamespace(state="kept", days=1)) == "kept after 1 day"
