"""One story of the tellings of one act: what most say, how surely, and who tells it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.stories.story import dyads, merged, named, order
from facta.values.ident import ident
from tests.stories.row_makers import DAY, row

APRIL, MAY = (date(2018, 4, 1), date(2018, 4, 30)), (date(2018, 5, 1), date(2018, 5, 31))


def telling(page, confidence=0.5, **fields):
    """A telling of a page of its own."""
    return row(page_no=page, id=f"e{page}", key=chr(96 + page), confidence=confidence, terms=[], standing=None, **fields)


def story(*rows, copies=None, states=None):
    """The story of tellings; pages are texts of their own unless `copies` groups them."""
    tells = sorted(rows, key=order)
    texts = {r["page_no"]: str(r["page_no"]) for r in rows} | (copies or {})
    return merged([{**r, "own_state": (states or {}).get(r["outlet"])} for r in tells], texts)


@pytest.mark.parametrize("said", ["page", "url", "title", "around"])
def test_tellings_of_a_day_are_sorted_by_what_they_say_before_their_keys(said):
    """A key may come from the folder that a page was read from."""
    rows = [telling(1) | {said: "2"}, telling(2) | {said: "1"}]
    assert [2, 1] == [r["page_no"] for r in sorted(rows, key=order)]


def test_tellings_are_sorted_by_day_then_key_and_the_undated_come_last():
    """The first names the story, so that later ones don't change it."""
    rows = [telling(2), telling(3, published_day=None), telling(4, published_day=date(2018, 4, 2)), telling(1)]
    assert [4, 1, 2, 3] == [r["page_no"] for r in sorted(rows, key=order)]
    assert ident("s", "d", "e4") == named(rows) == named(rows[::-1])


def test_what_most_confidence_says_is_so():
    """As a whole, and of equals what the earliest says."""
    ours, theirs = {"actor_countries": ["CHN"]}, {"actor_countries": ["RUS"]}
    assert ["RUS"] == story(telling(1, 0.6, **ours), telling(2, 0.4, **theirs), telling(3, 0.4, **theirs))["actor_countries"]
    assert ["CHN"] == story(telling(1, 0.5, **ours), telling(2, 0.5, **theirs))["actor_countries"]


TO_NOBODY = {"actor_countries": ["CHN"], "recipient_countries": [], "symmetric": False}


@pytest.mark.parametrize(
    "fuller",
    [{"recipient_countries": ["TWN"]}, {"actor_countries": ["CHN", "RUS"], "symmetric": True}],
)
def test_who_names_no_other_side_does_not_deny_one(fuller):
    """However sure they are, and however many; evidence and mode are those of the telling that names it."""
    fuller = TO_NOBODY | fuller
    made = story(telling(1, 0.9, **TO_NOBODY), telling(2, 0.8, **TO_NOBODY), telling(3, 0.3, **fuller))
    assert fuller == {name: made[name] for name in fuller}
    assert "e3" == made["event"]


@pytest.mark.parametrize("other", [{"type": "ASSAULT"}, {"actor_countries": ["RUS"]}])
def test_another_act_or_actor_does_not_name_the_other_side(other):
    """What is elected keeps its own parties."""
    made = story(telling(1, 0.9, **TO_NOBODY), telling(2, 0.3, **TO_NOBODY | {"recipient_countries": ["TWN"]} | other))
    assert TO_NOBODY == {name: made[name] for name in TO_NOBODY}


def test_copies_of_a_text_have_one_vote():
    """Of the surest; but every report and outlet is counted."""
    rows = [telling(1, 0.5), telling(2, 0.8, outlet="Post"), telling(3, 0.5)]
    made = story(*rows, copies={1: "x", 2: "x"})
    assert (3, 3, 2, 2) == (made["n_events"], made["n_reports"], made["n_outlets"], made["n_independent"])
    assert pytest.approx(1 - 0.2 * 0.5) == made["confidence"]
    assert "e2" == made["event"]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_more_texts_never_make_it_less_sure(confidences):
    """And it stays a probability."""
    rows = [telling(n, c) for n, c in enumerate(confidences, 1)]
    made = [story(*rows[:n])["confidence"] for n in range(1, len(rows) + 1)]
    assert all(0 <= a <= b + 1e-12 and b <= 1 for a, b in zip(made, made[1:] or made, strict=False))


