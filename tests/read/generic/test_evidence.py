"""What on a page may belong to a post."""

import pytest

from facta.read.generic.evidence import gather, short
from tests.read.generic.area_makers import element


def found(source):
    return gather(element(f"<div>{source}</div>"))


@pytest.mark.parametrize(
    ("source", "text", "stamp", "sure"),
    [
        ('<time datetime="2021-05-05T10:00">5 May</time>', "5 May", "2021-05-05T10:00", 2),
        ("<time>Monday</time>", "Monday", None, 2),
        ('<span class="date">5 May 2021</span>', "5 May 2021", None, 2),
        ("<span>5 May 2021</span>", "5 May 2021", None, 2),
        ("<p>5 May 2021<br>They met</p>", "5 May 2021", None, 1),
        ("<span>They met on 5 May 2021 in Ankara again</span>", "5 May 2021", None, 0),
        ('<span data-timestamp="1620208800">then</span>', "then", "1620208800", 1),
        ('<span title="2021-05-05 10:00">a day ago</span>', "a day ago", "2021-05-05 10:00", 2),
        ('<a title="Wednesday, May 5, 2021 9:01 PM">6 years ago</a>', "6 years ago", "Wednesday, May 5, 2021 9:01 PM", 2),
        ('<abbr title="Wednesday, 5 May 2021 at 17:10">3 y</abbr>', "3 y", "Wednesday, 5 May 2021 at 17:10", 1),
        ('<a title="They met in May 2021">6 years ago</a>', "6 years ago", None, 2),
    ],
)
def test_an_element_says_when_more_or_less_surely(source, text, stamp, sure):
    """By its markup, by holding nothing else, or among words."""
    (date,) = found(source).dates
    assert (text, stamp, sure) == (date.text, date.stamp, date.sure)


def test_of_dates_inside_each_other_one_counts():
    """The surer, else the inner."""
    (date,) = found('<span class="date">5 May 2021 <time datetime="2021-05-05">5 May 2021</time></span>').dates
    assert "time" == date.element.tag


def test_authors_are_named_so_and_short():
    """Not avatars, nor buttons, nor what is quoted."""
    page = found(
        '<b class="author">Ada</b><i class="author avatar">x</i><a class="author">Reply</a>'
        '<blockquote><b class="author">Ben</b></blockquote><b class="author">' + "long " * 60 + "</b>"
    )
    assert ["Ada"] == [short(e) for e in page.authors]
    assert ["Reply"] == [e.text for e in page.controls]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p> two \n words </p>", "two words"),
        ("<p>two <b>words</b></p>", "two words"),
        ("<p></p>", None),
        ("<p>" + "x" * 400 + "</p>", None),
        ("<p>" + "<b>a</b>" * 6 + "</p>", None),
    ],
)
def test_the_words_of_a_small_element(source, words):
    """None without, or with many."""
    assert words == short(element(source))


def test_scripts_and_an_empty_page_say_nothing():
    """However much they hold."""
    page = found("<script>5 May 2021</script><svg>5 May 2021</svg>")
    assert ((), (), frozenset()) == (page.dates, page.authors, page.controls)
