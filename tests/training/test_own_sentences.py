import json
from collections import Counter
from pathlib import Path

import pytest

OWN = sorted((Path(__file__).parents[2] / "training" / "own").glob("*.jsonl"))


def items() -> list[dict[str, object]]:
    return [json.loads(line) for path in OWN for line in path.read_text("utf-8").splitlines()]


def test_every_string_is_verbatim() -> None:
    """Triggers, evidence, parties and places of our own sentences stand in their text, as the protocol asks."""
    for item in items():
        for event in item["events"]:  # type: ignore[attr-defined]
            strings = [event["trigger"], event["evidence"], *(p[0] for side in ("actor", "recipient") for p in event[side])]
            strings += [event["place"]] if event["place"] else []
            assert [s for s in strings if s not in item["text"]] == []  # type: ignore[operator]


def test_items_are_told_apart() -> None:
    """No two items share a name or a text."""
    for field in ("item", "text"):
        assert [value for value, n in Counter(item[field] for item in items()).items() if n > 1] == []


def test_none_is_taken_from_shared_data() -> None:
    """Our sentences are our own words: none stands in the reports that others wrote."""
    shared = Path(__file__).parents[3] / "shared" / "data" / "events"
    if not shared.is_dir():
        pytest.skip("the shared data is not beside the project")
    theirs = "".join(p.read_text("utf-8") for p in shared.glob("*.jsonl"))
    assert [item["text"] for item in items() if len(str(item["text"])) > 25 and json.dumps(item["text"])[1:-1] in theirs] == []
