"""Who is meant, as actor of an event."""

import pytest

from facta.resolve.candidate import Candidate, for_act, role_of
from facta.resolve.facts import Office


@pytest.mark.parametrize(
    ("fields", "act", "sector"),
    [
        ({"sector": "GOV", "portfolio": "defence"}, ("MOBILIZE", None), "MIL"),
        ({"sector": "GOV", "portfolio": "defence"}, ("COERCE", "seize"), "MIL"),
        ({"sector": "GOV", "portfolio": "defence"}, ("COERCE", "arrest"), "GOV"),
        ({"sector": "MIL", "portfolio": "defence"}, ("CONSULT", None), "GOV"),
        ({"sector": "GOV", "portfolio": "deputy defence"}, ("MOBILIZE", None), "MIL"),
        ({"sector": "MIL"}, ("CONSULT", None), "MIL"),
        ({"sector": "REB", "name": "Hamas"}, ("CONSULT", None), "GOV"),
        ({"sector": "REB", "name": "Hamas"}, ("ASSAULT", None), "REB"),
        ({"sector": "REB", "name": "Lake Front"}, ("CONSULT", None), "REB"),
        ({"sector": "BUS"}, ("MOBILIZE", None), "MIL"),
        ({"sector": "BUS", "name": "Lake Ships"}, ("MOBILIZE", None), "BUS"),
        ({"sector": None}, ("MOBILIZE", None), None),
    ],
)
def test_the_sector_of_an_actor_depends_on_the_act(fields, act, sector):
    """Of a defence minister, a group that governs, a state's ships."""
    known = {"name": None, "country": "FRA", "role": None, "score": 0.5, "reason": "by name"}
    assert sector == for_act(Candidate(**known | fields), *act).sector


def test_a_vessel_that_uses_force_is_no_firm():
    """Nor is any of NATO's; a firm that seizes something stays one."""
    known = {"name": None, "role": None, "score": 0.5, "reason": "by name", "sector": "BUS"}
    boat, alliance = (Candidate(country=country, **known) for country in ("FRA", "NAT"))
    sectors = [for_act(boat, "COERCE", vessel=vessel).sector for vessel in (True, False)]
    assert ["MIL", "BUS", "MIL"] == [*sectors, for_act(alliance, "COOPERATE").sector]


def test_a_head_noun_is_no_role():
    """It tells a sector alone."""
    offices = (Office("president", "state", "GOV", True), Office("troops", "", "MIL", False), None)
    assert ["president", None, None] == [role_of(office) for office in offices]
