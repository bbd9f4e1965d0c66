"""Who spoke goes before who passed the words on."""

import pytest

from facta.language.reader import load
from facta.quotes.passed import passed_on
from facta.quotes.told import told
from facta.records import ARTICLE
from facta.values.spans import Range


@pytest.mark.parametrize(
    ("clause", "speaker", "verb"),
    [
        ("Mr. Berg said", "Mr. Berg", "said"),
        ("the minister told the troops", "minister", "told"),
        ("Anna Berg, the country’s most senior diplomat, warned", "Anna Berg", "warned"),
        ("said Anna Berg, a diplomat", "Anna Berg", "said"),
        ("and that was all", None, None),
    ],
)
def test_the_one_behind_the_closing_mark_spoke(desk, clause, speaker, verb):
    """With the verb as cue and the quoted words alone as content; a clause without speaker and verb changes nothing."""
    text = f"“We do not have any plans of aggression,” {clause}, according to the Norwegian News Agency."
    taken = desk.attribution(
        text, f"“We do not have any plans of aggression,” {clause}", "according to", "the Norwegian News Agency"
    )
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    found = passed_on(told(reading, reading.analyses[ARTICLE], None), taken)
    words = [text[r.start : r.end] for r in (*found.content, *found.source, *found.cue)]
    if speaker is None:
        assert taken == found
    else:
        assert ["“We do not have any plans of aggression,”", speaker, verb] == words
