"""A long text takes work in proportion to its length, however many quotation marks it has."""

import pytest
from msgspec import structs

from facta.quotes import find
from tests.work import growth

KINDS = {
    "bridged": "“Ours is {n}ship,” {n}Ann said. “It is {n}port.” ",
    "bare": "“No {n}ship.” {n}Ann went. ",
    "brief": "{n}Ann said: “No {n}ship.” ",
    "repeated": "“This is the same old {n}song of theirs,” {n}Ann said. ",
    "left open": "“Here {n}Ann said that {n}ships sailed. ",
    "under one mark": "{n}Ann said that {n}ships sailed and that ",
    "turns": "ANN: {n}Ships sailed.\nBEN: “{n}Ann said so.”\n",
}


def reading(desk, kind, size):
    """A text of so many of a kind, each with what a reader finds in it."""
    pieces = [KINDS[kind].format(n=f"x{size}y{n}") for n in range(size)]
    text = ("“" if kind == "under one mark" else "") + "".join(pieces)
    found, at = [], text.index(pieces[0])
    for piece in pieces:
        before, said, behind = piece.partition("said")
        if said:
            content = behind[1:] if behind.startswith(" that") else before.strip().rpartition(" ")[0] or behind
            found.append(moved(desk.attribution(piece, content.strip(), said, before.split()[-1].strip("“")), at))
        at += len(piece)
    return desk.reading(text, desk.analysis(text, found))


def moved(a, by):
    """An attribution of a piece in the whole text."""
    parts = {name: tuple(type(r)(r.start + by, r.end + by) for r in getattr(a, name)) for name in ("content", "cue", "source")}
    return structs.replace(a, **parts)


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_many_quotations_take_twice_the_work(desk, kind):
    """In one paragraph, but for turns of a transcript."""

    def told(size):
        made = reading(desk, kind, size)
        return lambda: find(made)

    assert growth(told, 60) < 2.35
