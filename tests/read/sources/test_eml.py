"""E-mails saved as files."""

import pytest

SUBJECT, DAY = "=?utf-8?q?Ministers_meet_in_T=C3=BCrkiye?=", "Tue, 03 Apr 2018 23:50:00 +0300"
HEAD = f"From: Ada Lo <ada@echo.example>\nSubject: {SUBJECT}\nDate: {DAY}\n"
QUOTED = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"


def test_subject_day_sender_and_text_are_read(make, opened):
    """Decoded; the day is the sender's own; what he quotes, and the signature, are not his words."""
    said = "The minis=\nter=E2=80=99s aides met.\n\nOn Monday Ben wrote:\n> They left.\n> No.\n\nThey stay.\n-- \nAda\n"
    (page,) = opened(make("a.eml", f"{HEAD}{QUOTED}{said}"))
    assert ("Ministers meet in Türkiye", "2018-04-03", "Ada Lo", "text") == (page.title, page.published, page.outlet, page.form)
    assert "The minister’s aides met.\n\n\nThey stay.\n" == page.data
    assert {"title", "published", "outlet"} == page.stated


def test_the_plain_part_goes_before_the_html_part(make, opened):
    """And HTML alone is read as a page."""
    html = "Content-Type: text/html; charset=iso-8859-1\n\n<p>Für uns</p>\n"
    both = f"--x\n{html}--x\n{QUOTED}Plain.\n--x--\n"
    (page,) = opened(make("a.eml", f'{HEAD}Content-Type: multipart/alternative; boundary="x"\n\n{both}'))
    assert ("text", "Plain.\n") == (page.form, page.data)
    (page,) = opened(make("b.eml", f"{HEAD}{html}".encode("latin-1")))
    assert ("html", "<p>Für uns</p>\n") == (page.form, page.data)


@pytest.mark.parametrize(
    ("mail", "message"),
    [
        (f"{HEAD}\n\n", "is an e-mail without a text; save what is attached to it."),
        (f"{HEAD}Content-Type: text/plain; charset=none-such\n\nA\n", "is an e-mail whose text can't be read"),
    ],
)
def test_a_mail_without_readable_text_is_one_failure(make, opened, messages, mail, message):
    """With what to do."""
    (found,) = messages(opened(make("a.eml", mail)))
    assert found.startswith(message)


def test_a_folder_holds_mails_too(make, opened):
    """They are taken by their ending, and without sender, subject and day as well."""
    path = make("in/a.eml", "X-Other: 1\n\nMinisters met.\n")
    (page,) = opened(path.parent)
    assert (None, None, None, "Ministers met.\n") == (page.title, page.published, page.outlet, page.data)
