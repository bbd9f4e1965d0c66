"""`facta show`."""


def test_a_page_is_shown_with_who_did_what(facta, page):
    """And a summary of words and deeds."""
    done = facta("show", page)
    assert 0 == done.code
    for part in (
        "Chile for its help",
        "Who did what",
        "CONSULT",
        "Who said what",
        "Actors",
        "Summary",
        "page.html",
    ):
        assert part in done.out
    assert "\x1b" not in done.out


def test_what_is_known_of_a_pasted_text_is_shown(facta):
    """Its outlet and day."""
    done = facta(
        "show", "-", "--outlet", "Daily News", "--published", "2018-04-03", stdin=b"Norway met Chile in Oslo on Tuesday."
    )
    assert "Daily News · 2018-04-03" in done.out


def test_the_same_is_saved_as_a_picture(facta, page, tmp_path):
    """Under a name that says so."""
    assert 0 == facta("show", page, "--svg", tmp_path / "a.svg").code
    assert "Norway" in (tmp_path / "a.svg").read_text("utf-8")
    done = facta("show", page, "--svg", tmp_path / "a.png")
    assert (2, "") == (done.code, done.out)
    assert [] == list(tmp_path.glob("*.png"))
