"""`facta export-site` writes a still copy of the explorer."""


def test_a_copy_is_written_into_a_new_folder(facta, store, tmp_path):
    """What it holds is said on stderr; stdout stays empty."""
    done = facta("export-site", tmp_path / "site", "--store", store)
    assert (0, "") == (done.code, done.out)
    assert "index.html" in done.err
    assert "Norway" in (tmp_path / "site" / "index.html").read_text()
    again = facta("export-site", tmp_path / "site", "--store", store)
    assert 2 == again.code
    assert "no empty folder" in again.err


def test_a_command_of_two_words_is_written_with_a_dash(facta):
    """In help as on the line."""
    assert "export-site" in facta("--help").out
    assert "export_site" not in facta("--help").out
    assert 0 == facta("export-site", "--help").code
