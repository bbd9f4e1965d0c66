"""The thread of a page copied as plain text."""

import pytest

from facta.read import pasted, plain, posts
from facta.records import Comment


def thread(text: str) -> tuple[Comment, ...]:
    found = pasted.find(text)
    return posts.comments(found.posts) if found else ()


def tree(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(c.author, c.parent, c.text) for c in thread(text)]


def test_indentation_tells_who_answers_whom() -> None:
    """A reply stands further in than the post it answers, whatever its list number."""
    text = (
        "Ministers met.\n\n  1. Ada says\n\n    First.\n\n    1. Ben says\n\n      Second.\n\n      Third.\n\n"
        "    2. Cem says\n\n      Fourth.\n\n  2. Dot says\n\n    Fifth."
    )
    expected = [("Ada", None, "First."), ("Ben", "c1", "Second.\n\nThird."), ("Cem", "c1", "Fourth."), ("Dot", None, "Fifth.")]
    assert expected == tree(text)


def test_numbers_that_begin_again_tell_replies_where_indentation_was_lost() -> None:
    """Without indentation a 1 answers the post before it and the next number goes on with the list it fits."""
    text = "1. Ada says\nFirst.\n1. Ben says\nSecond.\n2. Dot says\nThird."
    assert [("Ada", None, "First."), ("Ben", "c1", "Second."), ("Dot", None, "Third.")] == tree(text)


def test_a_post_whose_text_was_lost_is_kept_empty() -> None:
    """A heading with nothing under it is a post without words, and still has replies."""
    assert [("Ada", None, ""), ("Ben", "c1", "Yes.")] == tree("  1. Ada says\n\n\n    1. Ben says\n\n      Yes.\n")


def test_excerpts_of_other_pages_are_pingbacks() -> None:
    """An item that is an excerpt between ellipses in brackets links here from another page; its author is not known."""
    found = thread("1. Ada says\n\nYes.\n\n2. […] as others wrote of the visit and […]\n\n3. Pingback: Five things to know")
    assert ["comment", "pingback", "pingback"] == [c.kind for c in found]
    assert [None, "Five things to know"] == [c.author for c in found[1:]]
    assert "Five things to know" == found[2].text


def test_dates_and_buttons_are_no_part_of_the_text() -> None:
    """The date under a heading is the post's date; "Reply" and "Report" below are the page's."""
    found = thread(
        "2 Comments\n\nAda says:\nApril 5, 2018 at 10:03 am\nI doubt it.\nReply\n"
        "Ben says:\nApril 6, 2018 at 9:00 pm\nSo do I.\nReport"
    )
    assert [
        ("April 5, 2018 at 10:03 am", "2018-04-05", "I doubt it."),
        ("April 6, 2018 at 9:00 pm", "2018-04-06", "So do I."),
    ] == [(c.date_text, c.date, c.text) for c in found]


@pytest.mark.parametrize("head", ["{0}\n{1}", "{0} ({1}):", "{0}, {1}", "{0} | {1}"])
@pytest.mark.parametrize("dates", [("29 March, 09:15", "2 April at 10:02 am"), ("29 March 2024, 09:15", "2 April 2024 10:02")])
def test_a_name_and_a_date_head_a_post_below_a_title(head: str, dates: tuple[str, str]) -> None:
    """On one line or two, also where the date has no year."""
    told = list(zip(("Yusuf", "Old Sailor"), dates, ("Why now?", "No ship will dock."), strict=True))
    text = "Ministers met.\n\n2 Comments\n\n" + "\n\n".join(f"{head.format(*one)}\n{one[2]}" for one in told)
    assert told == [(c.author, c.date_text, c.text) for c in thread(text)]


def test_a_place_and_a_day_head_nothing_above_a_title() -> None:
    """A dateline is no reader's."""
    assert [] == tree("Ankara, 8 June 2017, 10:22\nMinisters met in Ankara.\n\nSofia, 9 June 2017, 10:22\nThey met again.")


def test_a_name_over_a_date_is_a_heading_where_a_button_follows() -> None:
    """Themes without "says" print a name, a date with an hour, and a button."""
    found = thread(
        "The talks failed.\n\nAda Lo\nApril 5, 2018 at 10:03 am\nReply\nGood.\n\nBen\nApril 5, 2018 at 11:00 am\nReply\nBad."
    )
    assert [("Ada Lo", "Good."), ("Ben", "Bad.")] == [(c.author, c.text) for c in found]


def test_other_languages_have_their_own_word_for_says() -> None:
    """WordPress translates the heading; the names and texts are found all the same."""
    assert [("Jo", None, "Nein.")] == tree("1. Jo sagt:\n23. Juni 2016 um 17:21 Uhr\nNein.\nAntworten")


def test_a_removed_post_is_a_tombstone() -> None:
    """What the platform prints where a post stood marks the post as deleted."""
    assert [True, False] == [c.deleted for c in thread("1. Ada says\n[deleted]\n2. Ben says\nWhy deleted?")]


def test_the_page_below_the_thread_is_no_comment() -> None:
    """The last post ends where the page asks for a new one."""
    assert [("Ada", None, "Yes.")] == tree("1. Ada says\n\nYes.\n\nLeave A Reply\n\nYour email address will not be published.")


