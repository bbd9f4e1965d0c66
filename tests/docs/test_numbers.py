"""Pages that a person writes tell the numbers that the code has."""

from pathlib import Path

from facta.relations import measure, reciprocity, relate, resample
from facta.stories import copies

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_on_relations_tells_how_intervals_come_about():
    """How many draws of what, for reciprocity too; how long a text must be to be a copy; how many deeds a gap takes."""
    page = " ".join((DOCS / "relations.md").read_text("utf-8").split())
    for words in (
        f"fewer than {copies.SHORTEST} different pairs of words are nobody's copy",
        f"{resample.DRAWS:,} draws, {relate.SHORT_DRAWS} for a single {' or '.join(relate.SHORT)}",
        f"{reciprocity.DRAWS} draws of overlapping blocks of {reciprocity.BLOCK} periods",
        f'fewer than {measure.LEAST_DEEDS} deeds "{measure.TOO_FEW}"',
    ):
        assert words in page
