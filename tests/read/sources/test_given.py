"""What every kind of source is asked about, and who answers first."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _given
from facta.read.sources._given import Given, items, stating, supplied


def raw(**fields: Any) -> Raw:
    """A page as a source delivers it."""
    return Raw(source="s", key_source="s", form="text", data="Peru met Chile.", **fields)


def test_what_others_say_fills_in_and_never_overwrites() -> None:
    """Nothing said fills in nothing."""
    page = raw(title="Own")
    told = supplied(page, title="Other", published="2018-04-03", outlet=None, byline=("Ada Lo",))
    assert ("Own", "2018-04-03", None, ("Ada Lo",)) == (told.title, told.published, told.outlet, told.byline)
    assert page is supplied(page, title=None, published="", outlet=None)


def test_what_a_source_says_itself_is_remembered() -> None:
    """Before others fill in the rest."""
    assert frozenset({"title", "outlet"}) == stating(raw(title="T", outlet="O", published="")).stated
    assert frozenset() == stating(raw()).stated


def test_an_unopened_source_is_no_open_one() -> None:
    """Whoever asks for its content is told which."""
    with pytest.raises(AssertionError, match=r"a\.html is not open"):
        _ = Given(spec="a.html").opened


def test_kinds_are_asked_in_their_order_and_the_last_takes_any_text() -> None:
    """None is asked twice."""
    orders = [kind.ORDER for kind in _given.kinds()]
    assert sorted(orders) == orders
    assert len(set(map(id, _given.kinds()))) == len(orders) > 8


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("a.html", True),
        ("A.HTML.GZ", True),
        ("a.txt.zst", True),
        ("a.png", False),
        ("html", False),
        ("", False),
        ("a.html.png", False),
    ],
)
def test_files_nobody_named_are_taken_by_their_ending(name: str, taken: bool) -> None:
    """Compressed or not; the words for people say the same."""
    assert taken == _given.is_taken(name)
    assert all(suffix in _given.taken() for suffix in _given.suffixes())


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (InputError("is empty."), "is empty."),
        (OSError(5, "Input/output error"), "cannot be read: Input/output error."),
        (OSError("odd"), "cannot be read: odd."),
    ],
)
def test_what_ends_a_source_early_is_its_last_failure(monkeypatch: pytest.MonkeyPatch, error: Exception, message: str) -> None:
    """The pages before it come through."""

    def pages(given: Given, options: Options) -> Iterator[Raw]:
        yield raw()
        raise error

    kind = SimpleNamespace(ORDER=0, SUFFIXES=(), claims=lambda given, options: True, items=pages)
    monkeypatch.setattr(_given, "kinds", lambda: (kind,))
    assert [raw(), Failure(source="x", message=message)] == list(items(Given(spec="x"), Options()))
