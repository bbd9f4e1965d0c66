"""`facta relations`: a pair over time, in every form, from stores in every state."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest

from facta.relations import states
from facta.store import open_store, schema
from facta.stories import pending, update
from tests.relations.relation_makers import did, many, page
from tests.stories.story_makers import act, prose, put, report

CONTRACT = {"pair", "by", "periods", "total", "sensitivity"}
MEASURES = {"talk", "commitment", "deed", "say_do_gap", "why_no_gap", "events", "stories", "outlets"}


@pytest.fixture(autouse=True)
def ours(monkeypatch):
    monkeypatch.setenv("FACTA_SETTINGS", "/dev/null")
    states.groups.cache_clear()
    yield
    states.groups.cache_clear()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store whose pages are not folded yet."""
    where = tmp_path_factory.mktemp("made") / "pair.duckdb"
    acts = [*many("talk", 9, 3, every=40), *many("deed", 8, 4, every=40), did("commitment", True, 99)]
    with open_store(where) as store:
        store.put(page(*acts, *many("talk", 2, 0, actor="RUS", recipient="CHN"), text=prose(1)), "")
    return where


@pytest.fixture
def path(made, tmp_path):
    """A copy of it."""
    return Path(copy(made, tmp_path))


@pytest.fixture(scope="module")
def folded(made, tmp_path_factory):
    """One that is folded, for tests that change nothing."""
    where = Path(copy(made, tmp_path_factory.mktemp("folded")))
    with open_store(where) as store:
        update(store)
    return where


def answer(done):
    assert (0, 1) == (done.code, done.out.count("\n"))
    return json.loads(done.out)


def test_a_pair_is_shown_as_a_table(facta, folded):
    """With counts, balances, intervals, the gap, what was left out to try it."""
    done = facta("relations", "CHN", "RUS", "--by", "year", "--store", folded)
    assert 0 == done.code
    parts = (
        "China → Russia by year, 2018-01-01 to 2019-12-31",
        "9+ 3-  .5 (",
        "say-do gap",
        "1+ 0-",
        "25 stories from 25 events, told independently",
        "the say-do gap is",
        "Without stories",
    )
    assert [] == [part for part in parts if part not in done.out]


@pytest.mark.parametrize("width", ["80", "100", ""])
def test_no_period_is_cut_however_narrow_the_page(facta, folded, monkeypatch, width):
    """What does not fit is broken at a blank; COLUMNS is the width where there is no terminal."""
    monkeypatch.setenv("COLUMNS", width)
    done = facta("relations", "CHN", "RUS", "--both", "--by", "year", "--store", folded)
    assert (0, False) == (done.code, "…" in done.out)
    assert max(map(len, done.out.splitlines())) <= int(width or 110)


def test_json_has_the_contract_and_more(facta, folded):
    """Every field of `design.md`, nested ones too; null for what is not known."""
    found = answer(facta("relations", "CHN", "RUS", "--by", "month", "--format", "json", "--store", folded))
    assert (CONTRACT, ["CHN", "RUS"], "month") == (CONTRACT & set(found), found["pair"], found["by"])
    for measures in (found["total"], *found["periods"], *found["sensitivity"].values()):
        assert MEASURES == MEASURES & set(measures)
        assert [] == [
            rung for rung in ("talk", "commitment", "deed") if set(measures[rung]) != {"coop", "conf", "balance", "low", "high"}
        ]
        gap = measures["say_do_gap"]
        assert ({"value", "low", "high"} == set(gap) and measures["why_no_gap"] is None) if gap else measures["why_no_gap"]
    assert {"period"} == {"period"} & set(found["periods"][0])
    assert {"coop": 9, "conf": 3} == {k: found["total"]["talk"][k] for k in ("coop", "conf")}


def test_jsonl_is_the_same_line(facta, folded):
    """A relation is one record."""
    some = [facta("relations", "CHN", "RUS", "--format", form, "--store", folded).out for form in ("json", "jsonl")]
    assert some[0] == some[1]


