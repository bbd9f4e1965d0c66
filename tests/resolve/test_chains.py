"""Links of a chain of sources: what they are, whether they are named, whether a state controls them."""

import pytest

from facta.records import Source
from facta.resolve import Tables
from facta.resolve.chains import describe, publisher


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


@pytest.mark.parametrize(
    ("site", "url", "expected"),
    [
        (None, "https://en.kremlin.ru/1", ("Kremlin", "RUS", True, "state")),
        ("President of Russia", None, ("Kremlin", "RUS", True, "state")),
        ("kremlin.ru", None, ("Kremlin", "RUS", True, "state")),
        ("Anything", "https://2009-2017.state.gov/r/1", ("US State Department", "USA", True, "foreign")),
        (None, "https://www.gov.uk/government/news/1", ("GOV.UK", "GBR", True, "")),
        (None, "https://www.leeds.gov.uk/1", ("", "GBR", True, "")),
        (None, "https://www.centcom.mil:443/1", ("", "USA", True, "")),
        (None, "https://www.eeas.europa.eu/1", ("EU External Action Service", "EUU", True, "foreign")),
        (None, "https://frontex.europa.eu/1", ("European Union", "EUU", True, "")),
        ("petra.gov.jo", "https://petra.gov.jo/1", ("Petra News Agency", "JOR", True, None)),
        ("Tass", "https://example.com/1", ("Tass", "RUS", True, None)),
    ],
)
def test_a_page_is_whose_site_it_stands_on(
    site: str | None, url: str | None, expected: tuple[str, str, bool, str | None], tables: Tables
) -> None:
    """A government's by its address or its site's name, a listed outlet's below a government's domain, else an outlet's."""
    found = publisher(site, url, tables)
    assert found and expected == (found.name, found.country, found.state_controlled, found.portfolio)


@pytest.mark.parametrize(("site", "url"), [(None, None), ("Gazette", "https://gazette.example/1"), ("gov.example", None)])
def test_other_pages_are_nobodys_known(site: str | None, url: str | None, tables: Tables) -> None:
    """`gov` tells a government only where it ends a host, or a country's domain stands behind it."""
    assert publisher(site, url, tables) is None


def test_a_government_named_in_a_text_is_no_outlet(tables: Tables) -> None:
    """Only whose page it is speaks as one."""
    found = describe(Source(name="White House", kind="institution", start=4, end=15), "The White House said no.", tables)
    assert ("institution", None) == (found.kind, found.state_controlled)
