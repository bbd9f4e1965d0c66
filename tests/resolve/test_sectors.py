"""The sectors that an actor may belong to."""

from facta.resolve import load_tables
from facta.resolve.sectors import sectors


def test_a_sector_has_words_and_perhaps_a_code_of_cameo():
    """Codes are three capital letters."""
    found = sectors()
    assert [] == [code for code, s in found.items() if not (len(code) == 3 and code.isupper() and s.words)]
    assert [] == [s.cameo for s in found.values() if s.cameo is not None and not (len(s.cameo) == 3 and s.cameo.isupper())]


def test_every_sector_of_an_office_is_one():
    """What tables write, pages can call."""
    assert set() == {office.sector for office in load_tables().offices.values() if office.sector} - set(sectors())
