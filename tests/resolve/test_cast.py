"""Everybody whom a page names, by the words that name them."""

from typing import Any

from msgspec import structs

TEXT = "Saudi Arabia and South Korea Hold Talks\nSouth Korea and Saudi Arabia met."


def states(resolve: Any, build: Any, trigger: str, kind: str) -> dict[str, str | None]:
    """The states of parties of which a reader saw a part each, in a line of some kind."""
    event = build.event(TEXT, trigger, actors=(build.party(TEXT, "Arabia"), build.party(TEXT, "South")))
    reading = build.reading(TEXT, "2019-02-28", events=(event,))
    first, *others = reading.page.paragraphs
    page = structs.replace(reading.page, paragraphs=(structs.replace(first, kind=kind), *others))
    return {p.text: p.country for p in resolve(structs.replace(reading, page=page)).events[0].actors}


def test_part_of_a_states_name_in_a_headline_is_that_state(resolve: Any, build: Any) -> None:
    """Capitals everywhere hide from the reader where names end; a party's words stay as they are."""
    assert {"Arabia": "SAU", "South": "KOR"} == states(resolve, build, "Hold", "headline")


def test_elsewhere_words_mean_what_they_say(resolve: Any, build: Any) -> None:
    """Whole names were looked for when events were found."""
    assert "SAU" != states(resolve, build, "Hold", "body")["Arabia"]


def test_the_end_of_an_armed_groups_name_is_that_group(resolve: Any, build: Any) -> None:
    """Where a reader took the rest for something else (`Raqqa from Islamic | State last October`)."""
    text = "Fighters took Raqqa from Islamic State last October."
    event = build.event(text, "took", type="COERCE", recipients=("State",))
    (party,) = resolve(build.reading(text, "2018-02-28", events=(event,))).events[0].recipients
    assert party.country == "XIS"
