"""A side that has some of a row has all of it."""

from typing import Any

import pytest


def sides(resolve: Any, build: Any, text: str, actors: tuple[str, ...], recipients: tuple[str, ...] = ()) -> Any:
    """The states on both sides of an act."""
    event = build.event(text, "signed", type="AGREE", actors=actors, recipients=recipients)
    done = resolve(build.reading(text, "2019-02-28", events=(event,))).events[0]
    return [p.country for p in done.actors], [p.country for p in done.recipients]


def test_a_long_row_is_seen_whole(resolve: Any, build: Any) -> None:
    """A reader may lose both ends of it; its order is the text's."""
    text = "Envoys of Peru, Chile, the United States, Iran, Kenya and the EU signed an accord."
    assert sides(resolve, build, text, ("Chile", "Iran"))[0] == ["PER", "CHL", "USA", "IRN", "KEN", "EUU"]
    text = "Ghana signed for Peru, Chile and Iran."
    assert sides(resolve, build, text, ("Ghana",), ("Peru", "Iran"))[1] == ["PER", "CHL", "IRN"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Peru, Chile and Iran signed.", ("Peru",), ()),
        ("Peru, Chile and Iran signed.", ("Peru", "Chile"), ("Iran",)),
        ("In Lima, Peru, Chile and Iran signed.", ("Lima", "Iran"), ()),
        ("Peru and Chile, Iran signed.", ("Peru", "Chile"), ()),
        ("Beside Peru, Chile and Iran, Angela Merkel and Emmanuel Macron signed.", ("Angela Merkel", "Emmanuel Macron"), ()),
        ("In Lima, Angela Merkel and Emmanuel Macron signed.", ("Angela Merkel", "Emmanuel Macron"), ()),
        ("The leaders of Peru, Chile and Iran signed.", ("leaders of Peru, Chile and Iran",), ()),
        ("Peru, Chile and Iran's rulers signed.", ("Peru", "Chile"), ()),
        (
            "Xi Jinping, President of China, Vladimir Putin and Angela Merkel, Chancellor of Germany, signed.",
            ("Xi Jinping, President of China", "Vladimir Putin"),
            (),
        ),
    ],
)
def test_what_may_be_no_row_of_parties_stays(resolve: Any, build: Any, text: str, actors: Any, recipients: Any) -> None:
    """One was seen, or all as one; one is on the other side; a town precedes its state, a place a person; or no last `and`."""
    found = sides(resolve, build, text, actors, recipients)
    assert (len(actors), len(recipients)) == (len(found[0]), len(found[1]))


def test_a_row_may_be_of_persons(resolve: Any, build: Any) -> None:
    """With their titles; two whom a reader took for one are two."""
    text = "Russian President Vladimir Putin, Xi Jinping and German Chancellor Angela Merkel signed."
    assert sides(resolve, build, text, ("Vladimir Putin", "Angela Merkel"))[0] == ["RUS", "CHN", "DEU"]
    assert sides(resolve, build, text, ("Putin", "Xi Jinping and German Chancellor Angela Merkel"))[0] == ["RUS", "CHN", "DEU"]
    text = "Envoys of Peru, Chile and Iran signed."
    assert sides(resolve, build, text, ("Envoys of Peru, Chile", "Iran"))[0] == ["PER", "CHL", "IRN"]


def test_an_office_behind_a_name_is_no_member_of_a_row(resolve: Any, build: Any) -> None:
    """The words of a party that hold both stay together."""
    text = "Xi Jinping, the President of China and Angela Merkel signed."
    whole = ("Xi Jinping, the President of China", "Angela Merkel")
    event = build.event(text, "signed", type="AGREE", actors=whole)
    assert whole == tuple(p.text for p in resolve(build.reading(text, "2019-02-28", events=(event,))).events[0].actors)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Togo and Ghana thanked Peru.", "thanked", ["Togo", "Ghana"]),
        ("In a statement, Togo and Ghana have thanked Peru.", "thanked", ["Togo", "Ghana"]),
        ("He said that Togo and Ghana thanked Peru.", "thanked", ["Togo", "Ghana"]),
        ("Peru met Togo and Ghana thanked it.", "thanked", ["Ghana"]),
        ("Togo and Ghana, which thanked Peru, left.", "thanked", ["Ghana"]),
    ],
)
def test_two_states_that_open_a_clause_both_act(resolve: Any, build: Any, text: str, trigger: str, expected: list[str]) -> None:
    """Where a reader saw only the one right before the verb, and the other can be nothing else."""
    event = build.event(text, trigger, actors=("Ghana",), recipients=("Peru",))
    assert expected == [p.text for p in resolve(build.reading(text, "2018-03-01", events=(event,))).events[0].actors]
