"""Relations and ledgers are drawn into files."""

import pytest

from facta.cli import pictures
from facta.errors import FactaError, UsageError
from tests.relations.picture_makers import commitment, ledger, relation

SOME = relation([((2, 1), (1, 0), (0, 1))] * 3)


@pytest.mark.parametrize("name", ["a.pdf", "a", "svg", ".svg", "a.svg.txt", ""])
def test_a_form_that_is_not_drawn_is_refused_before_anything_is_measured(tmp_path, name):
    """With those that are."""
    with pytest.raises(UsageError, match=r"\.svg, \.png or \.html"):
        pictures.check(str(tmp_path / name) if name else name)


def test_a_folder_that_is_missing_is_said_to_be(tmp_path):
    """And never made."""
    with pytest.raises(UsageError, match="there is no folder"):
        pictures.check(str(tmp_path / "no" / "a.svg"))
    pictures.check(str(tmp_path / "a.SVG"))


@pytest.mark.parametrize(("name", "begins"), [("a.svg", b"<?xml"), ("a.HTML", b"<!DOCTYPE html>")])
def test_a_picture_is_of_the_form_that_its_name_ends_in(tmp_path, capsys, name, begins):
    """And where it lies is said."""
    pictures.ledger(ledger(commitment()), str(tmp_path / name))
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert f"facta: drawn into {tmp_path / name}.\n" == capsys.readouterr().err


def test_years_that_are_not_drawn_are_said_unless_a_beginning_was_asked_for(tmp_path, capsys):
    """A few stories of long ago."""
    lone = ((1, 0), (0, 0), (0, 0))
    found = relation([lone, *[None] * 40, *[((9, 1), (3, 1), (2, 1))] * 20], by="year")
    pictures.relation(found, str(tmp_path / "a.svg"))
    assert "--since 1990 draws all" in capsys.readouterr().err
    pictures.relation(found, str(tmp_path / "b.svg"), since="1990")
    assert "--since" not in capsys.readouterr().err


def test_a_picture_that_cannot_be_written_leaves_the_one_before(tmp_path):
    """Whole, and nothing beside it."""
    target = tmp_path / "a.svg"
    target.mkdir()
    with pytest.raises(FactaError, match="cannot be written"):
        pictures.relation(SOME, str(target))
    assert [target] == list(tmp_path.iterdir())
