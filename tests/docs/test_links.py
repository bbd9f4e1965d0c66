"""What a page of the project links to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "src").rglob("*.md")))


def anchors(page: Path) -> set[str]:
    """The headings of a page as addresses have them."""
    heads = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_leads_to_files_and_headings_that_exist(page):
    """Addresses on the web apart."""
    missing = []
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", page.read_text("utf-8")):
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            missing.append(target)
    assert [] == missing


def test_every_page_of_docs_is_led_to():
    """From the README, the guide for contributors, or another page."""
    told = "".join(page.read_text("utf-8") for page in PAGES)
    assert [] == [
        page.name for page in (ROOT / "docs").glob("*.md") if f"{page.name})" not in told and f"{page.name}#" not in told
    ]
