"""Places are scored against marked ones: found or not, how far away, and how many more."""

import json

import pytest

from eval import places
from facta.resolve import load_tables

XML = """<articles>
  <article>
    <source>x</source>
    <text>Cholera reached Goma, not Quxville, on Monday. Nairobi is safe.</text>
    <locations>
      <location><name>Goma</name><start>17</start><end>21</end><lat>-1.68</lat><lon>29.22</lon></location>
      <location><name>Quxville</name><start>27</start><end>35</end><lat>0</lat><lon>0</lon></location>
    </locations>
  </article>
  <article>
    <text>A ship left Odesa.</text>
    <locations>
      <location><name>Odesa</name><start>12</start><end>17</end><lat>31.8</lat><lon>-102.4</lon></location>
    </locations>
  </article>
</articles>"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "marked.xml"
    file.write_text(XML, "utf-8")
    return file


def test_offsets_count_from_zero_whatever_the_file_does(path):
    """The marked name says whether the file counts from 0 or from 1."""
    assert ["Goma", "Quxville", "Odesa"] == [a.text[g.start : g.end] for a in places.articles(path) for g in a.gold]


def test_scores_count_found_near_and_unmarked(path):
    """Two of three are found, one of these is near, and Nairobi is found though nobody marked it."""
    found = places.scores(places.read(list(places.articles(path)), load_tables()))
    assert {"recall": 0.6667, "acc161": 0.5, "precision": 0.6667, "places": 3} == found


def test_errors_name_what_went_wrong(path):
    """The missed, the far and the unmarked place, each with its surroundings."""
    lines = list(places.errors(places.read(list(places.articles(path)), load_tables())))
    assert ["Quxville", "Odesa", "Nairobi"] == [line.split("\t")[1] for line in lines]
    assert ["nothing", "Odesa"] == [line.split("\t")[2].split(" ")[0] for line in lines[:2]]


def test_the_last_line_is_the_score(path, capsys):
    """As JSON, with the halves apart."""
    assert 0 == places.main([str(path), "--errors"])
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (0.6667, 0.5, 1.0) == (last["recall"], last["first_half"]["recall"], last["second_half"]["recall"])


def test_a_file_without_marked_places_is_refused(tmp_path, capsys):
    """With a guess at what is wrong."""
    file = tmp_path / "other.xml"
    file.write_text("<articles/>")
    assert 2 == places.main([str(file)])
    assert "GeoVirus" in capsys.readouterr().err
