"""Whether people talk to each other."""

import pytest

from facta.read.generic.talk import weight
from facta.read.posts import Post


def said(*posts: tuple[str | None, str]) -> list[Post]:
    """Posts of authors and texts."""
    return [Post(author=author, text=text) for author, text in posts]


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ([("Ada Lo", "One."), ("Ben Ho", "Two."), ("Cem Oz", "Three.")], 0.0),
        ([("ada_lo", "One."), ("Ben Ho", "Two."), ("Cem Oz", "Three.")], 1.0),
        ([("Ada Lo", "One."), ("Ben Ho", "Ada, you are wrong."), ("Cem Oz", "Three.")], 1.5),
        ([("Ada Lo", "One."), ("Ben Ho", "@Ada no."), ("Cem Oz", "Three.")], 1.5),
        ([("Ada Lo", "One."), ("Ben Ho", "Two."), ("Ada Lo", "Three.")], 0.5),
        ([("Ada Lo", "One."), ("Ada Lo", "Two."), ("Ben Ho", "Three.")], 0.0),
        ([("ада", "Раз."), ("бен", "ада, нет."), ("ада", "Да.")], 3.0),
        ([(None, ""), (None, ""), (None, "")], 0.0),
    ],
)
def test_names_they_call_themselves_by_addresses_and_returns_each_count(
    posts: list[tuple[str | None, str]], expected: float
) -> None:
    """A name of two words with capitals is a reporter's as well."""
    assert expected == weight(said(*posts))


def test_who_comes_later_was_not_addressed() -> None:
    """Nor whoever writes a short word first."""
    assert 0.0 == weight(said(("Ada Lo", "Ben, look."), ("Ben Ho", "Yes."), ("Cem Oz", "No.")))
    assert 0.0 == weight(said(("Al Lo", "One."), ("Ben Ho", "Al, look."), ("Cem Oz", "No.")))


def test_of_two_posts_nothing_is_told() -> None:
    """Whatever stands in them."""
    assert [0.0, 0.0] == [weight(said(*[("ada_lo", "@ada_lo no.")] * n)) for n in (0, 2)]


def test_a_long_post_is_read_at_its_beginning_only() -> None:
    """A name behind many words addresses nobody."""
    assert 0.0 == weight(said(("Ada Lo", "One."), ("Ben Ho", "so " * 100_000 + "Ada, no."), ("Cem Oz", "Three.")))
