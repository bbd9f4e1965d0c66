"""Events as columns: whom they concern, when they may have happened, their words as numbers."""

from datetime import date, timedelta

import numpy as np
import pytest

from facta.stories.acts import BEFORE, keys, span, states, ways
from tests.stories.row_makers import DAY, compared, row


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (DAY, DAY)),
        ({"first_day": None, "last_day": None}, (DAY - timedelta(BEFORE), DAY)),
        ({"first_day": None, "last_day": None, "published_day": None}, (None, None)),
        ({"first_day": date(2018, 1, 1), "last_day": date(2018, 12, 31)}, (date(2018, 1, 1), date(2018, 12, 31))),
    ],
)
def test_an_act_without_a_date_lies_some_weeks_before_its_report(fields, expected):
    """Of one without a report's day nothing is known."""
    assert expected == span(row(**fields))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["a CHN RUS"]),
        ({"status": "historical"}, ["a CHN RUS"]),
        ({"status": "negated"}, ["n CHN RUS"]),
        ({"actor_countries": ["CHN", "RUS", "USA"]}, ["a CHN RUS", "a CHN USA", "a RUS USA"]),
        ({"actor_countries": ["CHN"]}, ["a CHN"]),
        ({"actor_countries": [], "actor_names": ["The Lakes", "THE LAKES"]}, ["a the lakes"]),
        ({"actor_countries": [], "actor_names": []}, []),
        ({"symmetric": False, "recipient_countries": ["RUS", "CHN"]}, ["a CHN RUS"]),
        ({"symmetric": False, "actor_countries": ["RUS"], "recipient_countries": ["RUS"]}, ["a RUS"]),
    ],
)
def test_an_event_stands_under_its_pairs(fields, expected):
    """Else under its one state, else under its names; each beside its status."""
    assert expected == keys(row(**fields))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["CHN USA", "RUS USA"]),
        ({"precision": "reported"}, ["CHN USA", "RUS USA"]),
        ({"precision": "month"}, []),
        ({"precision": None}, []),
        ({"symmetric": True}, []),
        ({"type": "AGREE"}, []),
        ({"recipient_countries": ["RUS"]}, []),
        ({"recipient_countries": []}, []),
    ],
)
def test_an_act_has_a_direction_where_its_day_is_known(fields, expected):
    """Acts of both sides have none, nor has one with a state on both."""
    assert expected == ways(row(**{"type": "ASSAULT", "symmetric": False, "recipient_countries": ["USA"]} | fields))


def test_single_states_stand_beside_the_status():
    """In order, each once."""
    assert ["p CHN", "p RUS"] == states(row(status="planned", recipient_countries=["CHN"]))


def test_columns_have_an_entry_an_event():
    """Equal values have equal numbers; what is unknown is -1 or 0."""
    rows = [
        row(),
        row(id="e2", mode="visit", place=None),
        row(id="e3", type="AID", mode="visit", published_day=None, first_day=None, last_day=None, precision=None),
    ]
    made = compared(rows)
    assert 3 == len(made) == len(made.kind) == made.actors.shape[0]
    assert made.kind[0] == made.kind[1] != made.kind[2]
    assert [-1, made.mode[1], made.mode[1]] == made.mode.tolist()
    assert ([False, True, True], [1, 1, 0], 0, -1) == (
        made.visit.tolist(),
        made.day_of.tolist(),
        made.published[2],
        made.place[1],
    )
    assert made.first[2] > made.last[2]  # an empty span


def test_countries_are_bits():
    """However many: those of two sides are compared at once."""
    many = [row(id=f"e{n}", actor_countries=[f"{n:03}"], recipient_countries=["000"]) for n in range(130)]
    actors, recipients = compared(many).flags
    assert actors.shape == recipients.shape and actors.shape[1] * 64 >= 130
    assert [1] * 130 == np.bitwise_count(actors).sum(axis=1).tolist()
    assert [True, False] == [bool((actors[n] & recipients[n]).any()) for n in (0, 129)]


def test_no_events_have_no_columns():
    """Nothing is compared with nothing."""
    assert (0, 0) == (len(compared([])), compared([]).actors.shape[0])
