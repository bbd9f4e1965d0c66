"""ICEWS' columns, a row an ordered pair."""

from tests.store.exports.written import of_stories


def test_icews_leaves_its_own_scores_empty(told):
    """And names states as facta does."""
    (row,), _ = of_stories("icews", told, type="AID", status=["actual"])
    assert ("China", "Russia", "070", "", "") == (
        row["Source Country"], row["Target Country"], row["CAMEO Code"], row["Event Text"], row["Intensity"]
    )  # fmt: skip
