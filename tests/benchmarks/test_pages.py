"""The benchmark of pages times what it says it does; how quick anything is, no test asks."""

from pathlib import Path

from benchmarks.pages import Run, by_page, compared, found, main

PAGES = Path(__file__).parent.parent.parent / "examples" / "pages"


def test_a_page_takes_the_median_of_its_rounds():
    """One slow round, say when another process starts, changes nothing."""
    run = Run("a tool", {"a": [1.0, 9.0, 1.0], "b": [0.5, 0.5, 0.5]}, 2**20)
    assert {"a": 1.0, "b": 0.5} == run.times()
    assert "a tool: 1.3 pages per CPU second; peak memory 1 MB" == run.line()


def test_a_large_page_does_not_hide_the_others():
    """Beside the ratio of all pages together stands that of the page in the middle."""
    ours = Run("facta", {"large": [1.0], "small": [0.2], "other": [0.2]})
    peer = Run("a peer", {"large": [4.0], "small": [0.1], "other": [0.1]})
    assert "facta is 3.00 times as fast as a peer; on the median page 0.50 times" == compared(ours, peer)
    assert ["large", "1000.0", "4000.0"] == by_page([ours, peer]).splitlines()[0].split()


def test_folders_are_searched_for_html():
    """Files are taken as named, folders by their endings."""
    names = ["exercise.html", "statement.html", "visit.html"]
    assert names == [path.name for path in found([str(PAGES)])]
    assert [PAGES / "archive.warc.gz"] == found([str(PAGES / "archive.warc.gz")])


def test_all_tools_read_the_same_pages(capsys):
    """From a file to three rates and the ratios to either form of the peer."""
    assert 0 == main(["--rounds", "1", "--each", str(PAGES / "visit.html")])
    shown = capsys.readouterr().out.splitlines()
    assert ["1 pages, each timed 1 times", "facta", "trafilatura", "trafilatura"] == [
        shown[0],
        *(line.split()[0] for line in shown[1:4]),
    ]
    assert [2, "visit.html"] == [sum("times as fast as trafilatura" in line for line in shown), shown[-1].split()[0]]


def test_no_page_is_said(tmp_path, capsys):
    """One line, exit code 1."""
    assert 1 == main([str(tmp_path)])
    assert "Not measured: there are no HTML files.\n" == capsys.readouterr().err
