import pytest

from facta.read.raw import Raw


@pytest.fixture
def texts(opened):
    """What the pages of a pattern say, in order."""
    return lambda spec: [item.data if isinstance(item, Raw) else item.message for item in opened(spec)]


def test_what_fits_a_pattern_is_read_in_the_order_of_names(make, texts, tmp_path):
    """Any part of a name by `*`, one character by `?`, some by `[...]`; files of any ending, hidden ones not."""
    for name in ("b1.txt", "a1.txt", "a2.md", ".a3.txt", "c/a4.txt"):
        make(name, name)
    assert ["a1.txt", "a2.md"] == texts(tmp_path / "a*")
    assert ["a1.txt", "b1.txt"] == texts(tmp_path / "?1.txt")
    assert ["b1.txt"] == texts(tmp_path / "[b-z]*.txt")
    assert ["c/a4.txt"] == texts(tmp_path / "*" / "*.txt")
    assert [".a3.txt"] == texts(tmp_path / ".*.txt")


def test_two_stars_are_any_folders_between(make, texts, tmp_path):
    """None, one or many; no file comes twice, and a link in a circle ends."""
    for name in ("a.txt", "x/b.txt", "x/y/c.txt", "x/y/d.html", ".git/e.txt"):
        make(name, name)
    (tmp_path / "x" / "up").symlink_to(tmp_path)
    assert ["a.txt", "x/b.txt", "x/y/c.txt"] == texts(tmp_path / "**" / "*.txt")
    assert ["a.txt", "x/b.txt", "x/y/c.txt", b"x/y/d.html"] == texts(tmp_path / "**" / "*")


def test_folders_that_fit_are_read_as_folders(make, texts, tmp_path):
    """As the shell would hand them over."""
    for name in ("2018/a.txt", "2019/b.txt", "2019/logo.png", "more/c.txt"):
        make(name, name)
    assert ["2018/a.txt", "2019/b.txt"] == texts(tmp_path / "20*")


def test_patterns_count_from_the_current_folder(make, opened, tmp_path, monkeypatch):
    """And pages are shown by names that count from there too."""
    make("in/a.txt", "A")
    monkeypatch.chdir(tmp_path)
    assert ["in/a.txt"] == [item.source for item in opened("in/*.txt")]


def test_a_file_called_like_a_pattern_is_that_file(make, texts, tmp_path):
    """A name goes before what it might mean."""
    make("a[1].txt", "this")
    make("a1.txt", "that")
    assert ["this"] == texts(tmp_path / "a[1].txt")


@pytest.mark.parametrize("pattern", ["*.txt", "no/*.txt", "**/*.txt", "[", "a.html/*"])
def test_a_pattern_that_nothing_fits_says_so(make, opened, messages, tmp_path, pattern):
    """One line, with what the signs mean."""
    make("a.html", "<p>A")
    assert ["fits no file; * stands for any part of a name, ** for any folders between."] == messages(opened(tmp_path / pattern))
