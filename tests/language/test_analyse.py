from collections.abc import Sequence

import msgspec
import pytest

from facta.language import Analyse
from facta.records import ARTICLE, Analysis, Comment, Page, Paragraph, ParagraphKind, Reading
from facta.values.spans import Range

ENGLISH = "The two ministers met on Monday and agreed to share the water of the river."
GERMAN = "Die beiden Minister trafen sich am Montag und einigten sich auf die Verteilung des Wassers."


class Recorder:
    """A reader that remembers what it was given."""

    version = "recorder"

    def __init__(self) -> None:
        self.seen: list[tuple[str, list[str], str | None]] = []

    def read(self, text: str, regions: Sequence[Range], title: str | None = None) -> Analysis:
        self.seen.append((text, [text[r.start : r.end] for r in regions], title))
        return Analysis(version=self.version)


def reading(*paragraphs: tuple[ParagraphKind, str], thread: tuple[Comment, ...] = ()) -> Reading:
    text, parts = "", []
    for number, (kind, words) in enumerate(paragraphs):
        parts.append(Paragraph(id=f"p{number}", kind=kind, start=len(text), end=len(text) + len(words)))
        text += words + "\n\n"
    page = Page(id="1", key="k", source="-", title="A title", text=text, paragraphs=tuple(parts))
    return Reading(page=page, thread=thread)


def test_only_what_tells_something_is_read() -> None:
    """Headline and body go to the reader, credit lines and leftovers do not; the language is noted."""
    reader = Recorder()
    done = Analyse(reader)(
        reading(("headline", "Ministers meet"), ("body", ENGLISH), ("credit", "Source: Paper"), ("other", "Menu"))
    )
    assert [(done.page.text, ["Ministers meet", ENGLISH], "A title")] == reader.seen
    assert ("en", {ARTICLE: Analysis(version="recorder")}, ()) == (done.page.language, done.analyses, done.problems)


def test_another_language_is_read_but_not_analysed() -> None:
    """A German article has its language and a problem that names it, and no analysis."""
    done = Analyse(Recorder())(reading(("body", GERMAN)))
    assert ("de", {}) == (done.page.language, done.analyses)
    assert ["The text is German (de); facta reads it but codes only English so far."] == [p.message for p in done.problems]


def test_a_text_too_short_to_tell_is_in_the_language_its_page_declares() -> None:
    """The declaration is kept and decides; a longer text shows by itself what it is in."""

    def done(text: str, declared: str | None) -> Reading:
        page = reading(("body", text))
        return Analyse(Recorder())(msgspec.structs.replace(page, page=msgspec.structs.replace(page.page, language=declared)))

    assert ("de", {}) == ((short := done("Minister in Ankara.", "de")).page.language, short.analyses)
    assert [("en", True), (None, True), ("en", True)] == [
        (r.page.language, ARTICLE in r.analyses)
        for r in (done("Ministers in Ankara.", "en"), done("Ministers in Ankara.", None), done(ENGLISH, "de"))
    ]


def test_a_language_nobody_can_tell_is_the_declared_one_unless_it_looks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a problem names it: a page may say "zh" above a text too strange to tell, or "de" above an English one."""
    monkeypatch.setattr("facta.language.detect.language", lambda text: None)

    def done(text: str, declared: str) -> Reading:
        page = reading(("body", text))
        return Analyse(Recorder())(msgspec.structs.replace(page, page=msgspec.structs.replace(page.page, language=declared)))

    chinese = done("两国外长星期一在北京举行会谈。" * 8, "zh")
    assert ("zh", True) == (chinese.page.language, "Chinese (zh)" in chinese.problems[0].message)
    assert (None, [ARTICLE]) == ((english := done(ENGLISH, "de")).page.language, list(english.analyses))


def test_comments_are_read_one_by_one() -> None:
    """Each comment with text is analysed under its id; empty and deleted ones are left out."""
    posts = (
        Comment(id="a", text="Nice."),
        Comment(id="b", parent="a", text=""),
        Comment(id="c", text="Gone", deleted=True),
        Comment(id="d", text=ENGLISH),
    )
    done = Analyse(Recorder())(reading(("body", ENGLISH), thread=posts))
    assert [ARTICLE, "a", "d"] == list(done.analyses)
    assert () == done.problems


def test_a_comment_in_another_language_is_left_out_and_said() -> None:
    """A comment long enough to tell is judged by its own language."""
    done = Analyse(Recorder())(reading(("body", ENGLISH), thread=(Comment(id="a", text=GERMAN), Comment(id="b", text=ENGLISH))))
    assert [ARTICLE, "b"] == list(done.analyses)
    assert ["One comment is not in English; facta reads the thread but codes only English so far."] == [
        p.message for p in done.problems
    ]


def test_english_comments_under_a_foreign_article_are_analysed() -> None:
    """The article's language does not decide about a comment that is long enough."""
    done = Analyse(Recorder())(reading(("body", GERMAN), thread=(Comment(id="a", text=ENGLISH),)))
    assert ["a"] == list(done.analyses)


def test_a_text_that_is_too_long_is_not_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the setting nothing is coded, and the problem names the setting."""
    monkeypatch.setenv("FACTA_MAX_CHARS", "50")
    done = Analyse(Recorder())(reading(("body", ENGLISH)))
    assert {} == done.analyses
    assert ["max_chars" in p.message for p in done.problems] == [True]


def test_a_page_without_text_is_no_problem() -> None:
    """An empty page has no language and gives an empty analysis without complaint."""
    done = Analyse(Recorder())(reading())
    assert (None, [ARTICLE], ()) == (done.page.language, list(done.analyses), done.problems)
