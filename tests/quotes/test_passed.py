"""Who spoke goes before who passed the words on."""

import pytest

from facta.language.reader import load
from facta.quotes.passed import NAMED, passed_on, spoken
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


@pytest.mark.parametrize(
    ("clause", "speaker", "verb"),
    [
        ("said Anna Berg, a diplomat", "Anna Berg", "said"),
        ("the senator joked", "senator", "joked"),
        ("the banner fell", None, None),
    ],
)
def test_quoted_words_of_nobody_are_whose_name_stands_behind_them(desk, clause, speaker, verb):
    """Beside a verb of speech; any other verb names nobody."""
    text = f"“This is a public emergency,” {clause}."
    lone = desk.attribution(text, "“This is a public emergency,”", score=0.15)
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    found = spoken(told(reading, reading.analyses[ARTICLE], None), lone)
    named = [text[r.start : r.end] for r in (*found.source, *found.cue)]
    assert ([speaker, verb], NAMED) == (named, found.score) if speaker else lone == found


@pytest.mark.parametrize(
    ("clause", "speaker", "verb"),
    [
        ("the harbour police said", "harbour police", "said"),
        ("Anna Berg told a meeting of the council on Monday", "Anna Berg", "told"),
        ("the police said that the road was open", None, None),
        ("which denied the report", None, None),
        ("the tunnel is open", None, None),
    ],
)
def test_the_one_behind_the_last_comma_spoke(desk, clause, speaker, verb):
    """Also without marks; a clause behind the verb is more than to whom it was said."""
    text = f"Norway has closed the bridge to the islands, {clause}, according to the Norwegian News Agency."
    whole = f"Norway has closed the bridge to the islands, {clause}"
    taken = desk.attribution(text, whole, "according to", "the Norwegian News Agency")
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    found = passed_on(told(reading, reading.analyses[ARTICLE], None), taken)
    words = [text[r.start : r.end] for r in (*found.content, *found.source, *found.cue)]
    if speaker is None:
        assert taken == found
    else:
        assert ["Norway has closed the bridge to the islands", speaker, verb] == words


def test_whom_a_medium_quotes_as_saying_it_spoke(desk):
    """The content is what stands before the medium, not who said it."""
    text = "Norway has closed the bridge to the islands, the Norwegian News Agency quoted the port as saying."
    taken = desk.attribution(text, "the port as saying", "quoted", "the Norwegian News Agency")
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    found = passed_on(told(reading, reading.analyses[ARTICLE], None), taken)
    words = [text[r.start : r.end] for r in (*found.content, *found.source, *found.cue)]
    assert ["Norway has closed the bridge to the islands", "the port", "quoted", "as saying"] == words


def test_an_opening_mark_ends_nobodys_words(desk):
    """What stands behind it is quoted itself; the speaker behind the closing mark stays."""
    text = 'The guard "took measures in accordance with the law", its spokesman, Gan Berg, said.'
    taken = desk.attribution(text, text[: text.index(", its")], "said", "its spokesman, Gan Berg,")
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    assert taken == passed_on(told(reading, reading.analyses[ARTICLE], None), taken)


@pytest.mark.parametrize(
    ("text", "taken", "expected"),
    [
        (
            "Tass quoted the ministry as saying that the ship was lost.",
            ("the ministry as saying that the ship was lost", "quoted", "Tass"),
            ["that the ship was lost", "the ministry", "quoted", "as saying"],
        ),
        (
            "“We will not break ranks,” one of the officials quoted him as saying.",
            ("“We will not break ranks,”", "quoted him as saying", "one of the officials"),
            ["“We will not break ranks,”", "him", "quoted", "as saying"],
        ),
        (
            "Bob Dahl, the mayor, told the council that it was late, the Norwegian News Agency reported.",
            ("that it was late", "reported", "the Norwegian News Agency"),
            ["that it was late", "Bob Dahl, the mayor,", "told"],
        ),
        (
            "Norway denied the claim that it was late, the Norwegian News Agency reported.",
            ("that it was late", "reported", "the Norwegian News Agency"),
            ["that it was late", "the Norwegian News Agency", "reported"],
        ),
    ],
)
def test_whoever_is_quoted_or_stands_before_that_spoke(desk, text, taken, expected):
    """Wherever the content stands that the reader found."""
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    found = passed_on(told(reading, reading.analyses[ARTICLE], None), desk.attribution(text, *taken))
    assert expected == [text[r.start : r.end] for r in (*found.content, *found.source, *found.cue)]
