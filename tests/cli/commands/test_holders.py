"""`facta holders`."""

HEAD = "personLabel,iso3,positionLabel,start,end,aliases\n"


def test_terms_are_written_and_what_is_left_out_is_said(facta, tmp_path):
    """Each reason once, with an example, and how to use the table."""
    (tmp_path / "q.csv").write_text(
        HEAD + "Jane Okello,UGA,Minister of Foreign Affairs of Uganda,2027-01-05,,\nQ12,FRA,President,2001-02-02,,\n", "utf-8"
    )
    done = facta("holders", tmp_path / "q.csv", "--into", tmp_path / "own.csv")
    assert (0, "") == (done.code, done.out)
    assert "facta: 1 row left out: no name in English, for instance 'Q12'." in done.lines
    assert f"facta: 1 term written to {tmp_path / 'own.csv'}. Set FACTA_ACTORS={tmp_path / 'own.csv'} to use them." in done.lines
    assert "Jane Okello" in (tmp_path / "own.csv").read_text("utf-8")


def test_a_result_of_which_nothing_is_kept_is_a_problem(facta, tmp_path):
    """The exit code says so."""
    (tmp_path / "q.csv").write_text(HEAD, "utf-8")
    assert 1 == facta("holders", tmp_path / "q.csv", "--into", tmp_path / "own.csv").code


def test_another_table_is_refused_in_one_line(facta, tmp_path):
    """With the column that is missing."""
    (tmp_path / "q.csv").write_text("a,b\n1,2\n", "utf-8")
    done = facta("holders", tmp_path / "q.csv", "--into", tmp_path / "own.csv")
    assert (2, 1) == (done.code, len(done.lines))
    assert "is missing" in done.err
