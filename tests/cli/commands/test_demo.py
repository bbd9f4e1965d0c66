"""`facta demo`: what a stranger sees first."""

from facta.cli.commands.demo import samples
from facta.relations.busiest import busiest
from facta.store import DEMO, open_store
from tests.web.demo import coded


def test_the_demo_codes_the_samples_and_shows_proof(tmp_path_factory):
    """Every sample is coded live; the screen has pairs, events with their words, a relation, a ledger, and what to try next."""
    path = coded(tmp_path_factory)
    said = path.with_suffix(".txt").read_text("utf-8")
    assert [] == [
        p
        for p in ("who → whom", "proof", "facta explain", "reader comments", "China ↔ Russia by year", "Follow-through")
        if p not in said
    ]
    with open_store(path, read_only=True) as store:
        summary, is_demo = store.summary(), store.marked(DEMO)
        (most,) = busiest(store, 1)
        stories = len(list(store.sql("SELECT id FROM stories")))
    assert " ↔ ".join(most.names) + f" {most.talk} {most.commitment} {most.deed}" in " ".join(said.split())
    assert is_demo  # so the explorer shows a newcomer around
    assert summary.pages >= 400
    assert 0 < stories < summary.events
    assert min(summary.events, summary.quotes, summary.comments) > 0
    assert min(summary.by_rung[r] for r in ("talk", "commitment", "deed")) > 0


def test_a_store_of_somebodys_own_pages_is_left_as_it_is(facta, tmp_path):
    """The demo's would be counted with them; its own store is coded again, an empty one taken."""
    path = tmp_path / "news.duckdb"
    (tmp_path / "page.txt").write_text("Peru expelled two Bolivian diplomats on Monday, the government in Lima said.\n")
    facta("code", tmp_path / "page.txt", "--into", path)
    done = facta("demo", "--no-open", "--store", path)
    assert (2, 1) == (done.code, len(done.lines))
    assert "holds pages that are not the demo's" in done.err
    with open_store(path, read_only=True) as store:
        assert (1, False) == (store.summary().pages, store.marked(DEMO))


def test_there_are_six_samples():
    """As many as the guide names, beside the four parts of the corpus."""
    pages, corpus = ([p for p in folder.iterdir() if p.is_file()] for folder in samples())
    assert (6, 4) == (len(pages), len([p for p in corpus if p.suffix == ".jsonl"]))
