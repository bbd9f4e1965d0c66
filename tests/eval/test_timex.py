"""Times are scored against CAT and TimeML files by overlap of spans and equality of values."""

import json
import subprocess
import sys

import pytest

from eval.timex import documents, matched, score

WORDS = [
    "0 Mill closes",
    "1 April 5 , 2018",
    "2 The mill closed on Tuesday after two bad years .",
    "3 It may reopen ( soon ) .",
    "6 It burnt yesterday .",
]
TIMES = [
    ("DATE", "2018-04-05", "April 5 , 2018", 'functionInDocument="CREATION_TIME"'),
    ("DATE", "2018-04-03", "Tuesday", ""),
    ("DURATION", "P2Y", "two bad years", ""),
    ("DATE", "PAST_REF", "soon", ""),
    ("DATE", "2017", "", 'TAG_DESCRIPTOR="2017"'),
]
TML = """<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2018-04-05" functionInDocument="CREATION_TIME">
04/05/2018</TIMEX3></DCT><TEXT>He <EVENT eid="e1">left</EVENT> <TIMEX3 tid="t1" type="DATE" value="2018-03">last month</TIMEX3>
for <TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>.</TEXT></TimeML>"""


@pytest.fixture
def cat(tmp_path):
    """A document of our own in the form of MEANTIME; its last sentence lies beyond the annotated ones."""
    tokens = [(line[0], word) for line in WORDS for word in line[2:].split()]
    rows = [f'<token t_id="{n}" sentence="{s}" number="{n}">{w}</token>' for n, (s, w) in enumerate(tokens)]
    flat = [w for _, w in tokens]
    marks = []
    for kind, value, words, more in TIMES:
        size = len(words.split())
        first = next((n for n in range(len(flat)) if flat[n : n + size] == words.split()), 0)
        anchors = "".join(f'<token_anchor t_id="{n}"/>' for n in range(first, first + size))
        marks.append(f'<TIMEX3 m_id="{len(marks)}" type="{kind}" value="{value}" {more}>{anchors}</TIMEX3>')
    path = tmp_path / "mill.xml"
    path.write_text(f"<Document>{''.join(rows)}<Markables>{''.join(marks)}</Markables></Document>")
    return path


@pytest.fixture
def tml(tmp_path):
    """A document of our own in TimeML."""
    path = tmp_path / "left.tml"
    path.write_text(TML)
    return path


def test_a_cat_document_is_its_annotated_sentences(cat):
    """Set as in print, dated by its date line; times without words and the sentences after the fourth are left out."""
    (document,) = documents([cat])
    assert (
        "Mill closes\n\nApril 5, 2018\n\nThe mill closed on Tuesday after two bad years.\n\nIt may reopen (soon)."
        == document.text
    )
    assert "2018-04-05" == document.published
    assert ["Tuesday", "two bad years", "soon"] == [t.text for t in document.gold]


def test_a_timeml_document_is_its_text(tml):
    """Dated by its creation time, which is no time of the text."""
    (document,) = documents([tml])
    assert document.text.startswith("He left last month\nfor three days.")
    assert "2018-04-05" == document.published
    assert [("last month", "2018-03"), ("three days", "P3D")] == [(t.text, t.value) for t in document.gold]
    assert all(t.text == document.text[t.at.start : t.at.end] for t in document.gold)


def test_a_score_counts_spans_then_values(cat):
    """Two of three gold times are found, both at their places, one with its value."""
    (document,) = documents([cat])
    result = score(matched(document))
    assert (3, 2) == (result["gold"], result["found"])
    assert (1.0, 0.6667, 0.8) == tuple(result[f"detection_{kind}"] for kind in ("precision", "recall", "f1"))
    assert (0.8, 0.4) == (result["strict_f1"], result["value_f1"])


def test_every_time_is_matched_once(tml):
    """Gold that holds two found times has one partner."""
    (document,) = documents([tml])
    whole = document.gold[0]._replace(at=document.gold[0].at._replace(end=document.gold[1].at.end))
    pairs = matched(document._replace(gold=(whole,)))
    assert [True, False] == [p.gold is not None for p in pairs]


def test_the_command_prints_json_last(cat, tml):
    """A folder is searched through; with --errors a line for every miss comes first."""
    command = [sys.executable, "-m", "eval.timex", "--errors", cat.parent]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert 5 == json.loads(lines[-1])["gold"]
    assert 2 == len(lines[:-1])
    assert any("'two bad years'" in line and "found -" in line for line in lines)


def test_timeml_is_told_by_what_is_in_it(tml):
    """Other corpora's files end in .xml."""
    (document,) = documents([tml.rename(tml.with_suffix(".xml"))])
    assert ["last month", "three days"] == [t.text for t in document.gold]


@pytest.mark.parametrize(
    ("scorer", "content", "told"),
    [
        ("timex", None, "No such file"),
        ("timex", "no XML", "syntax error"),
        ("timex", "<a/>", "no time is marked"),
        ("plv", None, "No such file"),
        ("plv", "a\tb", "no rows"),
        ("places", "no XML", "Start tag expected"),
        ("places", "<a><article><location><start>1</start></location></article></a>", "invalid literal"),
    ],
)
def test_a_file_that_cannot_be_scored_is_told_in_a_line(tmp_path, scorer, content, told):
    """With a code that says so, of whatever kind it is."""
    path = tmp_path / "file.xml"
    if content is not None:
        path.write_text(content)
    done = subprocess.run([sys.executable, "-m", f"eval.{scorer}", path], capture_output=True, text=True, check=False)
    assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))
    assert told in done.stderr
