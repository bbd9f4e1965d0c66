"""Rows of `acts.SELECT` and their columns, without a store."""

from datetime import date

from facta.language.vectors import vectors
from facta.stories.acts import acts

DAY = date(2018, 4, 3)


def row(**fields):
    """A meeting of China and Russia in Moscow, as far as the fields do not say otherwise."""
    return {
        "page_no": 1, "n": 0, "id": "e1", "type": "CONSULT", "mode": None, "quad": 1, "rung": "talk", "status": "actual",
        "actor_countries": ["CHN", "RUS"], "recipient_countries": [], "symmetric": True, "first_day": DAY, "last_day": DAY,
        "precision": "day", "place": "Moscow", "place_country": "RUS", "confidence": 0.8, "actor_names": ["China", "Russia"],
        "recipient_names": [], "officers": [], "evidence": "The presidents met in Moscow.",
        "trigger": "met", "leading": "The presidents ", "around": "The presidents met in Moscow about a pipeline.",
        "published_day": DAY, "key": "a", "page": "1", "url": None, "title": None, "outlet": "Daily Ledger",
    } | fields  # fmt: skip


def compared(rows, copy_of=None):
    """The columns of rows; each page is a text of its own if no groups are given."""
    pages = {r["page_no"] for r in rows}
    return acts([dict(r) for r in rows], copy_of or {no: f"p{no}" for no in pages}, vectors())
