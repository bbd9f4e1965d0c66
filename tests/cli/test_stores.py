"""Commands that fill and ask a store, through a whole life of it."""

import json
import sqlite3

import pytest

from facta.store import open_store


def ids(facta, command, store, *more):
    done = facta(command, "--store", store, "--format", "jsonl", *more)
    assert done.code == 0
    return [json.loads(line)["id"] for line in done.out.splitlines()]


def test_a_run_resumes_where_it_stopped(facta, page, store):
    """Inputs that the store holds in the same form are passed over, and a changed one is coded."""
    done = facta("code", page, "--into", store)
    assert "0 pages" in done.err
    assert "1 input in" in done.err
    page.write_text(page.read_text().replace("two ships", "three ships"))
    assert "1 page," in facta("code", page, "--into", store).err


def test_coding_again_doubles_nothing(facta, page, store, tmp_path):
    """The same page under another name is the same page."""
    before = ids(facta, "events", store)
    again = tmp_path / "again.html"
    again.write_bytes(page.read_bytes())
    facta("code", again, "--into", store)
    assert before == ids(facta, "events", store)


def test_events_are_found_by_pair_in_either_order(facta, store):
    """A meeting of two states counts for both."""
    there = ids(facta, "events", store, "--actor", "NOR", "--recipient", "CHL", "--type", "consult")
    assert there == ids(facta, "events", store, "--actor", "CHL", "--recipient", "NOR", "--type", "consult")
    assert 1 == len(there)


def test_an_id_leads_back_to_the_words(facta, store):
    """`facta explain` shows the sentence, the page and the step."""
    first = ids(facta, "events", store)[0]
    done = facta("explain", first[:9], "--store", store)
    assert 0 == done.code
    assert [] == [part for part in ("evidence", "On whose word", "page.html", "Made by") if part not in done.out]
    assert first == json.loads(facta("explain", first, "--store", store, "--format", "json").out)["id"]


def test_a_forgotten_page_is_gone_and_can_come_back(facta, page, store):
    """`facta forget` takes everything made of it out; coding it again is no rerun."""
    done = facta("forget", page, "--store", store)
    assert (0, False) == (done.code, "folded" in done.err)
    assert [[], [], []] == [ids(facta, c, store) for c in ("events", "quotes", "threads")]
    assert "1 page," in facta("code", page, "--into", store).err


BEGINNINGS = {"table": b"", "csv": b'"', "json": b"[", "jsonl": b"{", "parquet": b"PAR1"}


@pytest.mark.parametrize("command", ["events", "quotes"])
def test_every_form_of_every_answer_can_be_written(facta, store, command):
    """Data goes to stdout in each form that the store exports."""
    answers = {form: facta(command, "--store", store, "--format", form) for form in BEGINNINGS}
    assert {0} == {done.code for done in answers.values()}
    assert [] == [form for form, done in answers.items() if not done.raw.startswith(BEGINNINGS[form]) or len(done.raw) < 2]


def test_an_empty_answer_is_said_on_stderr(facta, store):
    """A page without readers has no thread, and stdout stays empty but for what the form demands."""
    done = facta("threads", "--store", store, "--format", "jsonl")
    assert (0, "") == (done.code, done.out)
    assert "nothing in" in done.err


def test_a_missing_store_is_one_line(facta, tmp_path):
    """Asking a store that is not there says how to make one, and makes none."""
    path = tmp_path / "none.duckdb"
    done = facta("events", "--store", path)
    assert (1, 1, False) == (done.code, len(done.lines), path.exists())
    assert "none.duckdb" in done.err


@pytest.mark.parametrize("content", [b"no database at all, only text\n" * 50, bytes(5000)])
def test_a_file_that_is_no_store_is_left_alone(facta, page, tmp_path, content):
    """Coding into a file of another kind is refused, and the file stays as it was."""
    path = tmp_path / "mine.duckdb"
    path.write_bytes(content)
    done = facta("code", page, "--into", path)
    assert (1, 1) == (done.code, len(done.lines))
    assert content == path.read_bytes()


def test_another_database_is_left_alone(facta, page, tmp_path):
    """An SQLite file is not ours either."""
    path = tmp_path / "other.duckdb"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x)")
    before = path.read_bytes()
    assert 1 == facta("code", page, "--into", path).code
    assert before == path.read_bytes()


def test_ctrl_c_keeps_what_is_whole(facta, page, tmp_path, monkeypatch):
    """A run that is stopped leaves a store that opens, holds the finished pages and goes on."""
    from facta.read import sources

    real = sources.open_sources

    def stopped(specs, options):
        yield from real(specs, options)
        raise KeyboardInterrupt

    monkeypatch.setattr(sources, "open_sources", stopped)
    path = tmp_path / "half.duckdb"
    done = facta("code", page, "--into", path)
    assert 130 == done.code
    assert "now: 1 page." in done.err
    with open_store(path, read_only=True) as store:
        assert 1 == store.summary().pages
    monkeypatch.setattr(sources, "open_sources", real)
    assert "1 input in" in facta("code", page, "--into", path).err


