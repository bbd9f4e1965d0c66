"""The page on the calls runs as it is printed."""

import re
from pathlib import Path

import pytest

import facta

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "python.md").read_text("utf-8")


@pytest.mark.filterwarnings("ignore:.*codes only English")
def test_the_blocks_run_one_after_the_other(tmp_path, monkeypatch, capsys):
    """Over the samples, in a folder of their own, and what they make is what the page says."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names = {}
    for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
        exec(compile(block, "docs/python.md", "exec"), names)
    assert "Peru" == names["reading"].events[0].actors[0].name
    assert names["relation"].total.stories > 0 < len(names["deeds"])
    assert "Sergei Shoigu RUS defence minister" in capsys.readouterr().out


def test_every_public_name_is_told():
    """With the form in which it is written."""
    assert [] == [name for name in facta.__all__ if f"facta.{name}" not in PAGE and name != "__version__"]
