"""The elements that are one post each."""

import pytest

from facta.read.generic.evidence import gather
from facta.read.generic.repeats import MAX_TRIES, Repeats, candidates, commentness
from tests.read.generic.area_makers import element

POST = (
    '<div class="{name}" id="p{n}"><b class="author">{who}</b> <time>{n} May 2021</time><p>Words of number {n}.</p>{more}</div>'
)


def page(*posts: str) -> list[Repeats]:
    """What may be posts of a page."""
    return list(candidates(gather(element(f"<div>{''.join(posts)}</div>"))))


def post(n: int, name: str = "comment", who: str = "Ada", more: str = "<a>Reply</a>") -> str:
    """One post."""
    return POST.format(n=n, name=name, who=who, more=more)


def ids(found: Repeats) -> list[str | None]:
    """The posts' own names."""
    return [item.get("id") for item in found.items]


def test_elements_with_one_date_and_one_author_each_are_posts() -> None:
    """In their order, named by the name they share."""
    best = page(*(post(n) for n in (1, 2, 3)))[0]
    assert ["p1", "p2", "p3"] == ids(best)
    assert ".comment" in best.names


def test_what_is_named_like_another_list_is_no_thread() -> None:
    """Teasers have authors and dates as well."""
    teaser = '<div class="teaser"><b class="author">Ada</b> <time>{} May 2021</time><p>Words.</p></div>'
    assert not any("teaser" in name for found in page(*(teaser.format(n) for n in (1, 2, 3))) for name in found.names)


def test_a_single_element_is_a_post_only_where_it_is_named_so() -> None:
    """And not where it is the box around all."""
    assert [["p1"]] == [ids(found) for found in page(post(1))][:1]
    assert [] == page(post(1, name="meta", more=""))


def test_posts_of_other_names_in_the_same_thread_belong_to_it() -> None:
    """Replies inside of comments."""
    reply = post(9, name="reply")
    best = page(post(1, more=f"<a>Reply</a>{reply}"), post(2), post(3))[0]
    assert {"p1", "p2", "p3", "p9"} == set(ids(best))


def test_a_removed_post_beside_the_others_is_one_of_them() -> None:
    """Though nobody is left to sign it."""
    gone = '<div class="comment" id="gone"><p>This comment was removed.</p></div>'
    assert "gone" in ids(page(post(1), post(2), gone, post(3))[0])


def test_a_page_without_dates_and_authors_has_none() -> None:
    """However many elements share a name."""
    assert [] == page(*['<div class="comment"><p>Words.</p></div>'] * 5)
    assert [] == page()


def test_only_so_many_sets_are_tried() -> None:
    """A page that repeats itself in many ways costs no more."""
    nested = "".join(f'<div class="comment{chr(97 + n)} message{chr(97 + n)}">' for n in range(12))
    posts = [f"{nested}{post(n)}{'</div>' * 12}" for n in range(1, 5)]
    assert 0 < len(page(*posts)) <= MAX_TRIES


@pytest.mark.parametrize(
    ("name", "expected"),
    [("@Comment", 3), (".comment-list", 2), (".kommentar", 2), (".post", 1), (".x", 0), ("<li>", 0), (".related-comment", -1)],
)
def test_a_name_says_how_surely_its_elements_are_posts(name: str, expected: float) -> None:
    """A schema's most of all."""
    assert expected == commentness(name)
