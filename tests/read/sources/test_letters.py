"""What of a mail its sender wrote, and what it sends on."""

import pytest

from facta.read.sources._letters import MAX_LEVELS, MIN_NOTE, Letter, own, read

HEADING = "From: Ben Ho\nDate: 3 April 2018\nSubject: Talks\n\n"
NOTE = "This is what I think of it, at some length, so that it is a text of its own and no mere label.\n\n"


def letters(text: str, subject: str = "") -> list[tuple[str, str]]:
    """Text and sender of each letter in a mail."""
    return [(letter.text.strip(), letter.said.get("from", "")) for letter in read(text, {"subject": subject})]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One.\n-- \nAda Lo\nTel. 12", "One."),
        ("One.\n\n> two\n> three\n\nFour.", "One.\n\n\nFour."),
        ("Yes.\n\nAda wrote:\n> two\n> three\n", "Yes."),
        ("One - two.\n--x\nThree.", "One - two.\n--x\nThree."),
        ("> all quoted", ""),
        ("", ""),
    ],
)
def test_a_sender_wrote_what_is_neither_quoted_nor_signature(text: str, left: str) -> None:
    """With the line that says whose the quoted words are."""
    assert left == own(text).strip("\n")


@pytest.mark.parametrize(
    "marker",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
        "Début du message transféré :",
        "----- Пересылаемое сообщение -----",
        "---------- 转发的邮件 ----------",
    ],
)
def test_a_message_below_a_programs_mark_is_sent_on(marker: str) -> None:
    """In the language of any menu; a few words above it are none of their own."""
    mail = f"See below.\n\n{marker}\n{HEADING}Peru met Chile.\n"
    assert [("Peru met Chile.", "Ben Ho")] == letters(mail)


def test_a_longer_note_above_it_is_a_letter_too() -> None:
    """Outermost first."""
    assert len(NOTE) >= MIN_NOTE
    mail = f"{NOTE}---- Forwarded message ----\n{HEADING}Peru met Chile.\n"
    assert [(NOTE.strip(), ""), ("Peru met Chile.", "Ben Ho")] == letters(mail)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: Talks", [("I agree.", "")]),
        ("Fwd: Talks", [("Peru met Chile.", "Ben Ho")]),
        ("AW: Talks", [("I agree.", "")]),
        ("WG: Talks", [("Peru met Chile.", "Ben Ho")]),
    ],
)
def test_the_subject_tells_an_answer_from_what_is_sent_on(subject: str, expected: list[tuple[str, str]]) -> None:
    """What is answered in full is left out."""
    assert expected == letters(f"I agree.\n\n-----Original Message-----\n{HEADING}Peru met Chile.\n", subject)


def test_a_heading_nobody_marked_is_the_senders_own() -> None:
    """A release may begin like a mail."""
    release = f"{HEADING}Peru met Chile."
    assert [(release.strip(), "")] == letters(release)


def test_lines_of_a_heading_may_be_folded_and_quoted() -> None:
    """As programs break them."""
    mail = "---- Forwarded message ----\n> From: Ben\n>   Ho\n> Date: 3 April 2018\n> Subject: Talks\n>\n> Peru met Chile.\n"
    (letter,) = read(mail, {})
    assert ("Peru met Chile.", "3 April 2018") == (letter.text.strip(), letter.said["date"])


def test_messages_without_end_end() -> None:
    """So many levels are told apart."""
    mail = f"---- Forwarded message ----\n{HEADING}" * 50 + "Peru met Chile."
    assert len(list(read(mail, {}))) <= MAX_LEVELS


@pytest.mark.parametrize("text", ["", "\n\n", "From:", "From: \n" * 1000, ">" * 1000, "---\n" * 1000, ": : :\n"])
def test_odd_mails_are_no_error(text: str) -> None:
    """Nor is anything invented."""
    found: list[Letter] = list(read(text, {}))
    assert all(set(letter.text) <= set(text) | {"\n"} for letter in found)
