"""Settings come from the environment, the user's file, or the table, in that order."""

import pytest

from facta import settings
from facta.errors import UsageError


@pytest.fixture(autouse=True)
def no_user_file(monkeypatch, tmp_path):
    (tmp_path / "settings.toml").touch()
    monkeypatch.setenv("FACTA_SETTINGS", str(tmp_path / "settings.toml"))
    for known in settings.SETTINGS:
        monkeypatch.delenv(f"FACTA_{known.name.upper()}", raising=False)
    return tmp_path / "settings.toml"


def test_the_table_gives_the_default():
    """Without file and environment a setting has its default."""
    assert "facta.duckdb" == settings.text("store")


def test_a_file_overrides_only_the_keys_it_sets(no_user_file):
    """A user's file may hold any part of the settings."""
    no_user_file.write_text("fetch_delay = 5\n")
    assert (5.0, "facta.duckdb") == (settings.number("fetch_delay"), settings.text("store"))


def test_the_environment_wins(no_user_file, monkeypatch):
    """A variable is for one run, so it beats the file."""
    no_user_file.write_text('store = "a.duckdb"\n')
    monkeypatch.setenv("FACTA_STORE", "b.duckdb")
    assert "b.duckdb" == settings.text("store")


@pytest.mark.parametrize(
    ("content", "said"),
    [("fetch_delay = 'soon'", "must be a number"), ("stoer = 'x'", "Did you mean 'store'"), ("= nothing", "cannot be read")],
)
def test_a_wrong_file_is_one_clear_line(no_user_file, content, said):
    """A typo in the file names itself instead of being passed over."""
    no_user_file.write_text(content)
    with pytest.raises(UsageError, match=said):
        settings.number("fetch_delay")


def test_an_unknown_setting_offers_the_nearest():
    """Asking for a setting that does not exist says which do."""
    with pytest.raises(UsageError, match="Did you mean 'store'"):
        settings.setting("stores")


def test_a_file_that_is_asked_for_must_be_there(no_user_file):
    """A slip in $FACTA_SETTINGS is not passed over."""
    no_user_file.unlink()
    with pytest.raises(UsageError, match=r"settings\.toml that \$FACTA_SETTINGS names is not there"):
        settings.text("store")


def test_no_work_is_done_by_nobody(monkeypatch):
    """The setting is checked as --workers is."""
    monkeypatch.setenv("FACTA_WORKERS", "0")
    with pytest.raises(UsageError, match="'workers' must be 1 or more, but is 0"):
        settings.number("workers")
