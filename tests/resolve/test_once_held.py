"""Who held an office before."""

import pytest

from facta.resolve import Tables
from facta.resolve.member import Member
from facta.resolve.members import Members
from facta.resolve.once_held import deposed, predecessor
from facta.resolve.phrase import parse


def cast(tables: Tables, on: str | None, *names: str) -> Members:
    """Everybody on a page on which these persons are named."""
    members = Members(tables, on, {}, {})
    for name in names:
        member = members.new(person=True)
        members.know(member, members.ask(name)[0])
    return members


def called(member: Member | None) -> str | None:
    """The name of a member."""
    return member.found.name if member and member.found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the ousted president", "Mohamed Morsi"),
        ("the deposed Egyptian president", "Mohamed Morsi"),
        ("the ousted leader", "Mohamed Morsi"),
        ("the deposed Chilean president", None),
        ("the ousted prime minister", None),
        ("the president", None),
        ("former President Morsi", None),
        ("the ousted foreign minister", None),
        ("", None),
    ],
)
def test_a_lost_office_means_the_one_on_the_page_who_led(tables: Tables, text: str, name: str | None) -> None:
    """Not who holds it still, nor who is named beside it."""
    on = "2014-01-01"
    assert name == called(deposed(cast(tables, on, "Mohamed Morsi", "Angela Merkel"), parse(text, tables, on)))


def test_of_several_who_lost_an_office_none_is_meant(tables: Tables) -> None:
    """Unless the state tells which."""
    members = cast(tables, "2018-04-05", "Nicolas Sarkozy", "Barack Obama")
    assert None is deposed(members, parse("the former president", tables, "2018-04-05"))
    assert "Barack Obama" == called(deposed(members, parse("the former American president", tables, "2018-04-05")))


def test_who_was_not_to_be_deposed_yet_is_not_meant(tables: Tables) -> None:
    """Nor anybody where the day is unknown."""
    for on in ("2012-12-01", None):
        assert None is deposed(cast(tables, on, "Mohamed Morsi"), parse("the ousted president", tables, on))


def test_a_predecessor_is_who_held_the_office_before_and_joins_the_page_once(tables: Tables) -> None:
    """Though named nowhere on it."""
    members = cast(tables, "2018-04-05", "Emmanuel Macron")
    holder = members.all[0].found
    first = predecessor(members, holder)
    assert "François Hollande" == called(first)
    assert first is predecessor(members, holder)
    assert ["Emmanuel Macron", "François Hollande"] == [called(m) for m in members.all]


def test_before_an_office_began_there_is_no_predecessor_in_it(tables: Tables) -> None:
    """Nor of nobody, nor of somebody without office."""
    members = cast(tables, "2018-04-05", "Barack Obama")
    assert [None, None] == [predecessor(members, one) for one in (None, members.all[0].found)]
