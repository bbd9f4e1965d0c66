"""What agencies print beside a headline."""

import pytest

from facta.read import plain, slugs
from tests.read.pages import PARAGRAPHS, TITLE, lines, page, read

SAID = "Peru closes its port"


@pytest.mark.parametrize(
    "mark",
    [
        "UPDATE 1-", "UPDATE 2 - ", "WRAPUP 3-", "RPT-UPDATE 2-", "CORRECTED-", "CORRECTED-(OFFICIAL)-", "EXCLUSIVE: ",
        "Exclusive: ", "BREAKING: ", "Breaking news: ", "UPDATE: ", "(LEAD) ", "(2nd LD) ", "(URGENT) ", "1st LD-Writethru: ",
        "URGENT - ",
        "(Recasts, adds quote) ", "(Adds quote) ", "EIL: ", "ROUNDUP 2: ", "(Zusammenfassung 1230) ", "ALERTE INFO. ",
        "URGENTE: ", "ÚLTIMA HORA | ", "AMPL.-", "СРОЧНО: ", "عاجل: ", "عاجل | ", "SON DAKİKA: ", "快讯：", "【突发】", "[속보] ",
        "URGENT: (2nd LD) ",
    ],
)  # fmt: skip
def test_a_mark_before_a_headline_is_no_part_of_it(mark: str) -> None:
    """Whether a dash, a colon or brackets part it, in whatever language, several too."""
    assert SAID == slugs.without(mark + SAID)


@pytest.mark.parametrize("mark", [" (LEAD)", " (UPDATED)", " (Recasts)", " - UPDATE 2", "(종합2보)", " (aktualisiert)"])
def test_a_mark_behind_a_headline_is_no_part_of_it(mark: str) -> None:
    """It is parted from it by brackets or a dash."""
    assert SAID == slugs.without(SAID + mark)


@pytest.mark.parametrize(
    "title",
    [
        "Urgent care centres close in Peru", "Update on the talks in Peru", "Flash floods hit Peru", "Breaking the ice in Peru",
        "Lead found in the water of Peru", "Peru's exclusive economic zone", "Adds to pressure: Peru acts",
        "Corrected maps of Peru",
        "Peru (lead) mine shuts", "BREAKING", "UPDATE 1-", "Lead: a poison",
    ],
)  # fmt: skip
def test_the_same_words_in_a_headline_stay(title: str) -> None:
    """Nothing parts them from it, or nothing would be left."""
    assert title == slugs.without(title)


def test_the_headline_of_a_page_is_coded_without_its_mark() -> None:
    """The page's text and title have none, and the paragraph that repeats the printed line is no second headline."""
    draft = read(page(h1=f"UPDATE 2-{TITLE}", above=f"<p>UPDATE 2-{TITLE}</p>", head=f"<title>UPDATE 2-{TITLE}</title>"))
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)
    assert TITLE == draft.title


def test_a_text_keeps_the_mark_beside_its_headline() -> None:
    """It is unchanged; the mark is a part of it that is not the article's."""
    text = f"(2nd LD) {TITLE}\n\n" + "\n\n".join(PARAGRAPHS)
    for given in (None, TITLE, f"(LEAD) {TITLE}"):
        draft = plain.read(text, given)
        assert text == draft.text
        assert [("other", "(2nd LD)"), ("headline", TITLE)] == lines(draft)[:2]
    assert TITLE == plain.read(text).title
