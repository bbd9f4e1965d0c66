"""The report says what the figures say, and its page holds no words of the texts."""

import doctest
import json
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from eval import report as reporting
from eval import scorers
from eval.sections import TOGETHER
from eval.sections.errors import told, worst
from eval.sections.failings import failings
from facta.language.reader import load

PAGE = Path(__file__).parent.parent.parent / "docs" / "accuracy.md"
RUN = 7
"""Words in a row that no page of ours and no text of others share by chance."""


def words(text):
    return re.findall(r"\w+", text.casefold())


def runs(text):
    found = words(text)
    return {tuple(found[n : n + RUN]) for n in range(len(found) - RUN + 1)}


def test_the_page_begins_with_reader_day_and_data(report):
    """Figures mean nothing without what they were measured with and on."""
    head = report.page(20).partition("**Where it fails.**")[0]
    assert all(x in head for x in ("facta 1.2.3, reader-abc", "2020-02-02", "`gold.jsonl`", "`1234`"))


def test_the_page_holds_the_scorers_figures(report):
    """Three of four acts have the right type, two of four the sides too, one the status."""
    rows = {
        line.split("|")[1].strip(): [c.strip() for c in line.split("|")[2:-1]]
        for line in report.page(20).splitlines()
        if "|" in line
    }
    assert ["4", "4", ".75", ".75", ".75"] == rows["reports: type too"][:5]
    assert ["4", "4", ".50", ".50", ".50"] == rows["reports: both sides too"][:5]
    assert ["4", "4", ".25", ".25", ".25"] == rows["reports: status too"][:5]
    assert ["2", "2", "1.00", "1.00", "1.00"] == rows["ASSAULT"][:5]
    assert [".00"] == rows["ASSAULT"][-1:]


def test_the_page_lists_errors_by_item_and_code_only(report):
    """What was coded and what the gold says, without a party's or a trigger's words."""
    page = report.page(20)
    assert re.search(r"\| one +\| sides swapped +\| ASSAULT, actual: FRE → SYL +\| ASSAULT, actual: SYL → FRE +\| \.90", page)
    assert [] == [w for w in ("Freedonia", "invaded", "calm", "bridge") if w in page]


def test_the_terminal_shows_the_words(report):
    """A person judges an error by its sentence."""
    shown = told(worst(report.sets[TOGETHER], 20), report.sets[TOGETHER])
    assert "Freedonia [invaded] Sylvania on Monday." in shown
    assert shown in report.terminal(20)


def test_the_worst_errors_come_first(report):
    """Swapped sides weigh more than a deed made of a plan, this more than a miss, and a sure error more than a doubtful one."""
    found = [e.what for e in worst(report.sets["reports"], 20)]
    assert ["sides swapped", "a deed for none, or the reverse", "missed", "invented"] == found
    assert found[:2] == [e.what for e in worst(report.sets["reports"], 2)]


def test_every_table_has_as_many_cells_as_columns(report):
    """A page that a browser can show."""
    tables = [block for block in report.page(20).split("\n\n") if block.startswith("|")]
    assert tables
    for block in tables:
        assert 1 == len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()})


def test_the_failings_follow_the_figures(report):
    """Other figures give other words."""
    said = failings(report.sets, report.quotations)
    assert "the two sides are swapped in 2" in said
    assert "Of 2 acts that are planned, possible, denied or long past, 2 are taken for actual." in said
    right = {name: acts._replace(pairs=[p for p in acts.pairs if p.right.get("full")]) for name, acts in report.sets.items()}
    better = failings(right, report.quotations)
    assert "the two sides are never swapped" in better
    assert "taken for actual" not in better


def test_a_missing_gold_file_is_said_in_one_line(monkeypatch, tmp_path, capsys):
    """A clone without the labelled data is nobody's mistake."""
    monkeypatch.setattr(reporting, "GOLD", {"reports": tmp_path / "none.jsonl"})
    assert 2 == reporting.main([])
    assert 1 == capsys.readouterr().err.count("\n")


def test_a_run_with_problems_writes_no_page(monkeypatch, report, tmp_path, capsys):
    """Its figures would be a broken step's, not the reader's."""
    page = tmp_path / "accuracy.md"
    monkeypatch.setattr(reporting, "PAGE", page)
    monkeypatch.setattr(reporting, "GOLD", {})
    monkeypatch.setattr(reporting, "measure", lambda: report)
    assert (0, True) == (reporting.main(["--write"]), page.exists())
    page.unlink()
    monkeypatch.setattr(reporting, "measure", lambda: replace(report, problems=["one: resolve: failed"]))
    assert (1, False) == (reporting.main(["--write"]), page.exists())
    assert "one: resolve: failed" in capsys.readouterr().err


def test_problems_are_taken_from_the_records():
    """Each with the page and the step."""
    record = {"page": {"id": "one"}, "problems": [{"step": "resolve", "message": "failed"}]}
    assert ["one: resolve: failed"] == reporting.problems(json.dumps(record) + "\n")


def test_the_committed_page_is_of_the_shipped_reader():
    """Run `python -m eval.report --write` after the reader changes."""
    assert load().version in PAGE.read_text("utf-8").partition("**Where it fails.**")[0]


@pytest.mark.parametrize("gold", [scorers.SENTENCES, scorers.ARTICLES, scorers.POLNEAR], ids=lambda p: p.stem)
def test_the_committed_page_holds_no_text_of_the_data(gold):
    """The texts belong to others: no run of their words stands in the page, nor the words around an error."""
    if not gold.exists():
        pytest.skip(f"{gold.name} is not on this machine: it belongs to others and lies beside the project")
    assert set() == runs(PAGE.read_text("utf-8")) & runs(gold.read_text("utf-8"))


@pytest.mark.parametrize("name", ["eval.calibration", "eval.tables", "eval.sections.failings"])
def test_examples_in_docstrings_hold(name):
    """What a docstring shows is so."""
    tried = doctest.testmod(import_module(name))
    assert tried.attempted
    assert 0 == tried.failed
