"""The knowledge files are read by column, and a broken row is named."""

from pathlib import Path

import pytest

from facta.errors import DataError
from facta.resolve import rows as reading
from facta.resolve.rows import many, picked, rows


def test_columns_come_in_the_order_asked_for() -> None:
    """As the same cells do by name."""
    assert [(row["to"], row["name"]) for row in rows("groups")] == list(picked("groups", "to", "name"))


def test_a_row_with_a_wrong_number_of_cells_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its file and its line, comments and empty lines counted."""
    (tmp_path / "birds.tsv").write_text("# Birds.\n\nname\tlegs\nowl\t2\nemu\n", "utf-8")
    monkeypatch.setattr(reading, "KNOWLEDGE", tmp_path)
    with pytest.raises(DataError, match=r"birds.tsv, line 5: 1 cell where the header has 2."):
        list(rows("birds"))


def test_a_cell_holds_several_values() -> None:
    """Or none."""
    assert (["owl", "emu"], []) == (many("owl; emu"), many(""))
