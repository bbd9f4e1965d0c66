from facta.language.reader import LinearReader
from facta.language.roles import Anchor, pairs


def test_phrases_of_the_sentence_before_may_take_part(reader: LinearReader) -> None:
    """A party may be named one sentence back, never later than its act."""
    views = reader.parser.views("Ghana spoke. Togo listened. Benin left.")
    assert [(1, "Togo"), (0, "Ghana")] == [(home, views[home].s.words[c.head]) for home, c in pairs(views, 1) if c.full]


def test_active_and_passive_tell_the_same_parties(reader: LinearReader) -> None:
    """Who acts and who is acted on does not hang on the order of words."""
    for text in ("Israeli forces killed two Lebanese soldiers.", "Two Lebanese soldiers were killed by Israeli forces."):
        views = reader.parser.views(text)
        at = views[0].s.words.index("killed")
        found = {
            role: text[views[h].s.ranges[c.first].start : views[h].s.ranges[c.last].end]
            for role, h, c, _ in reader.parties(views, 0, Anchor(at, "ASSAULT"))
        }
        assert ("Israeli forces", "two lebanese soldiers") == (found.get("actor"), found.get("recipient", "").lower())
