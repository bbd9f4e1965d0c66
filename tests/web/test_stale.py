"""Whether what a form was made from still stands."""

from datetime import UTC, datetime

from facta.records import Span
from facta.web.stale import mark

NOW = datetime(2018, 4, 3, tzinfo=UTC)


def test_a_mark_changes_with_what_was_shown():
    """Records, words, times, or nothing; the same each time."""
    shown = [
        (),
        (None,),
        ("kept",),
        ("kept", None),
        (NOW,),
        (Span(start=0, end=3, text="Wei"),),
        (Span(start=0, end=3, text="Wet"),),
    ]
    marks = [mark(*parts) for parts in shown]
    assert len(shown) == len(set(marks))
    assert marks == [mark(*parts) for parts in shown]
    assert {12} == {len(made) for made in marks}