def test_what_one_tells_as_done_was_done():
    """Whatever the others are sure of; the sentence shown tells so as well."""
    made = story(telling(1, 0.9, status="planned"), telling(2, 0.2, status="actual"))
    assert ("actual", "e2") == (made["status"], made["event"])


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([("day", (DAY, DAY)), ("month", APRIL)], ("day", DAY)),
        ([("month", APRIL), ("reported", (DAY, DAY))], ("reported", DAY)),
        ([("month", MAY), ("reported", (DAY, DAY))], ("month", MAY[0])),
        ([("month", MAY), ("month", APRIL)], ("month", APRIL[0])),
        ([("reported", (DAY, DAY)), (None, (None, None))], ("reported", DAY)),
        ([(None, (None, None))], (None, None)),
    ],
)
def test_the_most_precise_date_told_holds(dates, expected):
    """A month is narrowed by a report inside it."""
    rows = [
        telling(n, precision=precision, first_day=first, last_day=last) for n, (precision, (first, last)) in enumerate(dates, 1)
    ]
    made = story(*rows)
    assert expected == (made["date_precision"], made["first_day"])


def test_a_plan_is_as_far_off_as_it_is_told():
    """The day of the report is none of its own."""
    rows = [
        telling(1, status="planned", precision="month", first_day=APRIL[0], last_day=APRIL[1]),
        telling(2, status="planned", precision="reported"),
    ]
    assert "month" == story(*rows)["date_precision"]


@pytest.mark.parametrize(
    ("states", "told_by"),
    [({"A": "RUS", "B": "RUS"}, ["RUS"]), ({"A": "RUS", "B": "CHN"}, ["CHN", "RUS"]), ({"A": "RUS", "B": None}, [])],
)
def test_state_media_are_named_where_nobody_else_tells_it(states, told_by):
    """One who is free is enough."""
    assert told_by == story(telling(1, outlet="A"), telling(2, outlet="B"), states=states)["told_by"]


def test_a_charge_stays_one_only_where_all_tell_it_so():
    """Who tells an act flatly needs none."""
    assert ["alleged", None] == [
        story(telling(1) | {"standing": "alleged"}, telling(2) | {"standing": other})["standing"] for other in ("alleged", None)
    ]


@pytest.mark.parametrize(
    ("told", "want"),
    [
        (["truce", "truce", None], "truce"),
        (["truce", None], None),
        (["truce", None, None], None),
        (["alleged", "alleged", None], None),
    ],
)
def test_a_truce_is_one_where_most_tell_it_so(told, want):
    """Not every report has the word; of a charge all must."""
    assert want == story(*(telling(n + 1) | {"standing": one} for n, one in enumerate(told)))["standing"]


@pytest.mark.parametrize(
    ("actors", "recipients", "symmetric", "expected"),
    [
        (["CHN", "RUS"], [], True, ["CHN RUS", "RUS CHN"]),
        (["CHN", "RUS"], [], False, []),
        (["CHN", "RUS"], ["RUS"], False, ["CHN RUS"]),
        (["CHN", "CHN"], ["RUS"], False, ["CHN RUS"]),
        ([], ["RUS"], False, []),
    ],
)
def test_a_story_counts_once_for_each_ordered_pair(actors, recipients, symmetric, expected):
    """Nobody acts on himself."""
    pairs = dyads({"actor_countries": actors, "recipient_countries": recipients, "symmetric": symmetric})
    assert expected == [f"{p['actor']} {p['recipient']}" for p in pairs]