def test_the_store_is_found_through_the_environment(facta, store, monkeypatch):
    """`$FACTA_STORE` names the store when --store does not."""
    monkeypatch.setenv("FACTA_STORE", str(store))
    assert 0 == facta("events").code


def test_an_unknown_type_offers_the_nearest(facta, store):
    """A typo in a type is a usage error that names the types."""
    done = facta("events", "--store", store, "--type", "CONSLT")
    assert 2 == done.code
    assert "CONSULT" in done.err


@pytest.mark.parametrize("chile", ["chl", "Chile", "the chile"])
def test_states_are_asked_for_as_people_write_them(facta, store, chile):
    """A code in any case or a name means the country, of events and of quotations."""
    by_code = ids(facta, "events", store, "--actor", "CHL", "--recipient", "NOR")
    assert by_code == ids(facta, "events", store, "--actor", chile, "--recipient", "norway")
    assert by_code
    assert ids(facta, "quotes", store, "--actor", "NOR") == ids(facta, "quotes", store, "--actor", "Norway")


def test_a_group_means_its_members(facta, store):
    """Of a pair of groups that overlap, the two sides are different members."""
    both = ids(facta, "events", store, "--actor", "CHL", "--recipient", "NOR")
    assert both == ids(facta, "events", store, "--actor", "CHL", "--recipient", "NATO")
    assert [] == ids(facta, "events", store, "--actor", "NATO", "--recipient", "NATO")
    assert set(ids(facta, "events", store, "--actor", "NOR", "--recipient", "Pinera")) == set(
        ids(facta, "events", store, "--actor", "NATO", "--recipient", "Pinera")
    )
    assert ids(facta, "quotes", store, "--actor", "NOR") == ids(facta, "quotes", store, "--actor", "NATO")


def test_a_persons_name_is_still_a_name(facta, store):
    """Words that stand for no state are looked for among the names."""
    assert ids(facta, "events", store, "--actor", "soreide")


@pytest.mark.parametrize("command", ["events", "quotes"])
def test_a_misspelt_state_is_told_the_nearest(facta, store, command):
    """Only where nothing answers."""
    done = facta(command, "--store", store, "--actor", "Norwey")
    assert 2 == done.code
    assert "no state or group is called 'Norwey'; nearest: Norway (NOR)" in done.err
    assert "nearest: Brazil (BRA)" in facta(command, "--store", store, "--actor", "BRZ").err
    person = facta(command, "--store", store, "--actor", "Soreide")
    assert (0, False) == (person.code, "nearest" in person.err)


@pytest.mark.parametrize("command", [("events",), ("quotes",), ("threads",), ("export", "--format", "csv", "--unit", "event")])
def test_a_mistyped_page_is_told_with_the_nearest(facta, page, store, command):
    """As of `facta forget`: one line and an exit code, on stdout nothing."""
    done = facta(*command, "--page", f"{page}x", "--store", store)
    assert (1, "") == (done.code, done.out)
    assert f"No page has the key, id, url or source '{page}x'. Nearest: {page}" in done.err


def test_a_store_without_pages_says_that_it_is_empty(facta, page, store):
    """No question can be answered by it, which is no matter of the question."""
    facta("forget", page, "--store", store)
    for command in (
        ("events",),
        ("stories",),
        ("export", "--format", "csv"),
        ("relations", "NOR", "CHL"),
        ("ledger", "NOR", "CHL"),
    ):
        assert f"facta: {store} is empty: no page has been added to it yet." in facta(*command, "--store", store).err


def test_a_folder_is_no_place_to_write_a_store(facta, page, tmp_path):
    """The line names a file that would be; no name at all is none to print instead."""
    done = facta("code", page, "--into", tmp_path)
    assert (1, "", 1, True) == (done.code, done.out, len(done.lines), str(tmp_path / "news.duckdb") in done.err)
    empty = facta("code", page, "--into", "")
    assert (1, "", 1, True) == (empty.code, empty.out, len(empty.lines), "news.duckdb" in empty.err)


def test_whatever_asks_an_empty_store_hears_that_it_is_empty(facta, tmp_path):
    """Be it for three relations or for what people said."""
    path = tmp_path / "empty.duckdb"
    open_store(path).close()
    for args in (("triads", "CHN", "RUS", "USA"), ("corrections",), ("relations", "CHN", "RUS"), ("stories",)):
        done = facta(*args, "--store", path)
        assert (args, 0, True) == (args, done.code, f"{path} is empty: no page" in done.err)
