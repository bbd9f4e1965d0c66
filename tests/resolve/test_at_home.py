"""A paper's own bodies, which it need not say the state of."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs

from facta.records import Event, Reading

Step = Callable[[Reading], Reading]


def coded(resolve: Step, reading: Reading, site: str | None) -> Event:
    """The first event of a page of a site."""
    return resolve(structs.replace(reading, page=structs.replace(reading.page, site=site))).events[0]


@pytest.mark.parametrize(
    ("site", "country"),
    [("theguardian.com", "GBR"), ("irishtimes.com", "IRL"), ("reuters.com", "RUS"), ("aljazeera.com", "RUS"), (None, "RUS")],
)
def test_a_body_named_before_any_other_state_is_the_papers_own(resolve: Step, build: Any, site: str | None, country: str) -> None:
    """Not with an agency or a broadcaster to the world, whose readers live everywhere."""
    text = "MPs have urged the government to seize Russian assets."
    event = build.event(text, "urged", type="REQUEST", actors=("MPs",), recipients=("government",))
    found = coded(resolve, build.reading(text, "2024-03-17", events=(event,)), site)
    assert [country, country] == [found.actors[0].country, found.recipients[0].country]


@pytest.mark.parametrize(
    ("before", "country"),
    [
        ("Kenyan police fired on a crowd.", "KEN"),
        ("Kenya is burying its dead.", "KEN"),
        ("In Nairobi shops stayed shut.", "KEN"),
        ("It rained.\nKenya was wet.", "KEN"),
        ("Three Kenyan miners were freed.", "KEN"),
        ("Ministers met on Monday about Kenya's grain.", "GBR"),
        ("Ministers met on Monday about Kenya's police.", "KEN"),
        ("Ministers received the Kenyan ambassador.", "GBR"),
        ("London waited for Kenya.", "GBR"),
    ],
)
def test_a_story_of_another_state_has_that_ones_bodies(resolve: Step, build: Any, before: str, country: str) -> None:
    """From where this one is named; if a body of one's own stood before that, from where a body of the other does."""
    text = f"{before} The opposition blamed the minister of finance."
    event = build.event(text, "blamed", type="ACCUSE", actors=("opposition",), recipients=("minister of finance",))
    assert country == coded(resolve, build.reading(text, "2024-03-17", events=(event,)), "bbc.co.uk").actors[0].country


def test_who_speaks_to_the_only_other_state_is_of_the_papers(resolve: Step, build: Any) -> None:
    """A minister who accuses China in an Australian paper is Australia's."""
    text = "China has tested a missile. The minister accused China of bullying."
    event = build.event(text, "accused", type="ACCUSE", actors=("minister",), recipients=(build.party(text, "China", 2),))
    assert coded(resolve, build.reading(text, "2024-03-17", events=(event,)), "smh.com.au").actors[0].country == "AUS"


def test_a_name_of_several_bodies_is_of_the_papers_state(resolve: Step, build: Any) -> None:
    """The Foreign Office of a Pakistani paper is Pakistan's."""
    text = "The Foreign Office summoned the Indian envoy."
    event = build.event(text, "summoned", type="ACCUSE", actors=("Foreign Office",), recipients=("Indian envoy",))
    assert coded(resolve, build.reading(text, "2024-03-17", events=(event,)), "dawn.com").actors[0].country == "PAK"


@pytest.mark.parametrize(
    ("site", "office", "own"),
    [
        ("theguardian.com", "prime minister", True),
        ("theguardian.com", "president", False),
        ("nytimes.com", "president", True),
        ("nytimes.com", "prime minister", False),
    ],
)
def test_a_paper_means_its_own_state_by_offices_that_this_has(
    resolve: Step, build: Any, site: str, office: str, own: bool
) -> None:
    """A British paper's president is another state's."""
    text = f"The {office} rejected the plan."
    event = build.event(text, "rejected", type="REJECT", actors=(office,))
    assert own == (coded(resolve, build.reading(text, "2024-03-17", events=(event,)), site).actors[0].country is not None)
