"""The parts of an article given as plain text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.read import plain

BODY = "The foreign ministers met in Ankara on Monday, officials said.\n\nThey will meet again in May, the Turkish side said."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end]) for p in plain.read(text, title).parts]


def test_a_report_of_one_paragraph_is_body() -> None:
    """A single paragraph has nothing above it, even without a full stop or in title case."""
    assert [("body", "Ministers Meet in Ankara")] == kinds("Ministers Meet in Ankara\n")


def test_headline_dek_and_standfirst_stand_above_the_first_paragraph() -> None:
    """Lines that end without a full stop before the first full sentence are headline, dek and standfirst, in this order."""
    text = f"Ministers meet in Ankara after all\n\nA first visit since the crisis\n\nBoth sides called it useful\n\n{BODY}"
    assert ["headline", "dek", "standfirst", "body", "body"] == [kind for kind, _ in kinds(text)]


def test_a_headline_with_a_full_stop_is_told_by_title_case_or_dateline() -> None:
    """Some archives end headlines with a full stop: title case or an agency's dateline below still shows them."""
    assert "headline" == kinds(f"Ministers Meet After All as Crisis Eases.\n\n{BODY}")[0][0]
    assert "headline" == kinds("Ministers meet after all.\n\nANKARA (AP) — The ministers met on Monday.\n\nThey left.")[0][0]
    assert "body" == kinds(f"The ministers met after all on Monday.\n\n{BODY}")[0][0]


def test_a_given_title_names_the_headline_and_nothing_else_does() -> None:
    """Where the source knows the title, the paragraph that repeats it is the headline; a title outside the text makes none."""
    text = f"Ministers meet after all.\n\n{BODY}"
    assert "headline" == kinds(text, "Ministers meet after all")[0][0]
    assert "body" == kinds(text, "Something else")[0][0]
    assert "Something else" == plain.read(text, "Something else").title


def test_a_greeting_or_an_opening_is_no_headline() -> None:
    """A first line that ends in a comma or a colon leads into what follows."""
    assert "body" == kinds(f"President of the Republic: Mr President, friends,\n\n{BODY}")[0][0]
    assert "body" == kinds(f"The message reads, in part:\n\n{BODY}")[0][0]


def test_a_line_before_a_long_word_is_full() -> None:
    """It had no room for it; a line that had is a paragraph, in wrapped texts too."""
    long = "The minister said on Monday that the ships would leave the\nharbour as soon as the ice has gone from the mouth of it."
    whole = "All of it is told on the page\nhttps://harbour.example/2018/04/05/the-ships-leave"
    blocks = [long, long, whole, long, "One\nTwo", long]
    text = "\n\n".join(blocks)
    parts = [text[p.start : p.end] for p in plain.read(text).parts]
    assert [long, long, whole, long, "One", "Two", long] == parts


def test_lines_are_paragraphs_unless_they_were_wrapped() -> None:
    """A line break ends a paragraph of prose, but not where a machine broke the lines at a width."""
    assert 2 == len(kinds("The talks in Ankara went on until late at night.\nNobody would say how they had ended."))
    assert 2 == len(kinds("Ministers meet after all\nThe ministers met in Ankara on Monday, officials of both sides said."))
    assert 1 == len(kinds("The talks in Ankara went on until late\nat night, and nobody would say how\nthey had ended."))


def test_the_page_around_the_article_is_other() -> None:
    """Buttons, advertisements, forms, and what follows them below the article are no part of it."""
    above, below = "Home\n\nMinisters meet in Ankara after all\n\nShare this:", "Advertisement\n\nLeave a Reply"
    text = f"{above}\n\n{BODY}\n\n{below}\n\nYour email address will not be published."
    assert ["other", "headline", "other", "body", "body", "other", "other", "other"] == [kind for kind, _ in kinds(text)]


def test_byline_date_and_credit_are_read_from_their_lines() -> None:
    """Author, day and outlet come from lines that say nothing else."""
    draft = plain.read(f"Ministers meet in Ankara after all\n\nBy Ada Lo\n\nApril 5, 2018\n\n{BODY}\n\nSource: The Example")
    assert (("Ada Lo",), "2018-04-05", "The Example") == (draft.byline, draft.published, draft.credit and draft.credit.outlet)


def test_a_dateline_gives_credit_and_its_day_only_with_a_year() -> None:
    """An agency's dateline names the agency; a day without a year is not guessed."""
    with_year = plain.read("ANKARA, April 5, 2018 (Reuters) - The ministers met.\n\nThey left.")
    without = plain.read("ANKARA, April 5 (Reuters) - The ministers met.\n\nThey left.")
    assert ("Reuters", "2018-04-05") == (with_year.credit and with_year.credit.outlet, with_year.published)
    assert ("Reuters", None) == (without.credit and without.credit.outlet, without.published)


GLUED = "The visit of the minister was agreed with President Lo{}"
AFTER = "\n\nPresident Lo spoke in Ankara. Turkey was quiet."


@pytest.mark.parametrize(
    "right",
    [
        "The defence ministry has pledged its support to its neighbours again.",
        "Turkey’s defence ministry has pledged its support to its neighbours again.",
        "“We are here to pledge support to our neighbours again,” he said.",
    ],
)
def test_a_lost_line_break_in_the_front_matter_is_put_back(right: str) -> None:
    """Where a line without a full stop ran into the first paragraph, the two are parted and offsets stay true."""
    text = "Ministers meet in Ankara after all\n\n" + GLUED.format(right) + AFTER
    assert [("headline", "Ministers meet in Ankara after all"), ("dek", GLUED.format("")), ("body", right)] == kinds(text)[:3]