def test_csv_has_a_line_a_period_and_the_same_columns_in_each(facta, folded):
    """Also where some periods have a gap and some have none."""
    done = facta("relations", "CHN", "RUS", "--by", "year", "--format", "csv", "--store", folded)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert (["2018", "2019"], {"CHN-RUS"}) == ([r["period"] for r in rows], {r["pair"] for r in rows})
    both = facta("relations", "CHN", "RUS", "--both", "--by", "year", "--format", "csv", "--store", folded).out
    assert [{"true"}, {"false"}] == [{r["directed"] for r in some} for some in (rows, csv.DictReader(io.StringIO(both)))]
    assert {len(rows[0])} == {len(r) for r in rows}
    assert {"talk_coop", "deed_high", "say_do_gap_value", "net_low", "why_no_gap", "stories"} <= set(rows[0])
    assert 25 == sum(int(r["stories"]) for r in rows)


def test_one_way_is_counted_unless_both_are_asked_for(facta, folded):
    """Of 27 stories, 25 are what China does to Russia."""
    found = [answer(facta("relations", "CHN", "RUS", *more, "--format", "json", "--store", folded)) for more in ((), ("--both",))]
    assert [(True, 25), (False, 27)] == [(f["directed"], f["total"]["stories"]) for f in found]


def test_what_has_come_is_folded_first_and_once(facta, path):
    """Said on stderr; data stay alone on stdout."""
    first, again = (facta("relations", "CHN", "RUS", "--format", "json", "--store", path) for _ in range(2))
    assert ("folded 1 of 1 pages" in first.err, "folded" in again.err, first.out) == (True, False, again.out)


