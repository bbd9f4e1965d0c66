"""When each post was written."""

import pytest

from facta.read.generic.dating import is_edit, read
from facta.read.generic.evidence import gather
from tests.read.generic.area_makers import areas, element


def dates(*posts: str) -> list[tuple[str | None, str | None]]:
    """Text and stamp of the date of each post."""
    found = areas(*(f'<div class="x">{post}<p>Some words of a post.</p></div>' for post in posts))
    evidence = gather(found[0].item.getroottree().getroot())
    return [(d.text, d.stamp) for d in read(found, evidence.dates)]


@pytest.mark.parametrize(
    ("post", "text", "stamp"),
    [
        ('<time datetime="2021-05-05T10:00">5 May</time>', "5 May", "2021-05-05T10:00"),
        ('<span class="date">(5 May 2021)</span>', "5 May 2021", None),
        ("<span>5 May 2021</span> <span>10:15</span>", "5 May 2021 10:15", None),
        ('<span data-timestamp="1620208800">then</span>', "then", "2021-05-05T10:00:00+00:00"),
        ('<span data-timestamp="1620208800000">then</span>', "then", "2021-05-05T10:00:00+00:00"),
        ('<span class="fecha">hace 3 días</span>', "hace 3 días", None),
        ("<b>Ada</b>", None, None),
    ],
)
def test_a_date_is_told_as_read_and_as_a_stamp(post: str, text: str | None, stamp: str | None) -> None:
    """Its hour may stand in the next element; seconds since 1970 become a day."""
    assert [(text, stamp)] == dates(post)


def test_when_a_post_was_edited_is_not_when_it_was_written() -> None:
    """Though it stands first."""
    post = '<i class="edited">Edited 7 May 2021</i><i>{} May 2021</i>'
    assert ["4 May 2021", "5 May 2021"] == [text for text, _ in dates(post.format(4), post.format(5))]


def test_a_date_that_is_quoted_is_anothers() -> None:
    """It stands in somebody's words."""
    assert [("5 May 2021", None)] == dates("<blockquote><time>1 May 2021</time></blockquote><time>5 May 2021</time>")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p><b>Ada</b> joined <i>5 May 2021</i></p>", True),
        ("<p>Modifié le <i>5 May 2021</i></p>", True),
        ("<p><i>изменено 5 May 2021</i></p>", True),
        ('<p><i class="member-since">5 May 2021</i></p>', True),
        ("<p>posted <i>5 May 2021</i></p>", False),
        ("<p><i>5 May 2021</i> edited</p>", False),
    ],
)
def test_words_before_a_date_tell_of_an_edit(source: str, expected: bool) -> None:
    """In it, right before it, or among its names; in any case."""
    (dated,) = gather(element(source)).dates
    assert expected == is_edit(dated)
