"""POLECAT's columns, a row an act."""

from tests.store.exports.written import of_stories


def test_polecat_has_a_row_a_story(told):
    """With all who take part in it."""
    rows, done = of_stories("polecat", told, status=["actual"])
    meeting = next(row for row in rows if row["Event Type"] == "CONSULT")
    assert 3 == done.rows
    assert ("CHN; RUS; USA", "710; 365; 2", "None") == (
        meeting["Actor Country"],
        meeting["Actor COW"],
        meeting["Recipient Country"],
    )
    aid = next(row for row in rows if row["Event Type"] == "AID")
    assert ("2018-04-02", "MATERIAL COOPERATION", "10.0", "CHN", "RUS") == (
        aid["Event Date"], aid["Quad Code"], aid["Intensity"], aid["Actor Country"], aid["Recipient Country"]
    )  # fmt: skip
