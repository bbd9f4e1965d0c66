"""Lines that say where an article came from and who wrote it."""

import pytest

from facta.read import credit


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Source: Newsweek", "Newsweek"),
        ("(AP)", "AP"),
        ("— Reuters", "Reuters"),
        ("By Ada Lo, Reuters", "Reuters"),
        ("This article originally appeared on The Example", "The Example"),
        ("First published in The Example Review.", "The Example Review"),
    ],
)
def test_a_credit_line_names_its_outlet(line: str, outlet: str) -> None:
    """The outlet is the name as written, and the text the whole line."""
    found = credit.line(line)
    assert (outlet, line) == (found and found.outlet, found and found.text)


@pytest.mark.parametrize(
    "line",
    [
        "Source close to the talks: they failed.",
        "The Reuters report said so.",
        "By Ada Lo",
        "By force they won.",
        "Via Appia is long.",
        "Sources said.",
    ],
)
def test_prose_and_bare_bylines_are_no_credit(line: str) -> None:
    """Only a line that says nothing else is a credit."""
    assert credit.line(line) is None


def test_an_agency_in_brackets_at_either_end_of_the_article_is_its_credit() -> None:
    """A dateline's mark, Tass's slashes, or a name in brackets after the last sentence."""
    found = [
        credit.inside("DALLAS (AP) — A candidate spoke.", "He left."),
        credit.inside("MOSCOW, April 5. /TASS/. A minister spoke.", "He left."),
        credit.inside("A minister spoke.", "He left. (Xinhua)"),
        credit.inside("The minister (centre) spoke.", "He left (at last)."),
    ]
    assert ["AP", "TASS", "Xinhua", None] == [c.outlet if c else None for c in found]


def test_who_asks_at_a_press_conference_is_no_dateline() -> None:
    """A label in capitals before a name in brackets."""
    assert (None, None) == (
        credit.inside("QUESTION (Harbour Press): Minister, will you go?", "Yes."),
        credit.dateline("QUESTION (Harbour Press): Minister, will you go?"),
    )


def test_a_byline_holds_names_only() -> None:
    """Names are kept in order without agencies; a sentence that begins with By is none."""
    assert ("Ada Lo", "Ben van Dyk") == credit.byline("By Ada Lo and Ben van Dyk, Reuters")
    assert ("Ada Lo",) == credit.byline("By Ada Lo | April 5, 2018 10:30 GMT")
    assert () == credit.byline("By then the ministers had left Ankara")


def test_sign_offs_are_recognised() -> None:
    """Who reported and edited is said in a line of its own."""
    assert credit.signed("(Reporting by Ada Lo in Ankara; Editing by Ben Dyk)")
    assert not credit.signed("Reporting from Ankara is hard.")


def test_what_somebody_does_is_no_name() -> None:
    """Job titles and desks stand beside names in bylines; an agency is told by its form, too."""
    assert ("Ada Lo",) == credit.byline("By Ada Lo, Middle East Editor")
    assert ("Ada Lo", "Ben van Dyk") == credit.names("Ada Lo, Diplomatic Correspondent, and Ben van Dyk, Staff Writer")
    assert (True, ()) == (credit.is_byline("By Staff"), credit.byline("By Staff"))
    found = credit.line("Harbour Press Agency")
    assert "Harbour Press Agency" == (found and found.outlet)
    assert not credit.is_person("Harbour Press Agency")


@pytest.mark.parametrize("line", ["The agency said so.", "Harbour Press", "By agency rules they lost."])
def test_an_agency_is_told_by_its_whole_name(line: str) -> None:
    """Neither prose nor any name is one."""
    assert credit.line(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Lo in London", ("Ada Lo",)),
        ("By Ada Lo in Tehran and Ben Roe in the Hague", ("Ada Lo", "Ben Roe")),
        ("Words by Ada Lo", ("Ada Lo",)),
        ("By Ada Lo, in Washington, D.C.", ("Ada Lo",)),
        ("By Ada Lo, London", ("Ada Lo",)),
        ("Ada Lo and agencies", ("Ada Lo",)),
        ("By Yun Sun, Mar 5, 2021", ("Yun Sun",)),
        ("By Ada Lo Wednesday, May 5, 2021", ("Ada Lo",)),
        ("Von Ada Lo und Ben Roe Fr, 17. Mai 2019", ("Ada Lo", "Ben Roe")),
        ("Por Ana Rosa e Rui Reis — Boa Vista", ("Ana Rosa", "Rui Reis")),
        ("By Ada Lo - Reuters", ("Ada Lo",)),
        ("By Ada Lo – New York", ("Ada Lo",)),
        ("كتب: أحمد سالم", ("أحمد سالم",)),
        ("作者：王小明", ("王小明",)),
        ("लेखक: रमेश कुमार", ("रमेश कुमार",)),
        ("Ada Lo, Ben Roe and Reuters", ("Ada Lo", "Ben Roe")),
        ("By Ada Lo | Harbour Herald | April 5, 2018 | 5 min read", ("Ada Lo",)),
    ],
)
def test_authors_stand_beside_places_desks_and_dates(line: str, names: tuple[str, ...]) -> None:
    """Only the persons are names, and the whole line is a byline."""
    assert (names, True) == (credit.byline(line), credit.is_byline(line))


@pytest.mark.parametrize(
    "line", ["Ada Lo and Ben Roe", "Reuters and Ada Lo", "By air in London", "Ada Lo met agencies", "Agencies"]
)
def test_names_alone_are_no_byline(line: str) -> None:
    """Without a word such as "by", a desk must follow a person."""
    assert not credit.is_byline(line)


def test_the_outlet_that_somebody_wrote_for_is_nobody() -> None:
    """An agency is named all the same."""
    assert [("Ada Lo",)] * 3 == [
        credit.byline(f"By Ada Lo {f}") for f in ("for Harbour Online", "FOR HARBOURONLINE", "For The Herald")
    ]
    assert ("Ada Lo",) == credit.names("Ada Lo for Harbour Online")
    assert credit.is_byline("By Ada Lo for Reuters")
