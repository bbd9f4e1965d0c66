"""Who holds an office or bears a name, on the page or as the tables know it."""

from facta.resolve import Tables
from facta.resolve.incumbent import bearer, incumbent
from facta.resolve.members import Members

ON = "2018-04-05"


def names(cast: Members) -> list[str | None]:
    """Who is on the page."""
    return [m.found.name if m.found else None for m in cast.all]


def test_a_holder_named_on_the_page_is_that_one(tables: Tables) -> None:
    """Whether asked for by office or by name; nobody joins the page twice."""
    cast = Members(tables, ON, {}, {})
    member = cast.new(person=True)
    cast.know(member, cast.ask("Vladimir Putin")[0])
    assert member.found and member.found.portfolio
    assert member is incumbent(cast, member.found.portfolio, {"RUS"}, "president") is bearer(cast, "Vladimir Putin")
    assert ["Vladimir Putin"] == names(cast)


def test_a_holder_whom_nobody_names_joins_the_page_once(tables: Tables) -> None:
    """The one of the day."""
    cast = Members(tables, ON, {}, {})
    first = incumbent(cast, "state", {None, "RUS"}, "president")
    assert first and first is incumbent(cast, "state", {"RUS"}, "president") is bearer(cast, "Vladimir Putin")
    assert ["Vladimir Putin"] == names(cast)


def test_nobody_is_meant_where_the_tables_know_nobody(tables: Tables) -> None:
    """Of no state, or by a name that is none."""
    cast = Members(tables, ON, {}, {})
    assert [None, None] == [incumbent(cast, "state", {None}, "president"), bearer(cast, "Pel Mandragora")]
    assert [] == cast.all
