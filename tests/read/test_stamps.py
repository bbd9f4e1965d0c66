"""How well a page's day is known."""

from facta.read.stamps import CONFIDENCE, Said, weigh, with_dateline
from facta.records import Dateline


def test_nothing_said_is_nothing_known() -> None:
    """Without a statement there is neither a day nor a confidence."""
    assert (None, None) == weigh([])


def test_a_day_of_difference_is_no_contradiction() -> None:
    """Time zones can make one day of two; a week cannot."""
    said = Said("meta", "April 5", "2018-04-05")
    alone, near, far = (
        weigh([said, *more])[1]
        for more in ([], [Said("url", "/2018/04/06/", "2018-04-06")], [Said("url", "/2018/04/12/", "2018-04-12")])
    )
    assert alone and near and far
    assert (CONFIDENCE["meta"], True) == (near.confidence, far.confidence < alone.confidence)


def test_a_dateline_stands_between_print_and_address() -> None:
    """It is believed before the address and after a printed date."""
    line = Dateline(place="ANKARA", date="2018-04-05", start=0, end=6, text="ANKARA")
    said = [Said("text", "a", "2018-04-05"), Said("url", "b", "2018-04-05")]
    assert ["text", "dateline", "url"] == [s.origin for s in with_dateline(said, line)]
    assert said == with_dateline(said, None)
