"""`facta triads`: three relations in a few lines."""

from facta.store import open_store
from tests.stories.story_makers import act, put, report


def test_every_relation_is_told_with_its_stories(facta, tmp_path):
    """One story is no stories; a pair without any is said to be unknown."""
    path = tmp_path / "three.duckdb"
    with open_store(path) as store:
        acts = [act("AID", "CHN", "RUS", date=f"2018-0{n}-10") for n in (1, 2)]
        put(store, report("a", *acts, act("SANCTION", "USA", "RUS", date="2018-03-01")))
    done = facta("triads", "CHN", "RUS", "USA", "--store", path)
    head, *lines = done.out.splitlines()
    assert (0, True) == (done.code, head.startswith("CHN · RUS · USA: undecided"))
    told = [line.split() for line in lines if line.strip()]
    assert [["CHN-RUS", "2", "stories", "net"], ["CHN-USA", "0", "stories", "net"], ["RUS-USA", "1", "story", "net"]] == [
        line[:4] for line in told
    ]
    assert "unknown" == told[1][4]
