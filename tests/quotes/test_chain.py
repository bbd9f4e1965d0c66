import pytest

from facta import quotes


def chain_of(desk, text, attribution, mentions, **page):
    found = [desk.attribution(text, *attribution)]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found, mentions), **page)).quotes
    return [(s.kind, s.name) for s in quote.chain]


def test_the_chain_leads_from_the_outlet_to_the_speaker(desk):
    """The page's outlet comes first, without offsets; the speaker last, as written."""
    text = "Minister Ann Sample said the talks had failed."
    out = chain_of(desk, text, ("the talks had failed", "said", "Minister Ann Sample"), [("Minister Ann Sample", "person")])
    assert [("outlet", "Daily Sample"), ("person", "Minister Ann Sample")] == out


def test_an_unknown_outlet_stands_without_a_name(desk):
    """The first link is the page's outlet even when the page does not name it."""
    text = "Ann said the talks had failed."
    assert ("outlet", None) == chain_of(desk, text, ("the talks had failed", "said", "Ann"), [("Ann", "person")], outlet=None)[0]


def test_according_to_after_a_speaker_is_a_link_between(desk):
    """ "X said ..., according to Y": X speaks, Y stands between; the adjective tells that a state runs it."""
    text = "“We are ready to go,” Ann said at a meeting with Bob, according to the state-run Tass news agency."
    found = [desk.attribution(text, "“We are ready to go,”", "said", "Ann")]
    mentions = [("Ann", "person"), ("Bob", "person"), ("state-run Tass news agency", "organisation")]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found, mentions))).quotes
    link = quote.chain[1]
    assert ["Daily Sample", "Tass news agency", "Ann"] == [s.name for s in quote.chain]
    assert ("agency", True, "Tass news agency") == (link.kind, link.state_controlled, text[link.start : link.end])


def test_a_ministry_that_passes_words_on_is_an_institution(desk):
    """Not only media stand between."""
    text = "“We are ready to go,” Ann said, according to the Ministry of Defense."
    out = chain_of(
        desk, text, ("“We are ready to go,”", "said", "Ann"), [("Ann", "person"), ("Ministry of Defense", "organisation")]
    )
    assert [("outlet", "Daily Sample"), ("institution", "Ministry of Defense"), ("person", "Ann")] == out


def test_told_names_a_link_only_when_it_is_media(desk):
    """Words told to an agency came through it; words told to a colleague did not."""
    mentions = [("Ann", "person"), ("Reuters", "other")]
    to_agency = chain_of(desk, "Ann told Reuters that it was late.", ("that it was late", "told", "Ann"), mentions)
    mentions = [("Ann", "person"), ("Bob", "other")]
    to_person = chain_of(desk, "Ann told Bob that it was late.", ("that it was late", "told", "Ann"), mentions)
    assert ([("agency", "Reuters")], 2) == (to_agency[1:2], len(to_person))


def test_an_agency_that_cites_a_ministry_gives_two_links(desk):
    """Outlets stand outside of institutions."""
    text = "The exercise was over, Interfax reported, citing the Defence Ministry, where Ann spoke."
    out = chain_of(
        desk,
        text,
        ("The exercise was over", "spoke", "Ann"),
        [("Ann", "person"), ("Interfax", "other"), ("Defence Ministry", "organisation")],
    )
    assert ["Daily Sample", "Interfax", "Defence Ministry", "Ann"] == [name for _, name in out]


def test_who_reports_a_quotation_whole_stands_outside_its_speaker(desk):
    """ "Interfax reported that Ann said ...": what Ann said came through Interfax."""
    text = "Interfax reported that Ann said it was late."
    found = [
        desk.attribution(text, "that Ann said it was late", "reported", "Interfax"),
        desk.attribution(text, "it was late", "said", "Ann"),
    ]
    analysis = desk.analysis(text, found, [("Ann", "person"), ("Interfax", "other")])
    inner = next(q for q in quotes.find(desk.reading(text, analysis)).quotes if q.content[0].text == "it was late")
    assert ["Daily Sample", "Interfax", "Ann"] == [s.name for s in inner.chain]


def test_a_readers_comment_puts_the_reader_between(desk):
    """What a reader claims came through the reader."""
    own = "Bob said it was early."
    analysis = desk.analysis(own, [desk.attribution(own, "it was early", "said", "Bob")], [("Bob", "person")])
    reading = desk.reading("Nothing here.", desk.analysis("Nothing here."), comments=[(desk.comment(own), analysis)])
    (quote,) = quotes.find(reading).quotes
    assert [("outlet", "Daily Sample"), ("reader", "ann"), ("person", "Bob")] == [(s.kind, s.name) for s in quote.chain]


def test_unnamed_officials_are_anonymous(desk):
    """An official without a name is marked, a minister with one is not."""
    text = "A senior official said it was late."
    found = [desk.attribution(text, "it was late", "said", "A senior official")]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found, [("senior official", "role")]))).quotes
    assert quote.chain[-1].anonymous is True


CLOSED = "The bridge is closed, "


def closed(desk, clause, told, mentions):
    """The chain of `The bridge is closed`, said as a clause tells."""
    return chain_of(desk, CLOSED + clause, ("The bridge is closed", *told), mentions)[1:]


