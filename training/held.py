"""Write the held-out texts as gold files: `python -m training.held`, then `facta code` and the shared scorer as for any gold.

What lies between the network and an event (phrases, sides, states, dates, folding) is chosen on these, never on the development
files.
"""

import json
from collections.abc import Mapping
from typing import Any

from training.paths import BUILD
from training.standoff import RELEASES, deeds, lines
from training.texts import ARTICLE, coded_rows, held_out


def main() -> None:
    """`held_reports.jsonl`, `held_articles.jsonl`, `held_releases.jsonl` (governments' own) and `held_deeds.jsonl` (ours, told in
    all ways) in the build folder."""
    rows = [row for row in coded_rows() if (row.get("item") or row["doc_id"]) in held_out()]
    releases = {row["id"] for path in RELEASES for row in lines(path)}
    done = {key for key, _ in deeds()}
    news = [r for r in rows if r.get("item") not in releases | done]
    for name, some in (
        ("reports", [r for r in news if len(r["text"]) < ARTICLE]),
        ("articles", [r for r in news if len(r["text"]) >= ARTICLE]),
        ("releases", [r for r in rows if r.get("item") in releases]),
        ("deeds", [r for r in rows if r.get("item") in done]),
    ):
        path = BUILD / f"held_{name}.jsonl"
        path.write_text("".join(json.dumps(gold(r), ensure_ascii=False) + "\n" for r in some), "utf-8")
        print(path, len(some), "texts,", sum(len(r["events"]) for r in some), "events")


def gold(row: Mapping[str, Any]) -> dict[str, Any]:
    """A coded text in the form of the shared gold."""
    name = row.get("item") or row["doc_id"]
    return {"id": name, "item": name, "date": row["date"], "text": row["text"], "events": row["events"]}


if __name__ == "__main__":
    main()
