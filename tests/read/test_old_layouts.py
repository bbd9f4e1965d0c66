"""Pages of before there were style sheets: laid out in tables, with headlines in bold or large letters and bare dates."""

import pytest

from tests.read.pages import PARAGRAPHS, TITLE, lines, read

BREAKS = "<br><br>".join(PARAGRAPHS)
OPEN = "<p>".join(PARAGRAPHS)
DAY = "June 4, 2002"
MENU = "<table><tr><td><a href='/'>Home</a></td><td><a href='/w'>World</a></td><td><a href='/s'>Sport</a></td></tr></table>"
OWN = [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)]


def page(content: str, title: str = "The Lake Daily") -> str:
    """A page with a menu, a column of links, and its article in a table within a table."""
    column = "<td width=120><font size=1><a href='/a'>Africa</a><br><a href='/b'>Asia</a><br><a href='/c'>Europe</a></font></td>"
    laid_out = f"<table><tr>{column}<td valign=top><table><tr><td>{content}</td></tr></table></td></tr></table>"
    return f"<html><head><title>{title}</title></head><body bgcolor=white>{MENU}{laid_out}</body></html>"


@pytest.mark.parametrize(
    "title", ["The Lake Daily", "Lake Daily", "Welcome to Harbour Online - Your Paper", "", TITLE, f"Lake Daily: {TITLE}"]
)
@pytest.mark.parametrize(
    "content",
    [
        f"<font size=5><b>{TITLE}</b></font><br><font size=2>{DAY}</font><br><br>{BREAKS}",
        f"{DAY}<br><b>{TITLE}</b><br><br>{BREAKS}",
        f"<p><b>{TITLE}</b></p><p>{DAY}</p><p>{OPEN}</p>",
        f"<p><strong>{TITLE}</strong></p><p>{OPEN}<p><font size=1>{DAY}</font></p>",
        f"<font color=red><b>{TITLE}</b></font><br>{DAY}<p>{BREAKS}",
        f"<b>{TITLE}</b> ({DAY})<p>{BREAKS}",
        f"<b>{TITLE}</b><br>04.06.2002<p>{BREAKS}",
        f"<b><font size=4>{TITLE}</font></b><br>Ankara, 4 June 2002, 14:05<p>{BREAKS}",
        f"<b>WORLD</b><br><b>{TITLE}</b><br><i>{DAY}</i><p>{BREAKS}",
        f"<center><big><b>{TITLE}</b></big><br><small>{DAY}</small></center><p>{OPEN}",
        f"<h3 align=center>{TITLE}</h3><p align=right>{DAY}</p><p>{OPEN}",
        f"<span class='storytitle'>{TITLE}</span><br><span class='date'>{DAY}</span><br><br>{BREAKS}",
        f"<div>{TITLE}</div>Posted {DAY}<p>{BREAKS}",
        f"<center><b>{TITLE}</b></center><br>{DAY}<br><br>{BREAKS}",
        f"<font size=1>Tuesday, 4 June, 2002, 14:05 GMT 15:05 UK</font><br><font size=5><b>{TITLE}</b></font><br><p>{OPEN}",
    ],
)  # fmt: skip
def test_an_old_layout_keeps_its_headline_and_day(content: str, title: str) -> None:
    """Whatever marks the headline, wherever its day stands, and whether the page's title is of the article or the site."""
    draft = read(page(content, title))
    assert OWN == lines(draft)
    assert "2002-06-04" == draft.published


def test_rows_of_a_table_may_hold_headline_day_and_text() -> None:
    """Each in a row of its own."""
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in (TITLE, f"Posted {DAY}", BREAKS))
    draft = read(f"<html><head><title>The Lake Daily</title></head><body>{MENU}<table>{rows}</table></body></html>")
    assert OWN == lines(draft)
    assert "2002-06-04" == draft.published


def test_a_bold_line_within_the_text_is_no_headline() -> None:
    """Nor are bold words in a sentence, where the title tells of the article and no line is like it."""
    text = f"<p><b>{PARAGRAPHS[0][:40]}</b>{PARAGRAPHS[0][40:]}</p><p>{PARAGRAPHS[1]}</p><p><b>What comes after that</b></p>"
    draft = read(page(f"{text}<p>{PARAGRAPHS[2]}</p>", "Foreign ministers of both countries in Ankara"))
    assert "Foreign ministers of both countries in Ankara" == draft.title


def test_a_line_above_the_headline_is_no_paragraph_with_it() -> None:
    """Where but a break parts the two."""
    draft = read(page(f"<font size=2><b>East Africa:</b></font><br><font size=5>{TITLE}</font><br>{DAY}<p>{OPEN}"))
    assert OWN == lines(draft)
