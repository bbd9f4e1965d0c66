"""Options that several commands share."""

import click
import pytest
from click.testing import CliRunner

from facta.cli import options
from facta.errors import FactaError, UsageError


def received(decorate, *args):
    """What a command with these options is handed."""
    got = {}

    @click.command()
    @decorate
    def command(**given):
        got.update(given)

    result = CliRunner().invoke(command, args, standalone_mode=False)
    if result.exception:
        raise result.exception
    return got


def test_sources_come_with_what_the_user_knows_of_them():
    """Checked, in one record."""
    got = received(
        options.sources, "a", "b", "--columns", "text=body,published=day", "--published", "2018-04", "--outlet", "Post"
    )
    assert ("a", "b") == got["sources"]
    given = got["given"]
    assert ({"text": "body", "published": "day"}, "2018-04", "Post", None) == (
        dict(given.columns),
        given.published,
        given.outlet,
        given.title,
    )


@pytest.mark.parametrize("day", ["yesterday", "2018-13-01", "April", "20180403x"])
def test_a_day_that_is_none_is_refused_with_how_to_write_it(day):
    """Before anything is read."""
    with pytest.raises(UsageError, match="is no date; write it as 2018-04-03"):
        received(options.sources, "a", "--published", day)


def test_when_files_were_saved_is_a_day_or_a_time():
    """As it was written; what is neither is refused with how to write it."""
    for told in ("2024-03-14", "2024-03-14T10:30+02:00", "2024-03-14 10:30"):
        assert told == received(options.sources, "a", "--fetched", told)["given"].fetched
    for told in ("2024-03", "2024", "yesterday", "", "2024-02-30", "14.03.2024", "0001-01-01T00:00+14:00"):
        with pytest.raises(UsageError, match=r"--fetched .* is no day or time; write it as 2018-04-03 or 2018-04-03T14:30"):
            received(options.sources, "a", "--fetched", told)


@pytest.mark.parametrize("columns", ["text", "=x", "nonsense=x"])
def test_columns_that_say_nothing_are_refused(columns):
    """In one line."""
    with pytest.raises(FactaError):
        received(options.sources, "a", "--columns", columns)


@pytest.mark.parametrize(
    ("decorate", "names"),
    [
        (options.store, {"store_path"}),
        (options.period, {"since", "until"}),
        (options.comments, {"comments"}),
        (options.page, {"page"}),
        (options.rows, {"form", "limit", "count"}),
    ],
)
def test_unasked_an_option_asks_for_nothing(decorate, names):
    """But whose claims are meant, which are the article's."""
    got = received(decorate)
    assert names == set(got)
    assert {"comments": "article"} == got or not any(got.values())


@pytest.mark.parametrize("limit", ["0", "-1", "x"])
def test_a_limit_is_one_or_more(limit):
    """Nobody asks for no rows."""
    with pytest.raises(click.BadParameter):
        received(options.rows, "--limit", limit)


def test_a_store_is_the_one_given_or_that_of_the_settings(monkeypatch):
    """An empty name is none."""
    monkeypatch.setenv("FACTA_STORE", "mine.duckdb")
    assert ["a.duckdb", "mine.duckdb", "mine.duckdb"] == [options.store_path(given) for given in ("a.duckdb", None, "")]
