"""`Both sides` are the two named before, each a party of its own."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]
DAY = "2019-02-28"


def states(resolve: Step, build: Any, text: str, who: str, trigger: str = "agreed", **sides: Any) -> list[str | None]:
    """Of the actors of an act."""
    event = build.event(text, trigger, actors=(who,), **sides)
    return [p.country for p in resolve(build.reading(text, DAY, events=(event,))).events[0].actors]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Iran and Peru quarrel. Both sides agreed to talks.", "Both sides"),
        ("Iran and Peru quarrel. The two agreed to talks.", "two"),
        ("Iran and Peru quarrel. The two countries agreed to talks.", "countries"),
        ("Iran and Peru quarrel. It rains. Both foreign ministers agreed to talks.", "Both foreign ministers"),
    ],
)
def test_two_are_taken_apart(resolve: Step, build: Any, text: str, who: str) -> None:
    """In the order of their names, also where the party is only what follows `the two`."""
    assert states(resolve, build, text, who) == ["IRN", "PER"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran met Peru. Iran praised Peru. Chile and NATO watched. Both sides agreed to talks.", ["IRN", "PER"]),
        ("Iran met Peru. Iran praised Peru. Chile watched as NATO did. Both sides agreed to talks.", ["IRN", "PER"]),
        ("Iran met Peru. Chile met Cuba. Both sides agreed to talks.", ["CHL", "CUB"]),
        ("Peru met Cuba. The European Union praised Peru. Both sides agreed to talks.", ["PER", "CUB"]),
    ],
)
def test_two_that_a_page_is_about_come_before_the_last_two(resolve: Step, build: Any, text: str, expected: list[str]) -> None:
    """Those named at least twice as often as any third; and states come before bodies of states."""
    assert sorted(map(str, states(resolve, build, text, "Both sides"))) == sorted(expected)


@pytest.mark.parametrize(
    ("who", "names"), [("Both presidents", ["Emmanuel Macron", "Vladimir Putin"]), ("Both governments", ["France", "Russia"])]
)
def test_leaders_are_meant_by_leaders_alone(resolve: Step, build: Any, who: str, names: list[str]) -> None:
    """Other ministers are none, nor are presidents their governments."""
    text = f"Putin of Russia met Emmanuel Macron of France. Jean-Yves Le Drian met Sergei Lavrov. {who} agreed to talks."
    done = resolve(build.reading(text, DAY, events=(build.event(text, "agreed", actors=(who,)),))).events[0]
    assert sorted(str(p.name) for p in done.actors) == names


def test_they_are_governments_where_people_were_named_last(resolve: Step, build: Any) -> None:
    """Whoever thanks is not the citizens of whom the page tells before."""
    text = "Iran met Peru. Iranian students cheered Peruvian students. Both thanked Chile."
    event = build.event(text, "thanked", type="SUPPORT", actors=("Both",), recipients=("Chile",))
    sides = resolve(build.reading(text, DAY, events=(event,))).events[0].actors
    assert sorted((p.country, p.sector) for p in sides) == [("IRN", "GOV"), ("PER", "GOV")]


def test_a_place_named_last_stands_for_its_state(resolve: Step, build: Any) -> None:
    """Where the page names that."""
    text = "Iran and the Philippines quarrel. Iran blocked Sabina Shoal. Both sides agreed to talks."
    before = build.event(text, "blocked", actors=("Iran",), recipients=("Sabina Shoal",))
    after = build.event(text, "agreed", actors=("Both sides",))
    done = resolve(build.reading(text, DAY, events=(before, after))).events[1]
    assert sorted(str(p.name) for p in done.actors) == ["Iran", "Philippines"]


def test_a_reader_that_sees_each_word_for_itself_is_helped(resolve: Step, build: Any) -> None:
    """`Both` and `presidents` are one party, that is two states; nor do guesses for such words count as namings."""
    text = "Iran met Peru. Iran praised Peru in Cuba. Both presidents spoke. Both sides agreed to talks."
    spoke = build.event(text, "spoke", type="CONSULT", actors=("Both", "presidents"))
    agreed = build.event(text, "agreed", actors=("Both sides",))
    done = resolve(build.reading(text, DAY, events=(spoke, agreed))).events
    assert [sorted(str(p.country) for p in e.actors) for e in done] == [["IRN", "PER"]] * 2


def test_the_act_s_other_party_is_none_of_them(resolve: Step, build: Any) -> None:
    """Who urges both sides is a third."""
    text = "Iran and Peru quarrel. Chile urged both sides to talk."
    event = build.event(text, "urged", type="REQUEST", actors=("Chile",), recipients=("both sides",))
    done = resolve(build.reading(text, DAY, events=(event,))).events[0]
    assert [p.country for p in done.recipients] == ["IRN", "PER"]
    assert [p.text for p in done.recipients] == ["both sides", "both sides"]
    assert len({p.actor for p in done.recipients}) == 2


def test_armies_are_military(resolve: Step, build: Any) -> None:
    """What the two are called tells their sector."""
    text = "Iran and Peru quarrel. Both armies agreed to a truce."
    event = build.event(text, "agreed", type="AGREE", actors=("Both armies",))
    done = resolve(build.reading(text, DAY, events=(event,))).events[0]
    assert [(p.country, p.sector) for p in done.actors] == [("IRN", "MIL"), ("PER", "MIL")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Iran, Peru and Chile quarrel. Both sides agreed to talks.", "Both sides"),
        ("Iran and Peru quarrel. Two countries agreed to talks.", "Two countries"),
        ("Iran and Peru quarrel. Both women agreed to talks.", "Both women"),
        ("Iran is quiet. Both sides agreed to talks.", "Both sides"),
    ],
)
def test_where_no_two_are_meant_the_party_stays_whole(resolve: Step, build: Any, text: str, who: str) -> None:
    """Three, some two, other people, one."""
    assert len(states(resolve, build, text, who)) == 1


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        (
            "Iranian tanks left Lima, and officers of the two armies agreed to talks.",
            "officers of the two armies",
            ["IRN", "PER"],
        ),
        (
            "The Peruvian envoy called Tehran. 90 men of both countries agreed to talks.",
            "90 men of both countries",
            ["PER", "IRN"],
        ),
        ("Iranian tanks left Lima and Quito, and the two armies agreed to talks.", "the two armies", [None]),
    ],
)
def test_the_only_two_of_a_line_are_meant(resolve: Step, build: Any, text: str, who: str, expected: list[str | None]) -> None:
    """Though they are named by a people or a capital alone; of three nobody knows which."""
    found = states(resolve, build, text, who)
    assert len(found) == len(expected)
    assert None in expected or sorted(map(str, found)) == sorted(map(str, expected))


def test_a_reader_that_names_one_of_two_sides_is_corrected(resolve: Step, build: Any) -> None:
    """`The two sides` right before the act are its actors, though somebody else says so and one of them was named far off."""
    text = "Iran and Peru quarrel. The mayor of Lima said the two sides had agreed to talks."
    assert ["IRN", "PER"] == states(resolve, build, text, "Peru")
    apart = "Iran quarrels. The two sides of the hill had agreed to talks."
    assert ["IRN"] == states(resolve, build, apart, "Iran")


def test_one_of_the_two_from_a_sentence_before_is_no_third(resolve: Step, build: Any) -> None:
    """A reader may see him beside the words for both."""
    text = "Iran met Peru. Iran praised Peru. The two leaders last agreed in May."
    event = build.event(text, "agreed", actors=("Peru", "leaders"))
    done = resolve(build.reading(text, DAY, events=(event,))).events[0]
    assert sorted(str(p.country) for p in done.actors) == ["IRN", "PER"]


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Chile urged the two neighbours to talk.", "REQUEST", ["IRN", "PER"]),
        ("Chile urged both governments to talk.", "REQUEST", ["IRN", "PER"]),
        ("Chile urged both sides of the hill to talk.", "REQUEST", ["PER"]),
        ("Chile urged both on Monday to talk.", "REQUEST", ["PER"]),
        ("Chile urged the two neighbours to talk.", "CONSULT", ["PER"]),
    ],
)
def test_two_right_behind_an_act_receive_it(resolve: Step, build: Any, text: str, type: str, expected: list[str]) -> None:
    """Not whom a reader took from a sentence before, but for what is done with each other."""
    text = f"Iran met Peru. Iran praised Peru. {text}"
    event = build.event(text, "urged", type=type, actors=("Chile",), recipients=("Peru",))
    done = resolve(build.reading(text, DAY, events=(event,))).events[0]
    assert sorted(str(p.country) for p in done.recipients) == expected


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("The two Koreas agreed to talks.", "two Koreas", ["PRK", "KOR"]),
        ("The two\nKoreas agreed to talks.", "two\nKoreas", ["PRK", "KOR"]),
        ("Seoul is in South Korea. The Koreas agreed to talks.", "Koreas", ["PRK", "KOR"]),
        ("Leaders of the two Sudans agreed to talks.", "Leaders of the two Sudans", ["SDN", "SSD"]),
    ],
)
def test_two_of_one_name_are_two_states(resolve: Step, build: Any, text: str, who: str, expected: list[str]) -> None:
    """Whether the page names them elsewhere or not."""
    assert states(resolve, build, text, who) == expected


@pytest.mark.parametrize("seen", [("Both", "Koreas"), ("Both",), ("Koreas",), ("Both Koreas",)])
def test_a_word_that_counts_the_two_is_of_their_party(resolve: Step, build: Any, seen: tuple[str, ...]) -> None:
    """A reader may take `Both Koreas` for two parties, or see one of the words."""
    text = "Both Koreas agreed to talks."
    event = build.event(text, "agreed", actors=seen)
    assert ["PRK", "KOR"] == [p.country for p in resolve(build.reading(text, DAY, events=(event,))).events[0].actors]
