"""What an address of a pair asks for."""

import pytest

from facta.errors import UsageError
from facta.web.asked import Asked

PAIR = Asked("CHN", "RUS", since="2018", both=True, open="2018-07-01..2018-09-30", rung="talk")


def test_links_keep_what_is_asked_and_change_one_thing():
    """Nothing is written that is not asked."""
    assert "/pair/CHN/RUS" == Asked("CHN", "RUS").to()
    assert "/pair/CHN/RUS?since=2018&both=1&rung=talk" == PAIR.to(open=None)
    assert "/pair/CHN/RUS/stories?offset=50" == Asked("CHN", "RUS").more(50)
    assert "/api/relations/CHN/RUS?by=month&since=2018&both=1" == PAIR.twin("month")


def test_what_is_opened_does_not_go_along_to_another_pair():
    """The time does."""
    assert "/pair/RUS/CHN?since=2018&both=1" == PAIR.swapped()
    other = Asked("CHN", "RUS", since="2018", open="2018-07", compare="USA-IND").other()
    assert ("USA", "IND", "CHN-RUS", None, "2018") == (other.a, other.b, other.compare, other.open, other.since)


def test_a_second_pair_stands_beside_the_first():
    """Or there is none; what is no pair is refused."""
    assert (("CHN", "RUS"), ("USA", "IND")) == Asked("CHN", "RUS", compare="USA-IND").pairs()
    assert (("CHN", "RUS"),) == Asked("CHN", "RUS").pairs()
    with pytest.raises(UsageError):
        Asked("CHN", "RUS", compare="USA").pairs()


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        ("2018-07-01..2018-09-30", ("2018-07-01", "2018-09-30")),
        ("2018-07", ("2018-07", "2018-07")),
        ("2018-07-01..", ("2018-07-01", "2018-07-01")),
        ("..2018-09-30", (None, "2018-09-30")),
        (None, ("2018", None)),
        ("", ("2018", None)),
    ],
)
def test_an_opened_time_has_a_first_and_a_last_day(opened, expected):
    """Else the whole time is meant."""
    assert expected == Asked("CHN", "RUS", since="2018", open=opened).opened()


def test_a_pair_is_directed_unless_both_are_asked_for():
    """One question, two names."""
    assert [True, False] == [Asked("CHN", "RUS").directed, PAIR.directed]
