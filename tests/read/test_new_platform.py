"""A platform's files begun from a saved page run, and say nothing that anybody wrote."""

from pathlib import Path
from types import ModuleType

import pytest

from facta.read import threads
from tests.read.new_platform import PLATFORM, TEST, main

REPLY = """<div class="k-post k-own" data-id="{id}" id="k-{id}"><div class="k-head"><a class="k-who" href="/u/{who}">{who}</a>
<time class="k-when" datetime="2020-02-0{n}T10:00:00Z">0{n}.02.2020</time></div>
<div class="k-words"><p>{words}</p><p>Secret.</p></div>
<button class="k-answer">Reply</button><div class="k-below">{below}</div></div>"""


def saved(number: int = 4) -> str:
    """A page of a platform that nobody knows."""
    posts = [
        REPLY.format(id=90210 + n, who=f"Reader{n}", n=n + 1, words="Real words. " * 9, below="{below}") for n in range(number)
    ]
    nested = posts[0].format(below=posts[1].format(below="")) + "".join(p.format(below="") for p in posts[2:])
    return f"<html><body><h1>A real headline</h1><p>Real text.</p><section class='k-comments'>{nested}</section></body></html>"


def begun(page: Path, into: Path) -> tuple[str, str]:
    """The two files of a platform called `kappa`."""
    assert 0 == main([str(page), "kappa", "--into", str(into)])
    return (into / PLATFORM / "kappa.py").read_text("utf-8"), (into / TEST / "test_kappa.py").read_text("utf-8")


def run(source: str, test: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The begun test on the begun platform."""
    platform, tests = ModuleType("kappa"), ModuleType("test_kappa")
    exec(source, platform.__dict__)
    exec(test, tests.__dict__)
    monkeypatch.setattr(threads, "_platforms", lambda: (platform,))
    tests.test_posts_give_their_tree()
    tests.test_the_thread_leaves_the_page()


def test_the_begun_files_run(make, tmp_path, monkeypatch) -> None:
    """Names of classes come from the page, the tree is that of its first posts, and all passes before anything is filled in."""
    source, test = begun(make("page.html", saved()), tmp_path)
    run(source, test, monkeypatch)
    assert 'author=(by_class("k-who"),)' in source and 'text=(by_class("k-words"),)' in source
    assert '("Ben", "c1", "5 May 2021", "2021-05-05", "Words of Ben."),' in test
    assert source.count("FILL IN") >= 3 and test.count("FILL IN") == 4


def test_nothing_real_is_copied(make, tmp_path, capsys) -> None:
    """No names, words, dates, addresses or numbers of the saved page."""
    both = "".join(begun(make("page.html", saved()), tmp_path))
    assert [] == [w for w in ("Reader", "Real", "real", "Secret", "2020", "/u/", "90210") if w in both]
    assert "4 posts were found by structure alone." in capsys.readouterr().out


def test_a_page_that_nothing_is_found_on_is_a_beginning_all_the_same(make, tmp_path, monkeypatch, capsys) -> None:
    """All names are left to fill in; the files run until then."""
    source, test = begun(make("page.html", "<html><body><p>Real text.</p></body></html>"), tmp_path)
    assert 'Signs(("FILL-IN",))' in source and "Real" not in test
    run(source, test, monkeypatch)
    assert "No thread was found by structure" in capsys.readouterr().out


def test_what_is_there_is_not_written_over(make, tmp_path, capsys) -> None:
    """Nor does a name become a file that is no module's, nor a page that is missing one."""
    page = make("page.html", saved())
    begun(page, tmp_path)
    wrong = [[str(page), "kappa"], [str(page), "Not-a-name"], [str(tmp_path / "none.html"), "lambda1"]]
    assert [1, 1, 1] == [main([*one, "--into", str(tmp_path)]) for one in wrong]
    said = capsys.readouterr().err
    assert [] == [w for w in ("is there already", "is no name for a module", "is no file") if w not in said]
