"""Headings of posts that print author and date in one line."""

import pytest

from facta.read import bylines


@pytest.mark.parametrize(
    ("line", "author", "date"),
    [
        ("Submitted by Ada Lo on Fri, 04/04/2008 - 10:11.", "Ada Lo", "Fri, 04/04/2008 - 10:11"),
        ("Verfasst von Ada (nicht überprüft) am 4. April 2008 - 10:11", "Ada", "4. April 2008 - 10:11"),
        ("Enviado por Ada el Vie, 04/04/2008 - 10:11", "Ada", "Vie, 04/04/2008 - 10:11"),
        ("Inviato da Ada il Ven, 04/04/2008 - 10:11", "Ada", "Ven, 04/04/2008 - 10:11"),
        ("Ingediend door Ada op 4 april, 2008 - 10:11", "Ada", "4 april, 2008 - 10:11"),
        ("Le 5 mars 2009 à 12:34, par Ada", "Ada", "Le 5 mars 2009 à 12:34"),
        ("Ada", None, None),
        ("x" * 1_000, None, None),
    ],
)
def test_a_line_is_split_in_each_language(line: str, author: str | None, date: str | None) -> None:
    """The words between verb, name and date tell where each ends; a line without them tells nothing."""
    assert (author, date) == bylines.split(line)


def test_the_date_beside_a_known_name() -> None:
    """A date stands after the name, else before it; a relative one is kept whole."""
    assert "3 years ago" == bylines.beside("Submitted by Ada 3 years ago", "Ada")
    assert "il y a 3 jours" == bylines.beside("Ada, il y a 3 jours", "Ada")
    assert "5 mars 2009" == bylines.beside("5 mars 2009, par Ada", "Ada")
    assert bylines.beside("Submitted by Ada", "Ada") is None


def test_a_name_loses_its_verb() -> None:
    """The verb after a name goes, in each language and with any dots; a name that is a verb stays."""
    names = (
        "Ada said...",
        "Ada hat gesagt…",
        "Ada a dit…",
        "Ada dijo...",
        "Ada ha detto…",
        "Ada disse...",
        "Ada (niet geverifieerd)",
    )
    assert ["Ada"] * len(names) == [bylines.name(n) for n in names]
    assert "said" == bylines.name("said")