def test_a_pair_without_stories_is_said_on_stderr(facta, folded):
    """And answered with explicit zeros; the exit code is 0."""
    done = facta("relations", "IND", "JPN", "--format", "json", "--store", folded)
    assert ("no story of India and Japan" in done.err, 0) == (True, answer(done)["total"]["stories"])
    assert "no story of Iceland and the Group of Seven" in facta("relations", "ISL", "G7", "--store", folded).err
    assert 0 == facta("relations", "IND", "JPN", "--store", folded).code


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_store_without_pages_is_an_empty_answer(facta, tmp_path, form):
    """No period, no error."""
    path = tmp_path / "empty.duckdb"
    open_store(path).close()
    done = facta("relations", "CHN", "RUS", "--format", form, "--store", path)
    assert (0, True) == (done.code, "is empty: no page" in done.err)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("Rusia", "CHN"), "Nearest: Russia (RUS)"),
        (("CHN", "china"), "Both are China"),
        (("CHN", "RUS", "--by", "fortnight"), "fortnight"),
        (("CHN", "RUS", "--since", "yesterday"), "2018-04-03"),
        (("CHN", "RUS", "--since", "2019", "--until", "2018"), "ends before it begins"),
        (("CHN", "RUS", "--by", "day", "--since", "1900"), "20,000 periods"),
        (("CHN", "RUS", "--by", "year", "--until", "9999"), "earlier end"),
        (("CHN",), "Missing argument"),
        (("CHN", "RUS", "--plot", "pair.pdf"), ".svg"),
        (("CHN", "RUS", "--plot", ""), "--plot ''"),
        (("African Union", "RUS"), "African Union has no code of its own"),
        (("CHN", "RUS", "--format", "xml"), "xml"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_two(facta, folded, args, says):
    """Nothing on stdout."""
    done = facta("relations", *args, "--store", folded)
    assert (2, "") == (done.code, done.out)
    assert says in done.lines[-1]


def test_what_a_picture_does_not_draw_is_said_with_the_way_to_draw_it(facta, tmp_path):
    """A story of long ago; in the picture and on stderr."""
    path, picture = tmp_path / "long.duckdb", tmp_path / "pair.svg"
    late = [act("AID", "CHN", "RUS", f"China sent crane {n} to Russia.", date=f"{2012 + n}-02-03") for n in range(12)]
    early = act("AID", "CHN", "RUS", "China helped Russia long ago.", date="0980-05-02")
    with open_store(path) as store:
        put(store, *(report(str(n), one, text=prose(n), published="2024-06-01") for n, one in enumerate([*late, early])))
    asked = ("relations", "CHN", "RUS", "--by", "year", "--plot", picture, "--store", path)
    assert "facta: 1 story of 980 is counted, not drawn; --since 0980 draws all." == facta(*asked).lines[-1]
    assert "counted, not drawn" in picture.read_text()
    assert "not drawn" not in facta(*asked, "--since", "0980").err + picture.read_text()


def test_a_picture_is_written_whole_or_not_at_all(facta, folded, tmp_path, monkeypatch):
    """Where the disk is full, an older one of the name stays, and nothing lies beside it."""
    monkeypatch.chdir(tmp_path)
    assert 0 == facta("relations", "CHN", "RUS", "--plot", "pair.svg", "--store", folded).code
    before = (tmp_path / "pair.svg").read_bytes()
    write = Path.write_bytes

    def full(path, data):
        write(path, data[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    done = facta("relations", "CHN", "RUS", "--plot", "pair.svg", "--store", folded)
    assert (1, "facta: The picture pair.svg cannot be written: No space left on device.") == (done.code, done.lines[-1])
    assert (before, []) == ((tmp_path / "pair.svg").read_bytes(), list(tmp_path.glob(".*")))


@pytest.mark.parametrize(("length", "code"), [(255, 0), (256, 1)])
def test_a_picture_may_have_the_longest_name_that_a_disk_takes(facta, folded, tmp_path, length, code):
    """One that is too long is told in one line."""
    name = tmp_path / f"{'a' * (length - len('.svg'))}.svg"
    done = facta("relations", "CHN", "RUS", "--plot", name, "--store", folded)
    assert (code, bool(code)) == (done.code, done.lines[-1].endswith("cannot be written: File name too long."))


def test_a_broken_file_of_groups_is_exit_code_two(facta, folded, tmp_path, monkeypatch):
    """Named with its line."""
    table = tmp_path / "groups.tsv"
    table.write_text("CLUB\tClub\tETS\n")
    monkeypatch.setenv("FACTA_GROUPS", str(table))
    done = facta("relations", "CHN", "CLUB", "--store", folded)
    assert (2, True) == (done.code, "groups.tsv, line 1" in done.lines[-1])


def test_a_group_of_ones_own_is_a_side(facta, folded, tmp_path, monkeypatch):
    """By the setting `groups`."""
    table = tmp_path / "groups.tsv"
    table.write_text("NORTH\tThe north\tRUS\n")
    monkeypatch.setenv("FACTA_GROUPS", str(table))
    assert 25 == answer(facta("relations", "CHN", "north", "--format", "json", "--store", folded))["total"]["stories"]


@pytest.mark.parametrize("command", ["relations", "ledger", "events", "stories"])
def test_that_a_group_is_without_its_body_is_said_on_stderr(facta, folded, command):
    """The answer is as it was."""
    sides = ["RUS", "ASEAN"] if command in ("relations", "ledger") else ["--actor", "RUS", "--recipient", "ASEAN"]
    done = facta(command, *sides, "--store", folded)
    assert 0 == done.code
    assert "ASEAN is its members here; what is told of it as a whole is coded IGO" in done.err


def test_a_missing_store_is_one_line(facta, tmp_path):
    """Exit code 1, and none is made."""
    path = tmp_path / "none.duckdb"
    done = facta("relations", "CHN", "RUS", "--store", path)
    assert (1, 1, False) == (done.code, len(done.lines), path.exists())


HOLD = """
import sys, duckdb
con = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "reading")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def held(path):
    """Another process that has the store open; it ends with the test."""
    holders = []

    def hold(how):
        one = subprocess.Popen([sys.executable, "-c", HOLD, str(path), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        holders.append(one)
        assert b"held" in one.stdout.readline()

    yield hold
    for one in holders:
        one.communicate()


@pytest.mark.parametrize("command", ["relations", "ledger"])
def test_a_store_that_another_process_writes_is_one_line(facta, path, held, command):
    """With what to do, and exit code 1."""
    held("writing")
    done = facta(command, "CHN", "RUS", "--store", path)
    assert (1, "", 1) == (done.code, done.out, len(done.lines))
    assert "is in use by another process" in done.err


def test_a_store_that_another_process_reads_is_answered_as_last_folded(facta, path, held):
    """What came since then does not count, and the line says how much that is."""
    before = answer(facta("relations", "CHN", "RUS", "--format", "json", "--store", path))
    with open_store(path) as store:
        store.put(page(did("deed", True, 500), key="new"), "")
    held("reading")
    done = facta("relations", "CHN", "RUS", "--format", "json", "--store", path)
    assert before == answer(done)
    assert [True] == ["1 page not folded" in line and "in use" in line for line in done.lines]


def test_a_store_of_an_older_facta_is_brought_up_to_date_before_it_is_asked(facta, tmp_path, monkeypatch):
    """Nobody has to know that a question alone would not do that."""
    path, older = tmp_path / "old.duckdb", schema.migrations()[:-1]
    with monkeypatch.context() as patch:
        patch.setattr(schema, "migrations", lambda: older)
        open_store(path).close()
    assert 0 == facta("relations", "CHN", "RUS", "--store", path).code
    with open_store(path, read_only=True) as store:
        assert [{"version": schema.newest()}] == list(store.sql("SELECT max(version) AS version FROM facta_store"))


def test_a_folder_of_parquet_files_is_answered_as_it_was_folded(facta, path, tmp_path):
    """It cannot be written, so what is not folded does not count, and that is said."""
    with open_store(path) as store:
        raw = store.to_parquet(tmp_path / "raw")
    want = answer(facta("relations", "CHN", "RUS", "--format", "json", "--store", path))
    with open_store(path) as store:
        assert 0 == pending(store)
        done = store.to_parquet(tmp_path / "folded")
    assert want == answer(facta("relations", "CHN", "RUS", "--format", "json", "--store", done))
    unfolded = facta("relations", "CHN", "RUS", "--format", "json", "--store", raw)
    assert (0, True) == (answer(unfolded)["total"]["stories"], "1 page not folded" in unfolded.err)


def test_the_store_may_be_named_by_the_environment(facta, folded, monkeypatch):
    """As for every command that asks."""
    monkeypatch.setenv("FACTA_STORE", str(folded))
    assert 25 == answer(facta("relations", "CHN", "RUS", "--format", "json"))["total"]["stories"]


def test_quiet_years_are_gathered_in_the_table(facta, tmp_path):
    """A run of more than two empty periods is one line of zeros."""
    path = tmp_path / "quiet.duckdb"
    with open_store(path) as store:
        put(store, page(act("AID", "CHN", "RUS", date="2001-05-05"), act("AID", "CHN", "RUS", date="2018-05-05")))
    rows = [line.strip() for line in facta("relations", "CHN", "RUS", "--by", "year", "--store", path).out.splitlines()]
    assert ["2001", "16 quiet", "2018"] == [row.partition("  ")[0] for row in rows if row.startswith(("20", "16"))]


@pytest.mark.parametrize("width", [80, 140])
def test_a_page_is_as_wide_as_columns_says(facta, store, monkeypatch, width):
    """Where there is no terminal to tell; the text fills it, and nothing goes beyond."""
    monkeypatch.setenv("COLUMNS", str(width))
    lines = facta("relations", "NOR", "CHL", "--store", store).out.splitlines()
    longest = max(len(line.rstrip()) for line in lines)
    assert 70 < longest <= width
    assert (longest > 110) == (width > 110)