def test_an_article_that_quotes_with_says_has_no_thread() -> None:
    """A heading alone proves nothing: interviews and lists of quotations write "NAME says:" too."""
    assert () == thread("What leaders think\n\nThe president says:\n\nWe will go on.\n\nThe minister says:\n\nWe will not.")
    assert () == thread("The prime minister said\n\nthat talks will go on.")


def test_places_cover_the_posts_in_order() -> None:
    """Each post's place in the text begins with its heading and ends with its last line; none overlaps the next."""
    text = "Body.\n\n 1. Ada says\n\n  One.\n\n  1. Ben says\n\n   Two.\n\nLeave a reply"
    found = pasted.find(text)
    assert found is not None
    assert ["1. Ada says\n\n  One.", "1. Ben says\n\n   Two."] == [text[p.start : p.end] for p in found.places]


def test_times_reckoned_from_the_copying_are_headings_too() -> None:
    """Under a thread's title, below or beside the name; the day is not known, since the page does not say when it was copied."""
    text = (
        "The talks failed, the minister said.\n\n3 Comments\n\nolddiplomat\n2 hours ago\nWords are cheap.\nReply\n\n"
        "Maria K. · 1 hour ago\n@olddiplomat And the others?\nReply\n\ngrain_trader\n45m\nNo talks, then.\nReply\n"
    )
    found = thread(text)
    assert [
        ("olddiplomat", "2 hours ago", None, "Words are cheap."),
        ("Maria K.", "1 hour ago", None, "@olddiplomat And the others?"),
        ("grain_trader", "45m", None, "No talks, then."),
    ] == [(c.author, c.date_text, c.date, c.text) for c in found]


def test_without_a_title_or_a_button_a_time_ago_proves_no_thread() -> None:
    """ "Treaty signed / 2 hours ago" stands over many an article."""
    assert () == thread("Treaty signed\n2 hours ago\nThe two states signed it in Oslo.\nMore follows.")


def test_a_numeric_date_heads_a_post_whatever_comes_first_in_it() -> None:
    """Another post of the thread tells how to read it."""
    found = thread("Ministers met.\n\nAda says:\n04/05/2022 at 21:40\n\nYes.\n\nBen says:\n15/04/2022 at 07:12\n\nNo.")
    assert [("Ada", "2022-05-04", "Yes."), ("Ben", "2022-04-15", "No.")] == [(c.author, c.date, c.text) for c in found]


@pytest.mark.parametrize(
    "below", ["Load more comments\n© 2025 Harbour Herald", "Show all 24 replies\nTerms of use | Privacy", "All rights reserved."]
)
def test_what_a_page_prints_below_its_thread_is_no_part_of_the_last_comment(below: str) -> None:
    """Its rights, its terms, and the button for more."""
    assert ["Nobody said so."] == [
        c.text for c in thread(f"They met.\n\nComments (1)\nada\n2 hours ago\nNobody said so.\nReply\n{below}\n")
    ]


BEFORE = (
    "Ministers meet in Riga\n\nJane Doe\n2 hours ago\n\nThe ministers of three states met in Riga on Tuesday and spoke about the "
    "harbour.\n\nThey will meet again in June, the minister said.\n\n"
)


def test_a_name_over_a_time_at_the_end_of_an_article_is_a_comment() -> None:
    """Though nothing else says that there is a thread; above the article the same two lines are its byline."""
    one = "Karlis\n2 days ago\nRussia attacked Latvia last year.\n"
    assert [("Karlis", None, "Russia attacked Latvia last year.")] == tree(BEFORE + one)
    assert ["Karlis", "Anna"] == [c.author for c in thread(f"{BEFORE}{one}\nAnna\n1 day ago\nNo, it did not.\n")]
    assert () == thread(BEFORE)
    assert () == thread("Ministers meet\n\nKarlis\n2 days ago\n\nRussia and Latvia met in Riga.\n\nThey will meet again.")


def test_the_byline_of_an_article_heads_no_comment() -> None:
    """Neither "By NAME" over a date and "Share", nor a bare name there: the thread begins under its own title."""
    article = "The ministers of three states met in Riga on Tuesday.\n\nThey will meet again in June, the minister said.\n\n"
    stamp = "Published 6 March 2024 14:05 GMT\n"
    below = "2 comments\nSort by: Newest\n\nkarlis\n2 hours ago\nWords, words.\nLike 12  Reply\n\nanna\n1 hour ago\nYes.\nReply"
    for byline in (f"By Jane Doe\n{stamp}Share\n", f"Jane Doe\n{stamp}Share\n", f"Jane Doe\n{stamp}12\n"):
        text = f"Ministers meet in Riga\n{byline}{article}{below}"
        assert [("karlis", None, "Words, words."), ("anna", None, "Yes.")] == tree(text)
        assert article.split("\n\n")[:2] == [
            text[part.start : part.end] for part in plain.read(text).parts if part.kind == "body"
        ]
    assert () == thread(f"Ministers meet in Riga\nJane Doe\n{stamp}Share\n{article}")
