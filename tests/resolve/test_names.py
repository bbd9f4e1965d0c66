"""What names mean, as the files are read."""

import pytest

from facta.resolve.facts import Entry
from facta.resolve.names import Names
from facta.resolve.own import Own

LAKES = Entry("group", "Lake Front", "UGA", "REB")
POST = Entry("outlet", "The Post", "USA", "JRN")


def filed(*aliases, entry=LAKES):
    names = Names()
    names.add(list(aliases), entry)
    names.file()
    return names


def test_a_meaning_is_filed_under_each_name_with_its_capitals():
    """So that `IS` is not `is`."""
    names = filed("Lake Front", "LF", "front of the lake")
    assert [LAKES, LAKES._replace(upper=True), LAKES._replace(cap=False)] == [
        names.found[words][0] for words in ("lake front", "lf", "front of the lake")
    ]


def test_articles_are_left_out_but_of_outlets():
    """Which are called so."""
    assert ["lake front"] == list(filed("The Lake Front").found)
    assert ["the post"] == list(filed("The Post", entry=POST).found)


def test_a_name_may_have_several_meanings_each_once():
    """In the order of the files."""
    names = filed("Lakes", "Lakes")
    names.add(["Lakes"], POST)
    names.file()
    assert (LAKES, POST) == names.found["lakes"]
    assert [] == names.file()


def test_words_may_be_blocked():
    """They name nothing then."""
    names = filed("Lakes")
    names.block("LAKES")
    assert ["blocked"] == [e.kind for e in names.found["lakes"]]


def test_ambiguous_words_are_weighed():
    """Only the states named keep a share."""
    names = filed("Georgia", entry=Entry("state", "Georgia", "GEO", "GOV"))
    names.weigh("Georgia", "GEO", 0.6, "Georgia")
    names.weigh("Georgia", "USA", 0.4, "United States")
    assert [("GEO", 0.6, "state"), ("USA", 0.4, "state")] == [(e.country, e.weight, e.kind) for e in names.found["georgia"]]


@pytest.mark.parametrize(
    ("role", "kind", "expected"), [("", "group", ["KEN"]), ("president", "group", ["UGA"]), ("", "person", ["UGA"])]
)
def test_a_users_body_takes_its_names_from_whatever_bore_them(role, kind, expected):
    """A person does not."""
    names = filed("Lakes")
    names.override(Own("Lake Board", ("Lakes",), "KEN", "REB", role, "", "", kind))
    assert expected == [e.country for e in names.found["lakes"]]
