"""E-mails saved as files."""

from time import process_time

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
    assert "Für uns" in page.data
    assert "html" == page.form


@pytest.mark.parametrize(
    ("mail", "message"),
    [
        (f"{HEAD}\n\n", "is an e-mail without a text; save what is attached to it."),
        ("Content-Type: multipart/mixed; boundary=a\n\n" * 3_000, "is an e-mail without a text"),
        (
            "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000)),
            "is an e-mail whose parts are nested too deeply; save its text.",
        ),
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


def related(root, kind="related"):
    """A mail of several parts: the first one, and a picture."""
    picture = "Content-Type: image/png\nContent-ID: <logo>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
    return f'Content-Type: multipart/{kind}; boundary="r"\nMIME-Version: 1.0\n\n--r\n{root}\n--r\n{picture}--r--\n'


STUB = "View this message in your browser."
LETTER = (
    "<html><body><h1>Three ports</h1><p>Djibouti will lease its port to India, a minister said.</p>"
    "<p>China has not commented on the deal.</p></body></html>"
)


def test_a_newsletter_with_pictures_is_read(make, opened):
    """Its HTML, where the plain text is but a pointer to it; also on standard input or under any name, as its parts tell."""
    page_ = f"Content-Type: text/html\n\n{LETTER}"
    parts = f'Content-Type: multipart/alternative; boundary="a"\n\n--a\n{QUOTED}{STUB}\n--a\n{page_}\n--a--\n'
    for name in ("a.eml", "a"):
        (page,) = opened(make(name, HEAD + related(parts)))
        assert ("html", "Ada Lo", "2018-04-03") == (page.form, page.outlet, page.published)
        assert "Djibouti will lease" in page.data


def test_the_encoding_that_only_the_page_in_a_mail_declares_counts(make, opened):
    """A part without a charset is read like any page."""
    mail = f"{HEAD}Content-Type: text/html\n\n<meta charset=windows-1251><p>Переговоры начались.</p>"
    (page,) = opened(make("a.eml", mail.encode("cp1251")))
    assert "Переговоры начались." in page.data


def test_an_encoding_that_nobody_knows_is_no_hindrance(make, opened):
    """The bytes tell."""
    (page,) = opened(make("a.eml", f"{HEAD}Content-Type: text/plain; charset=none-such\n\nThe café is shut.\n"))
    assert "The café is shut.\n" == page.data


def test_the_texts_between_pictures_are_one(make, opened):
    """Some programs part a text where a picture stands in it."""
    text = "Content-Type: text/plain\n\n{}\n"
    mail = related(text.format("Ministers met.") + "\n--r\n" + text.format("They left."), "mixed")
    (page,) = opened(make("a.eml", HEAD + mail))
    assert "Ministers met.\n\nThey left.\n" == page.data


INNER = "From: Press Office <press@mfa.example>\nDate: Sun, 1 Apr 2018 at 18:20\nSubject: Statement\nTo: <list@mfa.example>\n"
SAID = "The ministry condemns the shots.\n\nIt demands an apology.\n"
OUTLOOK = (
    "From: Press Office <press@mfa.example>\nSent: Sunday, April 1, 2018 6:20 PM\nTo: A list\n of many\nSubject: Statement\n"
)


def apple(text):
    """A message as it is quoted where it is sent on."""
    return "".join(f"> {line}\n" if line else ">\n" for line in text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        f"See below.\n\n---------- Forwarded message ---------\n{INNER}\n{SAID}",
        f"Begin forwarded message:\n\n{apple(INNER)}>\n{apple(SAID)}",
        f"\n{OUTLOOK}\n{SAID}-- \nPress Office\n",
        f"-----Original Message-----\n{OUTLOOK}\n{SAID}",
        "-------- Weitergeleitete Nachricht --------\nBetreff: \tStatement\nDatum: \tSun, 1 Apr 2018 18:20:00 +0200\n"
        f"Von: \tPress Office <press@mfa.example>\nAn: \tAda\n\n{SAID}",
    ],
)
def test_a_message_that_is_sent_on_is_the_page(make, opened, text):
    """With its own sender, day and subject, as each mail program writes them."""
    (page,) = opened(make("a.eml", f"From: Ada Lo <ada@echo.example>\nSubject: Fwd: Statement\nDate: {DAY}\n\n{text}"))
    assert ("Press Office", "2018-04-01", "Statement", SAID) == (page.outlet, page.published, page.title, page.data)


def test_what_is_said_above_a_message_sent_on_is_a_page_too(make, opened):
    """Where it is more than a word; each has the sender of its own."""
    note = "Ben, the minister denied all this on the radio this morning, and our man at the border has seen nothing of it.\n"
    mail = f"From: Ada Lo <ada@echo.example>\nSubject: Fwd: x\n\n{note}\n---------- Forwarded message ----------\n{INNER}\n{SAID}"
    first, second = opened(make("a.eml", mail))
    assert [("Ada Lo", note), ("Press Office", SAID)] == [(p.outlet, p.data) for p in (first, second)]
    assert f"{first.source}#2" == second.source


def test_a_message_that_is_answered_is_left_out(make, opened):
    """However it is marked; the answer stays."""
    text = f"We shall not print it.\n\n-----Original Message-----\n{OUTLOOK}\n{SAID}"
    (page,) = opened(make("a.eml", f"From: Ada Lo <ada@echo.example>\nSubject: Re: Statement\n\n{text}"))
    assert ("Ada Lo", "We shall not print it.\n") == (page.outlet, page.data)
    html = f'<p>We shall not print it.</p><div class="gmail_quote">On Monday Ben wrote:<blockquote>{SAID}</blockquote></div>'
    (page,) = opened(make("b.eml", f"{HEAD}Content-Type: text/html\n\n{html}"))
    assert "We shall not print it." in page.data
    assert "condemns" not in page.data
    html = f"<p>We shall not print it.</p><div><p>{OUTLOOK.replace(chr(10), '<br>')}</p></div><p>{SAID}</p>"
    (page,) = opened(make("c.eml", f"From: Ada Lo <a@b.example>\nSubject: RE: x\nContent-Type: text/html\n\n{html}"))
    assert "We shall not print it.\n" == page.data


MEMO = f"From: Press Office\nTo: All editors\nDate: 1 April 2018\nSubject: Statement\n\n{SAID}"


@pytest.mark.parametrize(("subject", "above"), [("Statement", ""), ("Statement", "PRESS RELEASE\n\n"), ("Re: Statement", "")])
def test_a_release_that_begins_like_a_mail_is_the_senders(make, opened, subject, above):
    """What is no answer, or has nothing above the heading, answers nobody: no text may be lost."""
    (page,) = opened(make("a.eml", f"From: Ada Lo <ada@echo.example>\nSubject: {subject}\n\n{above}{MEMO}"))
    assert ("Ada Lo", f"{above}{MEMO}") == (page.outlet, page.data)


def test_an_answer_above_a_heading_without_a_mark_is_all_its_sender_wrote(make, opened):
    """The subject tells that it is one."""
    (page,) = opened(
        make("a.eml", f"From: Ada Lo <ada@echo.example>\nSubject: RE: Statement\n\nWe shall not print it.\n\n{MEMO}")
    )
    assert "We shall not print it.\n" == page.data


def test_a_line_that_looks_like_a_heading_is_the_senders(make, opened):
    """One or two of them are no message: `From: ..`, `To: ..`."""
    text = "They read his list aloud.\nFrom: the north\nTo: the south\nNobody stayed.\n"
    (page,) = opened(make("a.eml", f"{HEAD}\n{text}"))
    assert text == page.data


@pytest.mark.parametrize(
    "line", ["From: a\n", "> ", "---------- Forwarded message ---------\n", "From: a\nTo: b\n\n", "-----Original Message-----\n"]
)
def test_a_megabyte_of_headings_costs_seconds_at_most(make, opened, line):
    """Whatever is repeated, as in a mail that is made to hurt; the machine may be a slow one."""
    start = process_time()
    opened(make("a.eml", f"{HEAD}Subject: Fwd: x\n\n{line * (1_000_000 // len(line))}"))
    assert process_time() - start < 10


def test_a_mail_that_hangs_on_a_mail_is_a_page(make, opened):
    """As some programs send others on."""
    inner = f"Content-Type: message/rfc822\n\n{INNER.replace(' at ', ' ')}\n{SAID}"
    pages = opened(make("a.eml", HEAD + related("Content-Type: text/plain\n\nHere it is.\n\n--r\n" + inner, "mixed")))
    assert [("Ada Lo", "Here it is.\n"), ("Press Office", SAID)] == [(p.outlet, p.data) for p in pages]


@pytest.mark.parametrize("head", ["From: <Saved by Blink>\nSnapshot-Content-Location: https://echo.example/a\n", ""])
def test_a_page_saved_with_its_pictures_is_that_page(make, opened, head):
    """MHTML: the day on which it was saved and the browser are none of the page's; its address is."""
    root = f"Content-Type: text/html\nContent-Location: https://echo.example/a\n\n{LETTER}"
    for name in ("a.mhtml", "a"):
        (page,) = opened(make(name, head + related(root)))
        assert ("html", "https://echo.example/a", None, None) == (page.form, page.url, page.published, page.outlet)
        assert "Djibouti" in page.data.decode()


def test_a_day_that_no_calendar_has_costs_no_mail(make, opened):
    """Its zone is as far away as nobody can count."""
    (page,) = opened(make("a.eml", f"From: a@echo.example\nDate: Tue, 3 Apr 2018 10:00:00 +{'9' * 20}\n\n{LETTER}"))
    assert ("Djibouti" in page.data, None) == (True, page.published)


def test_pictures_that_are_no_letters_hide_no_page(make, opened):
    """A part may be sent as it is (`Content-Transfer-Encoding: binary`) before the page's own."""
    picture = b"--b\nContent-Type: image/png\nContent-Transfer-Encoding: binary\n\n" + bytes(range(1, 32)) * 2_000
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    root = f"\n--b\nContent-Type: text/html\n\n{LETTER}\n--b--\n".encode()
    (page,) = opened(make("a.mhtml", head + picture + root))
    assert b"Djibouti" in page.data


def test_a_page_saved_by_a_browser_was_fetched_when_it_was_saved(make, opened):
    """The day is the mail's, and says nothing of when the page was published."""
    root = f"Content-Type: text/html\nContent-Location: https://echo.example/a\n\n{LETTER}"
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://echo.example/a\nDate: Thu, 14 Mar 2024 01:30:00 +0100\n"
    (page,) = opened(make("a.mhtml", head + related(root)))
    assert ("2024-03-14T01:30:00+01:00", None) == (page.fetched, page.published)
