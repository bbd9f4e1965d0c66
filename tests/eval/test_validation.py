"""What is compared with other data sets is counted as the page says, and a page keeps what people wrote."""

import gzip
import json
import re
from datetime import date

import numpy as np
import pytest
from scipy.stats import spearmanr

from eval.tables import Section
from eval.validation import __main__ as command
from eval.validation import codes, corpus, icews, journeys, statistics
from facta.store import open_store

ROWS = [
    ("s1", "CHN", "RUS", 1, "actual", "2012-03-01", "day"),
    ("s1", "RUS", "CHN", 1, "actual", "2012-03-01", "day"),
    ("s2", "RUS", "CHN", 4, "actual", "2012-05-01", "month"),
    ("s3", "RUS", "CHN", 4, "planned", "2012-05-01", "day"),
    ("s4", "RUS", "CHN", 4, "actual", "2010-01-01", "decade"),
]


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "s.duckdb") as opened:
        with opened.changing() as con:
            con.executemany(
                'INSERT INTO story_dyads (id, actor, recipient, quad, status, first_day, last_day, date_precision, "type", mode)'
                " VALUES ($1, $2, $3, $4, $5, $6, $6, $7, 'CONSULT', 'visit')",
                ROWS,
            )
        yield opened


def test_a_meeting_counts_once_for_a_pair_and_year(store):
    """Actual stories dated to a year; both directions together."""
    found = corpus.counted(store)
    assert {(("CHN", "RUS"), 2012): [1, 0, 0, 1]} == {cell: row.tolist() for cell, row in found.items()}


def test_other_statuses_count_when_asked(store):
    """The planned act is a second one of material conflict."""
    assert [1, 0, 0, 2] == corpus.counted(store, ("actual", "planned"))[("CHN", "RUS"), 2012].tolist()


LINES = [
    {
        "id": "a",
        "date": "2012-03-04",
        "text": "Chile's president visits Peru.",
        "countries": ["CHL", "PER"],
        "reported_by": ["X"],
    },
    {"id": "a", "date": "2012-03-05", "text": "Peru condemns Chile.", "countries": ["CHL", "PER"], "reported_by": []},
    {"id": "b", "date": "2012-03-06", "text": "Peru condemns Chile.", "countries": ["CHL", "PER"], "reported_by": []},
]


@pytest.fixture
def tiny_corpus(tmp_path, monkeypatch):
    path = tmp_path / "lines.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, LINES)).encode()))
    monkeypatch.setattr(corpus, "CORPUS", path)
    corpus.reports.cache_clear()
    yield
    corpus.reports.cache_clear()


@pytest.mark.usefixtures("tiny_corpus")
def test_an_absent_store_is_coded_and_folded(tmp_path):
    """A report whose id stood before is left out, of the store and of the reports that name both."""
    with corpus.stored(tmp_path / "s.duckdb") as made:
        assert {(("CHL", "PER"), 2012): [1, 0, 1, 0]} == {cell: row.tolist() for cell, row in corpus.counted(made).items()}
    assert {(("CHL", "PER"), 2012): 2} == corpus.together()


def test_rank_correlation_is_scipys():
    """With ties, over all cells."""
    x, y = np.random.default_rng(1).integers(0, 4, (2, 30, 5)).astype(float)
    assert spearmanr(x.ravel(), y.ravel()).statistic == pytest.approx(statistics.spearman(x, y))


def test_a_constant_correlates_with_nothing():
    """And is no zero."""
    assert np.isnan(statistics.spearman(np.ones(5), np.arange(5.0)))


def test_area_under_the_curve_counts_ties_half():
    """Of four pairs of a case and none, two are right, one is tied, one is wrong."""
    assert 0.625 == statistics.auc(np.array([2.0, 1.0, 1.0, 1.5]), np.array([True, True, False, False]))


def test_differences_stand_behind_the_measures():
    """The first less each of the others, on the same resamples: equal measures differ by nothing, ever."""
    value = np.arange(20.0)
    found = statistics.over_pairs([lambda rows: float(value[rows].mean())] * 3, 20, draws=50)
    assert [9.5, 9.5, 9.5, 0.0, 0.0] == [e.value for e in found]
    assert [0.0, 0.0] == [e.high for e in found[3:]]
    assert found[0].low < 9.5 < found[0].high


