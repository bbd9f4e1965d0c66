"""The generated pages say what the code says today."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"
spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
generate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(generate)


@pytest.mark.parametrize("page", generate.PAGES)
def test_a_generated_page_is_fresh(page):
    """Run `python docs/generate.py` after changing a command, a setting or an event type."""
    assert generate.PAGES[page]() == (DOCS / page).read_text("utf-8"), "run python docs/generate.py"


def test_a_rule_that_answers_no_question_is_named(monkeypatch):
    """A module that is added is to be found on the page of rules; one that is gone is not."""
    heading, questions = generate.RULES["events"]
    changed = questions | {"On whose word": "hearsay"}
    monkeypatch.setitem(generate.RULES, "events", (heading, changed))
    with pytest.raises(ValueError, match=r"no question for \{'assertion'\}, or no module for \{'hearsay'\}"):
        generate.rules()
