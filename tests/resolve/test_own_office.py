"""Offices on the official pages that are theirs: the page's own holder, unless another one's is meant."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs

from facta.records import Party, Reading

Step = Callable[[Reading], Reading]
WHITE_HOUSE = "https://bidenwhitehouse.archives.gov/briefing-room/1"
KREMLIN = "http://en.kremlin.ru/events/president/news/1"


def on(page: Reading, url: str | None, site: str | None = None) -> Reading:
    return structs.replace(page, page=structs.replace(page.page, url=url, site=site))


def first(resolve: Step, page: Reading, url: str | None) -> tuple[Party, ...]:
    """The parties of a page's only event."""
    (found,) = resolve(on(page, url)).events
    return (*found.actors, *found.recipients)


@pytest.mark.parametrize(
    ("url", "date", "name"),
    [
        (WHITE_HOUSE, "2023-11-22", "Joe Biden"),
        ("https://trumpwhitehouse.archives.gov/2", "2019-11-22", "Donald Trump"),
        (KREMLIN, "2010-11-22", "Dmitry Medvedev"),
        (KREMLIN, "2023-11-22", "Vladimir Putin"),
        ("https://www.president.gov.ua/en/news/3", "2023-11-22", "Volodymyr Zelenskyy"),
        ("https://www.bbc.co.uk/news/4", "2024-11-22", "Javier Milei"),
        (None, "2024-11-22", "Javier Milei"),
    ],
)
def test_the_president_of_a_presidencys_page_is_its_own(resolve: Step, build: Any, url: str | None, date: str, name: str) -> None:
    """Whoever holds the office on the day, after others of that office have been named as before."""
    text = "A call was held with President Javier Milei of Argentina. The President praised the country's farmers."
    event = build.event(text, "praised", type="SUPPORT", actors=(build.party(text, "President", 2),))
    assert name == first(resolve, build.reading(text, date, events=(event,)), url)[0].name


def test_whom_the_own_president_acts_on_is_another(resolve: Step, build: Any) -> None:
    """Nobody congratulates himself."""
    text = "President Biden spoke with President Javier Milei of Argentina. Mr. Biden congratulated the President."
    president = build.party(text, "President", 3)
    event = build.event(text, "congratulated", type="SUPPORT", actors=("Mr. Biden",), recipients=(president,))
    assert ["USA", "ARG"] == [p.country for p in first(resolve, build.reading(text, "2024-01-22", events=(event,)), WHITE_HOUSE)]


def test_who_opened_the_sentence_before_is_gone_on_about(resolve: Step, build: Any) -> None:
    """Where the own one has not been named since; who is but told of in it is not."""
    for before, country in (
        ("President Javier Milei of Argentina arrived.", "ARG"),
        ("They spoke of President Javier Milei of Argentina.", "USA"),
        ("President Javier Milei of Argentina was met by President Biden.", "USA"),
    ):
        text = f"{before} The president praised the hosts."
        event = build.event(text, "praised", type="SUPPORT", actors=("president",))
        assert country == first(resolve, build.reading(text, "2024-01-22", events=(event,)), WHITE_HOUSE)[0].country


def test_an_office_that_the_own_state_lacks_is_anothers(resolve: Step, build: Any) -> None:
    """A king on a page of a presidency is the one named before."""
    text = "President Biden spoke with King Charles III. The President congratulated the King."
    parties = build.party(text, "President", 2), build.party(text, "King", 2)
    event = build.event(text, "congratulated", type="SUPPORT", actors=parties[:1], recipients=parties[1:])
    found = first(resolve, build.reading(text, "2023-04-04", events=(event,)), WHITE_HOUSE)
    assert [("USA", "Joe Biden"), ("GBR", "Charles III")] == [(p.country, p.name) for p in found]


@pytest.mark.parametrize("before", ["our ", "your "])
def test_a_speakers_own_president_is_not_the_pages(resolve: Step, build: Any, before: str) -> None:
    """A guest's words are on the host's page."""
    text = f"French Foreign Minister Jean-Marc Ayrault: We know that {before}President praised it."
    event = build.event(text, "praised", type="SUPPORT", actors=("President",))
    assert "Vladimir Putin" != first(resolve, build.reading(text, "2016-04-19", events=(event,)), KREMLIN)[0].name