def test_the_busiest_pairs_have_the_most_acts_of_all_years():
    """Equals in the order of the alphabet."""
    acts = {
        (("A", "B"), 2010): np.array([1.0, 0, 0, 0]),
        (("A", "B"), 2011): np.array([0, 0, 0, 4.0]),
        (("A", "C"), 2010): np.array([3.0, 0, 0, 0]),
        (("A", "D"), 2010): np.array([3.0, 0, 0, 0]),
    }
    assert [("A", "B"), ("A", "C")] == icews.busiest(acts, 2)


def test_more_stories_could_agree_better():
    """A sample of the acts themselves correlates the better the larger it is."""
    acts = np.random.default_rng(2).gamma(0.5, 100, (50, 5))
    few, many = icews.ceiling(acts, 100), icews.ceiling(acts, 10_000)
    assert few < 0.8 < many
    assert few < icews.ceiling(acts, icews.needed(acts, 0.8)) == pytest.approx(0.8, abs=0.03)


def test_codes_of_others_are_ours():
    """By number, by two letters, by name."""
    assert ("USA", "KOR", "SRB") == tuple(codes.by_cow(2012)[n] for n in (2, 732, 345))
    assert ("GRC", "GBR") == (codes.by_two_letters()["GR"], codes.by_two_letters()["GB"])


REPORTS = (
    corpus.Report("1", date(2012, 3, 4), "Kerry lands in Lima.", frozenset({"PER", "USA"}), None),
    corpus.Report("2", date(2012, 3, 4), "Kerryson lands in Quito.", frozenset({"ECU", "USA"}), None),
    corpus.Report("3", date(2012, 3, 9), "Kerry left La Paz.", frozenset({"BOL"}), None),
)


def test_a_journey_is_told_near_its_days_by_whole_name():
    """Two days before to two days after; another name that contains the surname is none."""
    asked = [journeys.Journey("John Kerry", "Kerry", c, date(2012, 3, 6), date(2012, 3, 6)) for c in ("PER", "ECU", "BOL")]
    assert {"PER": ["1"]} == {j.country: [r.id for r in some] for j, some in journeys.told(asked, REPORTS).items()}


def test_a_journey_is_found_in_the_months_of_its_stay():
    """A month before is too early, and a planned visit is none."""
    stay = journeys.Journey("John Kerry", "Kerry", "PER", date(2012, 3, 30), date(2012, 4, 2))

    def found(status, day):
        return journeys.found(stay, {"PER": [journeys.Consult("visit", status, day, day)]}, journeys.visit)

    assert [True, True, False, False] == [
        found("actual", date(2012, 4, 30)),
        found("actual", date(2012, 3, 1)),
        found("actual", date(2012, 2, 29)),
        found("planned", date(2012, 3, 30)),
    ]


def test_every_missed_journey_has_a_known_cause():
    """The hand-made list is well formed."""
    assert set(journeys.audited().values()) <= set(journeys.CAUSES)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", start) for _, _, start in journeys.audited())


def test_a_section_takes_the_place_of_its_older_self():
    """Other sections stay as they are; a new one goes to the end."""
    page = "# Validation\n\nBy hand.\n\n## B\n\nold\n\n## C\n\nkept\n"
    day = date(2026, 1, 2)
    wanted = "# Validation\n\nBy hand.\n\n## B\n\nMeasured on 2026-01-02.\n\nnew \\1\n\n## C\n\nkept\n"
    assert wanted == command.written(page, Section("B", ("new \\1",)), day)
    assert wanted + "\n## D\n\nMeasured on 2026-01-02.\n\nx\n" == command.written(wanted, Section("D", ("x",)), day)


def test_absent_data_are_named(monkeypatch, capsys, tmp_path):
    """And nothing is made in their place."""
    monkeypatch.setattr(corpus, "CORPUS", tmp_path / "lines.jsonl.gz")
    assert 2 == command.main(["journeys", "--store", str(tmp_path / "s.duckdb")])
    assert "lines.jsonl.gz" in capsys.readouterr().err
    assert not (tmp_path / "s.duckdb").exists()


def test_an_unknown_validation_is_a_usage_error(capsys):
    """The known ones are named."""
    with pytest.raises(SystemExit, match="2"):
        command.main(["nosuch"])
    assert "journeys" in capsys.readouterr().err
