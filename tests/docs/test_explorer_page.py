"""The page on the explorer tells every address of the API."""

import re
from pathlib import Path

from facta.plugins import load_all

PAGE = (Path(__file__).parents[2] / "docs" / "explorer.md").read_text("utf-8")


def test_every_address_of_the_api_is_told():
    """With what stands for a state, a page or a job in capitals."""
    paths = {path for route in load_all("facta.api.routes") for handler in route.handlers for path in handler.paths}
    told = {re.sub(r"\{(\w+):str\}", lambda found: found[1].upper(), path) for path in paths}
    assert "/api/ledger/A/B" in told
    assert [] == sorted(path for path in told if f"{path}`" not in PAGE)
