"""Mailboxes: many e-mails in one file."""

import pytest

MARK = "From ada@echo.example Tue Apr  3 20:50:00 2018\n"


def mail(subject: str, text: str) -> str:
    """One mail as a mailbox holds it."""
    head = f"{MARK}From: Ada Lo <ada@echo.example>\nSubject: {subject}\nDate: Tue, 03 Apr 2018 23:50:00 +0300\n"
    return f"{head}\n{text}\n\n"


FIRST, SECOND = mail("Talks", "Ministers met.\n\n>From Sofia they went home."), mail("Ports", "From here on 3 ships sail.")


@pytest.mark.parametrize("name", ["news.mbox", "Newsletters"])
def test_each_mail_is_a_page(make, opened, name):
    """Known by the file's ending or its first line; a line of the text that begins like the mark of a mail parts none."""
    pages = opened(make(name, FIRST + SECOND))
    assert ["Talks", "Ports"] == [page.title for page in pages]
    assert ["Ministers met.\n\nFrom Sofia they went home.\n", "From here on 3 ships sail.\n"] == [page.data for page in pages]
    assert ["Ada Lo"] * 2 == [page.outlet for page in pages]
    assert ["#1", "#2"] == [page.source[-2:] for page in pages]


def test_mails_without_an_empty_line_between_them_are_told_apart(make, opened):
    """The head of the next begins behind its mark; a text that quotes such a mark goes on."""
    quoting = mail("Ports", f"They wrote:\n{MARK}ships sail.")
    assert ["Talks", "Ports"] == [page.title for page in opened(make("news.mbox", FIRST.rstrip() + "\n" + quoting))]


def test_a_folder_holds_mailboxes(make, opened):
    """They are taken by their ending."""
    assert 2 == len(opened(make("in/news.mbox", FIRST + SECOND).parent))


def test_a_mail_without_text_is_a_failure_of_its_own(make, opened, messages):
    """The others are read."""
    found = opened(make("news.mbox", FIRST + mail("Nothing", "") + SECOND))
    assert ["is an e-mail without a text; save what is attached to it."] == messages(found)
    assert [True, False, True] == [hasattr(one, "data") for one in found]


def test_a_mail_that_is_too_large_is_passed_over(make, opened, messages, monkeypatch):
    """Each may be as large as a page."""
    monkeypatch.setenv("FACTA_MAX_BYTES", "400")
    found = opened(make("news.mbox", mail("Long", "They met.\n" * 100) + SECOND))
    assert [True] == ["is larger than 400 bytes" in message for message in messages(found)]
    assert ["Ports"] == [page.title for page in found[1:]]


def test_a_file_without_a_mail_is_no_mailbox(make, opened, messages):
    """In one line, with what begins a mail."""
    assert messages(opened(make("a.mbox", "Ministers met.\n")))[0].startswith("is no mailbox")
