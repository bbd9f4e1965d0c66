"""Links of a chain of sources: what they are, whether they are named, whether a state controls them."""

import pytest

from facta.records import Source
from facta.resolve import Tables
from facta.resolve.chains import describe


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("according to Tass", "Tass", ("agency", False, True)),
        ("the state-run Tass Russian News Agency said", "Tass Russian News Agency", ("agency", False, True)),
        ("Reuters reported", "Reuters", ("agency", False, False)),
        ("the New York Times wrote", "New York Times", ("outlet", False, False)),
        ("state media said", "state media", ("institution", False, True)),
        ("the Russian Ministry of Defense said", "Russian Ministry of Defense", ("institution", False, None)),
        ("two senior officials said", "two senior officials", ("institution", True, None)),
        ("a source close to the talks said", "a source", ("institution", True, None)),
        ("Defence Minister Sergei Shoigu said", "Defence Minister Sergei Shoigu", ("person", False, None)),
        ("the Chinese defence minister said", "the Chinese defence minister", ("person", False, None)),
    ],
)
def test_links_are_described(text: str, words: str, expected: tuple[str, bool, bool | None], tables: Tables) -> None:
    """Kind, anonymity and state control follow from the tables and from the words around the name."""
    start = text.index(words)
    found = describe(Source(name=words, kind="institution", start=start, end=start + len(words)), text, tables)
    assert expected == (found.kind, found.anonymous, found.state_controlled)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ankara", "institution"),
        ("a Paris florist", "person"),
        ("Moscow, Paris and Ankara", "institution"),
        ("Moscow and Sergei Shoigu", "person"),
        ("Pentagon chief, Ann Berg", "person"),
        ("host of Fox News, Ann Berg", "person"),
        ("US official, Ann Berg", "person"),
        ("Ann Berg and US officials", "person"),
    ],
)
def test_capitals_are_institutions_and_of_several_speakers_one_person_is_enough(words: str, kind: str, tables: Tables) -> None:
    """A capital speaks for its government; none of these is anonymous, since a name is said."""
    found = describe(Source(name=words, kind="person", start=0, end=len(words)), words + " said no.", tables)
    assert (kind, False) == (found.kind, found.anonymous)


@pytest.mark.parametrize(
    ("name", "kind", "state"),
    [
        ("Newsweek", "outlet", False),
        ("https://www.rt.com/news/1", "outlet", True),
        ("xinhuanet.com", "agency", True),
        ("Gazette of Nowhere", "outlet", None),
    ],
)
def test_the_pages_own_outlet_is_known_by_name_or_domain(name: str, kind: str, state: bool | None, tables: Tables) -> None:
    """A link without offsets gets kind and flag where it is known, and keeps its kind where it is not."""
    found = describe(Source(name=name, kind="outlet"), "", tables)
    assert (kind, state) == (found.kind, found.state_controlled)


def test_readers_stay_readers(tables: Tables) -> None:
    """A commenter called Reuters is not the agency."""
    reader = Source(name="Reuters", kind="reader")
    assert reader == describe(reader, "", tables)
