"""The page on event types says what the data files say."""

from pathlib import Path

from facta.events.ontology import ontology
from facta.events.reference import markdown

PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_the_page_is_fresh():
    """`python -m facta.events.reference > docs/ontology.md` would change nothing."""
    assert markdown(ontology()) == PAGE.read_text("utf-8")
