"""What each post says."""

import pytest

from facta.read.generic.evidence import gather
from facta.read.generic.telling import read, unpinged
from tests.read.generic.area_makers import areas

HEAD = '<b class="author">Ada</b> <time>5 May 2021</time>'


def told(*posts: str) -> list[str]:
    """The texts of posts."""
    found = areas(*(f'<div class="x">{post}</div>' for post in posts))
    evidence = gather(found[0].item.getroottree().getroot())
    who_and_when = {*evidence.authors, *(d.element for d in evidence.dates)}
    return read(found, [[e for e in area.own if e in who_and_when] for area in found], evidence.controls)


@pytest.mark.parametrize(
    ("post", "text"),
    [
        (f"{HEAD}<p>One is here.</p><p>Two is there.</p><a>Reply</a>", "One is here.\n\nTwo is there."),
        (f"{HEAD}<div class='body'>One<br>two</div><div class='votes'>12 likes</div>", "One\ntwo"),
        (f"{HEAD} One is here, loose.<a>Reply</a>", "One is here, loose."),
        (f"{HEAD}: <br>One is here, loose.", "One is here, loose."),
        (f"{HEAD}<p>🦊🦊🦊</p>", "🦊🦊🦊"),
        (f"{HEAD}<p>Я согласен.</p>", "Я согласен."),
        (f"{HEAD}<p style='display: none'>Hidden words of many.</p><p>Seen.</p>", "Seen."),
        (f"{HEAD}<script>evil()</script><p>Seen.</p>", "Seen."),
        (f"{HEAD}<p>One.</p><div class='signature'>My page</div>", "One."),
        (f"{HEAD}<blockquote>You said so.</blockquote><p>No.</p>", "You said so.\n\nNo."),
        (HEAD, ""),
    ],
)
def test_a_post_is_its_words_without_who_when_and_buttons(post: str, text: str) -> None:
    """Nothing hidden, no script, no signature."""
    assert [text] == told(post)


def test_what_is_printed_beside_every_post_is_nobodys() -> None:
    """But a post that says it once keeps it."""
    label = "<p>Rank {} of the board</p>"
    posts = [f"{HEAD}{label.format(n)}<p>Words of number {w}.</p>" for n, w in enumerate(("one", "two", "three", "four"))]
    assert [f"Words of number {w}." for w in ("one", "two", "three", "four")] == told(*posts)
    assert ["Rank 1 of the board"] == told(f"{HEAD}{label.format(1)}")


def test_a_form_that_only_wraps_a_post_hides_nothing() -> None:
    """One that asks readers for something is no text."""
    wrapped = f"<form><input type='hidden'>{HEAD}<p>One is here.</p></form>"
    asking = f"{HEAD}<p>One is here.</p><form><textarea></textarea>Your answer</form>"
    assert ["One is here."] * 2 == [*told(wrapped), *told(asking)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Pingback: A page", "A page"),
        ("trackbacks A page", "A page"),
        ("Pingback", ""),
        ("Pingbacks are dull", "are dull"),
        ("pinging", "pinging"),
        ("A Pingback: x", "A Pingback: x"),
        ("", ""),
    ],
)
def test_a_pingback_is_told_without_the_word(text: str, left: str) -> None:
    """Only at its beginning, and only the whole word."""
    assert left == unpinged(text)