@pytest.mark.parametrize(
    "name", ["McDonald", "iPhone", "YouTube", "DeVos", "MacArthur", "PetroChina", "AirAsia", "OpenAI", "TheBlaze"]
)
def test_names_with_a_capital_inside_are_no_lost_break(name: str) -> None:
    """A name is one word, even where both its halves stand alone elsewhere in the text."""
    text = f"Ministers meet after all\n\nThe minister had agreed the visit with {name} and some others before he went to Ankara."
    text += "\n\nYou and Petro and Air and Open, Mc Mac De i The. Donald, Phone, Tube, Vos, Arthur, China, Asia, AI, Blaze."
    assert ["headline", "body", "body"] == [kind for kind, _ in kinds(text)]


def test_body_paragraphs_below_the_first_are_never_parted() -> None:
    """A lost break is sought only where headlines run into the text."""
    text = f"{BODY}\n\n" + GLUED.format("The ministry has pledged its support to its neighbours again.")
    assert 3 == len(kinds(text))


@given(
    st.text(st.characters(codec="utf-8"))
    | st.lists(st.sampled_from(["1. Ada says", "Reply", "A b c.", "Ab cD ef", "\n", "\n\n", "  ", "\r\n", "“x”"])).map("".join)
)
def test_parts_are_trimmed_ordered_and_apart(text: str) -> None:
    """Whatever the text, its parts stand in order without overlap, hold something, and have no white space at their edges."""
    parts = plain.read(text).parts
    assert all(0 <= p.start < p.end <= len(text) for p in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() for p in parts)
    covered = "".join(text[p.start : p.end] for p in parts)
    assert "".join(text.split()) == "".join(covered.split())


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("By Ada Lo | Harbour Herald | June 8, 2017", "Harbour Herald"),
        ("The Harbour Post, 8 June 2017", "The Harbour Post"),
        ("Ankara, 8 June 2017", None),
    ],
)
def test_an_outlet_is_named_beside_the_date(line: str, site: str | None) -> None:
    """A place in the same position is none."""
    page = plain.read(
        f"Ministers sign a treaty\n\n{line}\n\nThe ministers signed a treaty in Ankara. It was the first for years.\n\nThey left."
    )
    assert (site, "2017-06-08") == (page.site, page.published)


def test_an_outlet_is_named_above_the_headline() -> None:
    """In a line of its own, as where a page was pasted from its top."""
    text = "The Harbour Herald\n\nMinisters meet in Ankara\n\nBy Ada Lo\n\nThey met on Monday.\n\nThey left."
    draft = plain.read(text)
    assert ("The Harbour Herald", "Ministers meet in Ankara") == (draft.site, draft.title)


def test_a_name_above_what_its_bearer_does_is_the_byline() -> None:
    """As pages print it that are pasted with all that stands above the article; neither line is a dek."""
    menu = "Skip to content\nHarbour Herald\nWorld\nSport\nSign in\n"
    head = "Ministers meet in Ankara\n7 August 2025\nShare\nSave\nPriya Rao\nDelhi correspondent"
    text = f"{menu}{head}\n\nThey met on Monday.\n\nThey left."
    draft = plain.read(text)
    assert (("Priya Rao",), "2025-08-07", None) == (draft.byline, draft.published, draft.dek)
    assert ["They met on Monday.", "They left."] == [text[p.start : p.end] for p in draft.parts if p.kind == "body"]


WIRE = """BC-SUDAN-TALKS, 2nd Ld-Writethru
a0512
URGENT
Eds: UPDATES with reaction.
Sudan and Ethiopia resume talks on the dam
By AMIRA HASSAN
Associated Press

KHARTOUM, Sudan (AP) -- Sudan and Ethiopia resumed talks Tuesday over the dam
on the Blue Nile after a break of four months.

   Sudan's irrigation ministry said in a statement that it would ask the African
Union to send observers. (MORE)

   Associated Press writer Samir Fouad in Cairo contributed to this report.

AP-WF-10-27-20 1504GMT
"""


def test_a_copy_off_the_wire_is_read() -> None:
    """Slug, priority, advice to editors and the end are no paragraphs; the wrapped lines of a paragraph are one."""
    found = kinds(WIRE)
    assert ["Sudan and Ethiopia resume talks on the dam"] == [line for kind, line in found if kind == "headline"]
    body = [" ".join(line.split()) for kind, line in found if kind == "body"]
    assert [
        "KHARTOUM, Sudan (AP) -- Sudan and Ethiopia resumed talks Tuesday over the dam on the Blue Nile after"
        " a break of four months.",
        "Sudan's irrigation ministry said in a statement that it would ask the African Union to send observers. (MORE)",
    ] == body
    assert ("AMIRA HASSAN",) == plain.read(WIRE).byline


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("Published 2 hours ago", "2024-03-14"),
        ("Ada Lo | 3 days ago", "2024-03-11"),
        ("Rain is near\n\n5 days ago\n\nMinisters meet in Ankara\n\n2 days ago", "2024-03-12"),
        ("April 5, 2018\n\nUpdated 2 hours ago", "2018-04-05"),
        ("Today", None),
    ],
)
def test_how_long_ago_an_article_appeared_is_a_day_where_it_is_known_when_it_was_saved(top, day):
    """The line nearest its body counts; a whole date goes before."""
    text = f"Ministers meet in Ankara after all\n\n{top}\n\n{BODY}"
    assert day == plain.read(text, fetched="2024-03-14T12:00Z").published
    assert (day if "2018" in top else None) == plain.read(text).published