@pytest.mark.parametrize(
    ("url", "words", "who"),
    [
        ("https://www.state.gov/1", "The Secretary", ("Antony Blinken", "USA")),
        ("https://www.defense.gov/News/1", "The Secretary", ("Lloyd Austin", "USA")),
        ("https://www.fmprc.gov.cn/eng/1", "The Minister", ("Wang Yi", "CHN")),
        ("https://www.state.gov/1", "The President", ("Joe Biden", "USA")),
        ("https://www.pmindia.gov.in/en/1", "The Prime Minister", ("Narendra Modi", "IND")),
        ("https://www.nato.int/cps/1", "The Secretary General", (None, "NAT")),
        ("https://press.un.org/en/1", "The Secretary-General", (None, "UNO")),
    ],
)
def test_short_titles_are_those_of_the_pages_office(
    resolve: Step, build: Any, url: str, words: str, who: tuple[str, str]
) -> None:
    """On a ministry's page its minister, and on a body's whoever leads it; other offices are the state's."""
    text = f"Talks about Kenya were held. {words} praised Kenya's farmers."
    event = build.event(text, "praised", type="SUPPORT", actors=(words,))
    (found, *_) = first(resolve, build.reading(text, "2023-11-22", events=(event,)), url)
    assert who == (found.name, found.country)


def test_a_guest_of_the_office_is_known_by_another_title(resolve: Step, build: Any) -> None:
    """On a secretary's page the minister; the secretary is the page's own whoever opens the sentence."""
    text = "A call with Israeli Foreign Minister Israel Katz. The Minister thanked the Secretary."
    parties = build.party(text, "Minister", 2), build.party(text, "Secretary")
    event = build.event(text, "thanked", type="SUPPORT", actors=parties[:1], recipients=parties[1:])
    page = build.reading(text, "2024-04-16", events=(event,))
    assert ["Israel Katz", "Antony Blinken"] == [p.name for p in first(resolve, page, "https://www.state.gov/1")]


def test_a_guest_of_the_office_is_known_by_who_acts_on_him(resolve: Step, build: Any) -> None:
    """Where both have one title."""
    text = "A call with Israeli Foreign Minister Israel Katz. Foreign Minister Yoko Kamikawa thanked the Minister."
    parties = "Foreign Minister Yoko Kamikawa", build.party(text, "Minister", 3)
    event = build.event(text, "thanked", type="SUPPORT", actors=parties[:1], recipients=parties[1:])
    page = build.reading(text, "2024-04-16", events=(event,))
    assert ["Yoko Kamikawa", "Israel Katz"] == [p.name for p in first(resolve, page, "https://www.mofa.go.jp/1")]


def test_another_office_named_of_others_is_not_the_pages(resolve: Step, build: Any) -> None:
    """The Prime Minister on a president's page is the guest named there."""
    text = "Vladimir Putin met with Prime Minister of India Narendra Modi. The Prime Minister praised the talks."
    event = build.event(text, "praised", type="SUPPORT", actors=(build.party(text, "Prime Minister", 2),))
    assert "IND" == first(resolve, build.reading(text, "2023-11-22", events=(event,)), KREMLIN)[0].country


def test_a_body_named_before_others_is_of_the_pages_state(resolve: Step, build: Any) -> None:
    """On any host below a government's domain, listed or not."""
    text = "The government summoned the Kenyan ambassador."
    event = build.event(text, "summoned", type="ACCUSE", actors=("government",), recipients=("Kenyan ambassador",))
    assert "NZL" == first(resolve, build.reading(text, "2023-11-22", events=(event,)), "https://www.customs.govt.nz/1")[0].country


def test_the_page_goes_by_its_name_and_is_controlled_by_its_state(resolve: Step, build: Any) -> None:
    """Where the page has but its host; a name that is told stays."""
    text = "China praised Kenya."
    own = (build.Source(name="en.kremlin.ru", kind="outlet"),)
    event = build.event(text, "praised", type="SUPPORT", actors=("China",), recipients=("Kenya",), assertion=own)
    found = resolve(on(build.reading(text, "2023-11-22", events=(event,)), KREMLIN, "en.kremlin.ru"))
    (source,) = found.events[0].assertion
    assert ("Kremlin", "Kremlin", "outlet", True) == (found.page.site, source.name, source.kind, source.state_controlled)
    told = resolve(on(build.reading(text, "2023-11-22"), KREMLIN, "President of Russia"))
    assert "President of Russia" == told.page.site


@pytest.mark.parametrize(
    ("site", "url", "name"),
    [
        ("bbc.co.uk", "https://www.bbc.co.uk/news/1", "BBC"),
        ("BBC News", "https://www.bbc.co.uk/news/1", "BBC News"),
        ("leeds.gov.uk", "https://www.leeds.gov.uk/1", "leeds.gov.uk"),
        ("gov.uk", "https://www.gov.uk/1", "GOV.UK"),
        ("gazette.example", "https://gazette.example/1", "gazette.example"),
    ],
)
def test_a_host_goes_by_the_name_that_the_tables_have(resolve: Step, build: Any, site: str, url: str, name: str) -> None:
    """So that pages of one outlet count as such whether they tell its name or not."""
    assert name == resolve(on(build.reading("China praised Kenya."), url, site)).page.site