@pytest.mark.parametrize(
    ("clause", "told", "mentions", "expected"),
    [
        (
            "Interfax reported, citing the harbour police.",
            ("reported", "Interfax"),
            [("Interfax", "other"), ("harbour police", "organisation")],
            [("agency", "Interfax"), ("institution", "harbour police")],
        ),
        (
            "Reuters reported, quoting unnamed officials.",
            ("reported", "Reuters"),
            [("Reuters", "other"), ("unnamed officials", "other")],
            [("agency", "Reuters"), ("person", "unnamed officials")],
        ),
        (
            "Ann said, according to Interfax, which cited the navy.",
            ("said", "Ann"),
            [("Ann", "person"), ("Interfax", "other"), ("navy", "organisation")],
            [("agency", "Interfax"), ("institution", "navy"), ("person", "Ann")],
        ),
        (
            "Ann said, citing another reason.",
            ("said", "Ann"),
            [("Ann", "person"), ("another reason", "other")],
            [("person", "Ann")],
        ),
    ],
)
def test_whom_a_source_cites_stands_behind_it(desk, clause, told, mentions, expected):
    """From the outlet inward: the one who tells it here, then on whose word; an argument that is cited is nobody."""
    assert expected == closed(desk, clause, told, mentions)


def test_a_statement_carried_by_an_agency_came_through_it(desk):
    """Also where the reader of the language takes the first word of that for a part of the cue."""
    found = closed(
        desk,
        "the port said in a statement carried by the Interfax news agency.",
        ("said in a statement carried", "the port"),
        [("port", "organisation"), ("Interfax news agency", "organisation")],
    )
    assert [("agency", "Interfax news agency"), ("institution", "port")] == found


def test_what_somebody_told_this_page_s_outlet_came_through_it_once(desk):
    """`told the Daily Sample`, in the Daily Sample."""
    mentions = [("Ann", "person"), ("Daily Sample", "organisation")]
    out = chain_of(desk, "Ann told the Daily Sample that it was late.", ("that it was late", "told", "Ann"), mentions)
    assert [("outlet", "Daily Sample"), ("person", "Ann")] == out


def test_an_official_with_a_name_is_not_anonymous(desk):
    """The name may stand behind the office; of several speakers all must be nameless."""
    text = "A port official, Ann Berg, said it was late. Aides and police officials said no."
    mentions = [("port official", "role"), ("Ann Berg", "person"), ("Aides", "group"), ("police officials", "group")]
    found = [
        desk.attribution(text, "it was late", "said", "A port official, Ann Berg,"),
        desk.attribution(text, "no", "said", "Aides and police officials"),
    ]
    out = quotes.find(desk.reading(text, desk.analysis(text, found, mentions))).quotes
    expected = [("port official, Ann Berg", False), ("Aides and police officials", True)]
    assert expected == [(q.chain[-1].name, q.chain[-1].anonymous) for q in out]


@pytest.mark.parametrize(
    ("told", "mention", "expected"),
    [
        ("NBC last week", ("NBC last week", "time"), [("outlet", "NBC")]),
        ("France 24", ("France", "other"), [("outlet", "France 24")]),
        ("the broadcaster Nordsjo", ("broadcaster Nordsjo", "other"), [("outlet", "Nordsjo")]),
        ("the newspaper Dawn last week", ("newspaper Dawn last week", "time"), [("outlet", "Dawn")]),
        ("the news agency Interfax", ("news agency Interfax", "organisation"), [("agency", "Interfax")]),
        ("France", ("France", "other"), []),
        ("parliament last week", ("parliament last week", "time"), []),
    ],
)
def test_a_medium_has_its_own_name_whatever_stands_with_it(desk, told, mention, expected):
    """A time behind it is no part of it, a number is; a noun of the trade before it makes a name a medium's."""
    text = f"Ann told {told} that it was late."
    assert expected == chain_of(desk, text, ("that it was late", "told", "Ann"), [("Ann", "person"), mention])[1:-1]


@pytest.mark.parametrize(
    ("speaker", "mention", "expected"),
    [
        ("A former ambassador to Peru", ("former ambassador to Peru", "role"), True),
        ("The ambassador to Peru", ("ambassador to Peru", "role"), False),
        ("A navy spokesman", ("navy spokesman", "role"), False),
        ("Two people in the palace", ("Two people in the palace", "group"), True),
        ("People’s Bank officials", ("People’s Bank officials", "group"), True),
        ("The official gazette", ("official gazette", "other"), False),
    ],
)
def test_who_is_one_of_several_is_anonymous(desk, speaker, mention, expected):
    """An office with `a` says nobody's name, nor do people somewhere; the holder of the only one and a body's voice are known."""
    text = f"{speaker} said it was late."
    found = [desk.attribution(text, "it was late", "said", speaker)]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found, [mention]))).quotes
    assert expected is quote.chain[-1].anonymous


def test_who_quotes_another_as_saying_it_is_a_link(desk):
    """Not only a medium."""
    text = "“We will not break ranks,” one of the aides quoted him as saying."
    found = [desk.attribution(text, "“We will not break ranks,”", "quoted him as saying", "one of the aides")]
    (quote,) = quotes.find(desk.reading(text, desk.analysis(text, found, [("one of the aides", "group")]))).quotes
    assert ["Daily Sample", "one of the aides", "him"] == [link.name for link in quote.chain]


def test_who_is_cited_within_a_source_is_a_link_too(desk):
    """A reader may take `Interfax, citing a minister,` for the source as a whole."""
    text = "Interfax, citing the harbour police, said the bridge is closed."
    told = ("the bridge is closed", "said", "Interfax, citing the harbour police,")
    out = chain_of(desk, text, told, [("Interfax", "other"), ("harbour police", "organisation")])
    assert ["Daily Sample", "Interfax", "harbour police"] == [name for _, name in out]
