"""The outlines of the map are made from borders."""

import json

import pytest

from facta.web.atlas.build import main

SQUARE = [[0, 0], [0, 10], [10, 0], [0, -10], [-10, 0]]


@pytest.fixture
def made(tmp_path, capsys):
    """The lines for some countries with arcs: `made([...], arcs)`."""

    def call(countries, arcs, scale=(1, 1)):
        atlas = {
            "transform": {"scale": scale, "translate": [0, 0]},
            "arcs": arcs,
            "objects": {"countries": {"geometries": countries}},
        }
        (tmp_path / "a.json").write_text(json.dumps(atlas), "utf-8")
        main(str(tmp_path / "a.json"))
        return [line.partition("\t")[::2] for line in capsys.readouterr().out.splitlines()]

    return call


def country(number, name, *rings, kind="Polygon"):
    """A country of rings of arcs."""
    return {"id": number, "properties": {"name": name}, "type": kind, "arcs": list(rings)}


def points(path):
    """The corners of a path, from the first."""
    head, _, steps = path.removesuffix("z").partition("l")
    x, y = (int(n) for n in head.removeprefix("M").split())
    numbers = [int(n) for n in steps.replace("-", " -").split()]
    found = [(x, y)]
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x, y))
    return found


def test_a_country_is_its_code_and_an_outline_in_whole_units(made):
    """By the number that ISO gives it; one without is known by its name, or stands without a code."""
    found = made([country("156", "China", [0]), country(None, "Kosovo", [0]), country(None, "Nowhere", [0])], [SQUARE])
    assert {"CHN", "XKX", "-"} == {code for code, _ in found}
    assert 4 == len(points(found[0][1]))


def test_nobodys_land_is_left_out(made):
    """It is a third of the picture."""
    assert [] == made([country("010", "Antarctica", [0])], [SQUARE])


def test_arcs_are_joined_and_turned_around(made):
    """A border that two countries share is told once."""
    half, rest = [[0, 0], [0, 10], [10, 0]], [[0, 0], [10, 0], [0, 10]]
    ((_, path),) = made([country("156", "China", [0, ~1])], [half, rest])
    assert set(points(path)) == set(points(made([country("156", "China", [0])], [SQUARE])[0][1]))


def test_several_parts_are_one_path(made):
    """Islands, one after the other."""
    other = [[40, 0], [0, 10], [10, 0], [0, -10], [-10, 0]]
    ((_, path),) = made([country("156", "China", [[0]], [[1]], kind="MultiPolygon")], [SQUARE, other])
    assert (2, 2) == (path.count("M"), path.count("z"))


def test_what_is_smaller_than_a_unit_has_no_outline(made):
    """But its line."""
    assert [("CHN", "")] == made([country("156", "China", [0])], [SQUARE], scale=(0.001, 0.001))


def test_no_line_runs_around_the_world(made):
    """A country across the edge goes on beyond it."""
    across = [[185, 60], [0, 5], [10, 0], [0, -5], [-10, 0]]
    ((_, path),) = made([country("643", "Russia", [0])], [across])
    xs = [x for x, _ in points(path)]
    assert max(xs) - min(xs) < 200
