"""Stores to export."""

import pytest

from facta.store import open_store
from tests.stories.story_makers import act, put, report

MONDAY = {"date": "2018-04-02", "precision": "day"}


@pytest.fixture
def memory():
    """An empty store."""
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
def told(memory):
    """A meeting of three, a delivery told twice, and a fine of nobody known."""
    return put(
        memory,
        report(
            "a",
            act("CONSULT", "CHN RUS USA", date="2018-04-03", precision="day"),
            act("AID", "CHN", "RUS", "China delivered grain to Russia on Monday.", **MONDAY),
            act("SANCTION", "USA", "", "The United States imposed sanctions.", date="2018-04", precision="month"),
            act("AID", "CHN", "RUS", "China will deliver rice to Russia.", date="2018-05-02", precision="day", status="planned"),
        ),
        report(
            "b", act("AID", "CHN", "RUS", "China delivered grain to Russia on Monday, officials said.", **MONDAY), site="Post"
        ),
    )
