"""Full text finds what stands in the pages, and nothing a user types is obeyed."""

import os
import sqlite3
import sys

import msgspec
import pytest

from facta.errors import StoreError
from facta.records import Paragraph
from facta.store import open_store
from facta.store.search import Index, Keeper, Wanted, find

HOSTILE = [
    '"',
    "' OR 1=1 --",
    'a" OR "b',
    "NEAR(",
    "who:x",
    "* AND",
    "(((",
    "^x",
    "\0",
    "{text who}",
    "a-b NOT c",
    "“”",
    "…" * 500,
    "х" * 3000,
]


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Indexes are made in a folder of the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def full(store, visit, another):
    """A store with both pages."""
    store.put_many([(visit, "d1"), (another, "d2")])
    return store


def hits(store, q, **more):
    """What is found, as text with the words found in brackets."""
    found = find(Index(store), Wanted(q=q, **more))
    return ["".join(f"[{p.text}]" if p.found else p.text for p in hit.text) for hit in found.hits]


def test_a_sentence_is_found_by_its_words_in_any_form(full):
    """Case, accents and endings do not matter; the words found are marked."""
    assert ["The United States fined [Erdoğan]."] == hits(full, "erdogan")
    assert ["Russia [visited] China."] == hits(full, "visit")


def test_a_sentence_leads_to_its_event(full):
    """By the event's id; without an event, to its paragraph."""
    (hit,) = find(Index(full), Wanted(q="fined")).hits
    assert ("p0000000visit", "e000000000fine", ("SANCTION",), ("deed",)) == (hit.page, hit.ref, hit.types, hit.rungs)
    (hit,) = find(Index(full), Wanted(q="ties")).hits
    assert "par-r1" == hit.ref


def test_a_quotation_is_found_by_its_speaker(full):
    """In a question in plain words."""
    found = find(Index(full), Wanted(q="what did Wei Fenghe say about ties?"))
    assert ("quotation", ["q0000000000wei"]) == (found.kind, [hit.ref for hit in found.hits])
    assert "Wei Fenghe, defence minister" == found.hits[0].who


def test_where_nothing_is_of_that_time_the_rest_is_shown_and_said(full):
    """Never silently."""
    found = find(Index(full), Wanted(q="what did Wei say about ties in 2015?"))
    assert (("time",), ["q0000000000wei"]) == (found.given_up, [hit.ref for hit in found.hits])


def test_actors_are_told_once_with_their_pages(full):
    """By name, state and office."""
    (one,) = find(Index(full), Wanted(q="Fenghe")).people
    assert ("Wei Fenghe", "defence minister", "CHN", 1, "p0000000visit") == (one.name, one.role, one.country, one.pages, one.page)


def test_readers_comments_are_never_among_the_pages_words(full):
    """They are a kind of their own."""
    assert [] == hits(full, "attacked", kind="sentence")
    assert ["Russia [attacked] Ukraine"] == hits(full, "attacked", kind="comment")


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("country", "TUR", 1),
        ("type", "SANCTION", 1),
        ("rung", "deed", 1),
        ("outlet", "Newsweek", 3),
        ("year", "2018", 3),
        ("year", "1999", 0),
    ],
)
def test_an_answer_can_be_narrowed_down(full, field, value, left):
    """By any facet, also without words."""
    assert left == len(hits(full, "", **{field: value}))


def test_a_pair_means_who_does_it_and_to_whom(full):
    """Not the other way round."""
    assert ["The United States fined Erdoğan."] == hits(full, "what did the US do to Turkey")
    assert [] == hits(full, "what did Turkey do to the US")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_word_of_a_user_is_syntax(full, text):
    """Neither SQL nor the language of the full-text engine."""
    for plain in (True, False):
        find(Index(full), Wanted(q=text, plain=plain, outlet=text, year=text, country=text))
        find(Index(full), Wanted(q=f"what did {text} say about {text}", plain=plain))
    assert ["Russia [visited] China."] == hits(full, "visited")


def test_markup_of_a_page_is_text(store, visit):
    """Also the characters that mark what was found."""
    text = "<b>Wei</b> \x02met\x03 nobody."
    page = msgspec.structs.replace(visit.page, text=text, paragraphs=(Paragraph(id="r1", kind="body", start=0, end=len(text)),))
    store.put(msgspec.structs.replace(visit, page=page, events=(), quotes=(), actors=()), "d")
    assert ["<b>[Wei]</b> met nobody."] == hits(store, "wei")


def test_the_index_follows_the_store(full, visit):
    """What is forgotten is found no more, what is coded anew as it is now."""
    assert 1 == len(hits(full, "fined"))
    full.forget("p0000000visit")
    assert [] == hits(full, "fined")
    full.put(visit, "d3")
    assert 1 == len(hits(full, "fined"))


def test_an_index_is_made_bit_by_bit(full, monkeypatch):
    """Where there is no time for all pages, the answer says how far it has come, and the next goes on from there."""
    monkeypatch.setattr("facta.store.search.index.BATCH", 1)
    first, second = (find(Index(full), Wanted(q="visited"), seconds=0) for _ in range(2))
    assert [(1, 2), (2, 2)] == [(found.pages, found.of) for found in (first, second)]
    assert (0, 1) == (len(first.hits), len(second.hits))


