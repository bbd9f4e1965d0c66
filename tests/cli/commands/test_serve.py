"""`facta serve`, as far as it says no before it listens; that it listens is tested with the explorer."""

import pytest


def test_a_store_that_is_not_there_is_not_served(facta, tmp_path):
    """Nor made."""
    done = facta("serve", "--store", tmp_path / "no.duckdb", "--no-open")
    assert (1, "", 1) == (done.code, done.out, len(done.lines))
    assert "no.duckdb" in done.err
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("options", "why"),
    [(("--port", "70000"), "--port"), (("--token", "short"), "token"), (("--host", "not a host"), "not a host")],
)
def test_what_cannot_be_listened_at_is_one_line(facta, asked, options, why):
    """With what is wrong."""
    done = facta("serve", "--store", asked, "--no-open", *options)
    assert 0 != done.code
    assert (1, "") == (len(done.lines), done.out)
    assert why in done.err