def test_another_store_in_the_same_place_has_another_index(tmp_path, visit, another):
    """A file that was deleted leaves nothing behind that could be taken for the next one's."""
    path = tmp_path / "news.duckdb"
    with open_store(path) as store:
        store.put(visit, "d")
        assert 1 == len(hits(store, "fined"))
    path.unlink()
    with open_store(path) as store:
        store.put(another, "d")
        assert [] == hits(store, "fined")


def test_nothing_is_written_into_the_store(written, cache):
    """It may be open for reading only, or a folder of Parquet files."""
    for path in written.values():
        with open_store(path, read_only=True) as store:
            assert 1 == len(hits(store, "fined"))
    assert 2 == len(list(cache.glob("facta/search/*.sqlite")))


def test_a_damaged_index_is_made_anew(full):
    """It holds nothing that the store does not."""
    assert 1 == len(hits(full, "fined"))
    index = Index(full)
    index.path.write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="has been deleted"):
        hits(full, "fined")
    assert 1 == len(hits(full, "fined"))


def test_the_log_of_a_damaged_index_goes_with_it(full):
    """Else it would be played into the one made anew."""
    index = Index(full)
    index.sync(5)
    sides = [index.path.with_name(f"{index.path.name}-{end}") for end in ("wal", "shm")]
    for path in (index.path, *sides):
        path.write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="has been deleted"):
        index.held()
    assert [] == [path for path in (index.path, *sides) if path.exists()]


@pytest.mark.parametrize(
    ("mistake", "error"),
    [
        ("INSERT INTO meta VALUES ('state', 1), ('state', 2)", sqlite3.IntegrityError),
        ("SELECT ?", sqlite3.ProgrammingError),
    ],
)
def test_a_mistake_of_ours_costs_nobody_the_index(full, mistake, error):
    """It is raised as it is; to make the index of a large store again takes long."""
    index = Index(full)
    index.sync(5)
    with pytest.raises(error), index.open() as con:
        con.execute(mistake)
    assert index.held().complete


def test_damage_within_the_index_is_damage_too(full):
    """A page of the file may be lost while its head is whole; so may what only the full text says is there."""
    index = Index(full)
    index.sync(5)
    with index.open() as con:
        con.execute("UPDATE words_data SET block = x'00' WHERE id > 10")
    with pytest.raises(StoreError, match="has been deleted"), index.open() as con:
        con.execute("SELECT * FROM words WHERE words MATCH 'fined'").fetchall()
    assert not index.path.exists()


def test_many_matches_are_told_page_by_page(full):
    """The same order every time, none twice."""
    index = Index(full)
    one, two = (find(index, Wanted(outlet="Newsweek"), offset=n, limit=2).hits for n in (0, 2))
    assert (2, 1, 3) == (len(one), len(two), len({hit.text for hit in (*one, *two)}))


def test_the_side_file_is_a_database_of_its_own(full):
    """That anybody may read and delete."""
    index = Index(full)
    index.sync(5)
    con = sqlite3.connect(index.path)
    assert 2 == con.execute("SELECT count(*) FROM pages").fetchone()[0]
    con.close()


def test_indexes_of_stores_long_gone_are_deleted(full, cache):
    """When another is made; those in use stay."""
    old = cache / "facta" / "search" / "old.1.sqlite"
    old.parent.mkdir(parents=True)
    for name, age in (("old", 100), ("new", 10)):
        path = old.with_name(f"{name}.1.sqlite")
        path.touch()
        os.utime(path, (path.stat().st_mtime - age * 86_400,) * 2)
    Index(full).sync(5)
    assert [False, True] == [old.exists(), old.with_name("new.1.sqlite").exists()]


def test_a_keeper_makes_the_index_beside_who_searches(full, path):
    """Who asks is told how far it is, and nobody is kept from writing."""
    wanted = [True]
    keeper = Keeper(lambda: open_store(path, read_only=True), lambda: True, lambda: wanted[0])
    full.close()
    with open_store(path, read_only=True) as store:
        assert (2, True) == (keeper.held(store, 20).of, keeper.held(store, 20).complete)
        assert 1 == len(find(Index(store), Wanted(q="visited"), held=keeper.held(store)).hits)
    keeper.close()


def test_a_time_that_is_asked_for_bounds_what_is_looked_at(full):
    """Without changing what is found."""
    for year, number in (("2018", 3), ("2019", 0), ("nonsense", 0)):
        assert number == len(find(Index(full), Wanted(q="", year=year)).hits)
        assert min(number, 1) == len(find(Index(full), Wanted(q="fined", year=year)).hits)


def test_more_matches_than_are_ranked_are_shown_from_the_newest(full, monkeypatch):
    """And it is said that there are more."""
    monkeypatch.setattr(sys.modules["facta.store.search.find"], "MOST", 1)
    found = find(Index(full), Wanted(outlet="Newsweek"))
    assert (True, 2) == (found.capped, sum(found.kinds.values()))


def test_an_index_that_is_not_made_yet_is_read_through_without_being_made(full):
    """Reading changes nothing; one that is there is read to its end."""
    index = Index(full)
    index.path.unlink(missing_ok=True)
    index.read_through()
    assert not index.path.exists()
    index.sync(60)
    before = index.path.read_bytes()
    index.read_through()
    assert before == index.path.read_bytes()
