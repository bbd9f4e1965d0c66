"""An e-mail saved as a file: its subject, day, sender and text, and the messages that it sends on; or a page saved as MHTML."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from lxml import etree, html

from facta.errors import InputError
from facta.read import dates, encoding, markup
from facta.read.raw import Failure, Form, Options, Raw
from facta.read.sources import _letters, _looks
from facta.read.sources._given import Given, stating
from facta.read.sources._letters import Letter

ORDER = 75
SUFFIXES = (".eml", ".mhtml", ".mht")

_FOREIGN = etree.XPath(
    "//*[contains(@class, 'gmail_quote') or contains(@class, 'yahoo_quoted') or contains(@class, 'moz-cite-prefix')]"
    " | //blockquote[@type='cite']"
)
"""What mail programs put around the words of others."""
STUB = 2
"""Times as much as the plain text that the same mail's HTML says where the plain one is but an invitation to look at that."""
MAX_ATTACHED = 50
MAX_TITLE = 1_000


def claims(given: Given, options: Options) -> bool:
    """By name, since many texts begin with lines like a mail's; by content where there are several parts."""
    return given.content is not None and (given.name.endswith(SUFFIXES) or _looks.is_mime(given.opened.head))


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The text of the sender and each message sent on; InputError for a mail without any."""
    yield from pages(given.opened.whole(), given)


def pages(data: bytes, given: Given) -> Iterator[Raw]:
    """The same for the bytes of one mail, be it one of many."""
    mail = _parsed(data)
    if _is_saved(mail):
        yield _saved(mail, given)
        return
    found = [page for message in (mail, *_attached(mail)) for page in _pages(message, given)]
    if not found:
        raise InputError("is an e-mail without a text; save what is attached to it.")
    yield found[0]
    for number, page in enumerate(found[1:], 2):
        yield replace(page, source=f"{given.spec}#{number}", key_source=f"{given.key_source}#{number}")


def _parsed(data: bytes) -> EmailMessage:
    try:
        return message_from_bytes(data, policy=policy.default)
    except RecursionError:
        raise InputError("is an e-mail whose parts are nested too deeply; save its text.") from None


def _is_saved(mail: EmailMessage) -> bool:
    """Whether a browser wrote this, so that its sender and day are none of the page's."""
    sender = _header(mail, "from")
    if mail.get_content_type() != "multipart/related":
        return False
    return "snapshot-content-location" in mail or (not sender and not _header(mail, "date")) or "saved by" in sender.casefold()


def _saved(mail: EmailMessage, given: Given) -> Raw:
    """The page of an MHTML file: its first part that is HTML."""
    page = next((part for part in mail.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        raise InputError("is a page saved as MHTML without the page; save it again.")
    told = (_header(mail, "snapshot-content-location"), _header(page, "content-location"))
    url = next((address for address in told if address.startswith(("http://", "https://"))), None)
    return Raw(
        source=given.spec,
        key_source=given.key_source,
        form="html",
        data=_bytes(page),
        encoding=page.get_content_charset(),
        url=url,
        fetched=_sent(_header(mail, "date")),
    )


def _attached(mail: EmailMessage) -> Iterator[EmailMessage]:
    """The mails that hang on a mail, as some programs send them on."""
    inner = (part.get_payload() for part in mail.walk() if part.get_content_type() == "message/rfc822")
    messages = [message for payload in inner if isinstance(payload, list) for message in payload]
    yield from (message for message in messages[:MAX_ATTACHED] if isinstance(message, EmailMessage))


def _pages(mail: EmailMessage, given: Given) -> Iterator[Raw]:
    """What one mail says in its own text, and what the messages say that it sends on."""
    said = {name: _header(mail, name) for name in ("from", "date", "subject")}
    text = "\n".join(map(_plain, _texts(mail)))
    tree = _tree(mail)
    shown = "" if tree is None else markup.paragraphs(tree)
    plain = tree is None or len(markup.folded(shown)) <= STUB * len(markup.folded(text))
    letters = list(_letters.read(text if plain else shown, said))
    if tree is None or plain or letters != [Letter(_letters.own(shown), said)]:
        yield from (_page(letter, given) for letter in letters if letter.text.strip())
    else:  # the sender's words alone, as they are marked up
        markup.cut(*_FOREIGN(tree))
        yield _page(Letter(etree.tostring(tree, encoding="unicode", method="html"), said), given, form="html")


def _texts(mail: EmailMessage) -> list[EmailMessage]:
    """The parts that are plain text: one, or several between pictures."""
    body = _body(mail, "plain")
    if body is None or mail.get_content_type() != "multipart/mixed":
        return [] if body is None else [body]
    parts = [part for part in mail.iter_parts() if isinstance(part, EmailMessage)]
    shown = [part for part in parts if part.get_content_type() == "text/plain" and not part.is_attachment()]
    return shown if body in shown else [body]


def _plain(part: EmailMessage) -> str:
    return encoding.decode_text(_bytes(part), part.get_content_charset()).replace("\r\n", "\n")


def _tree(mail: EmailMessage) -> html.HtmlElement | None:
    """The HTML of a mail; None where it has none that says anything."""
    part = _body(mail, "html")
    data = b"" if part is None else _bytes(part)
    return markup.parse(data, part.get_content_charset())[0] if part is not None and data.strip() else None


def _body(mail: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        part = mail.get_body((kind,))
    except (LookupError, ValueError, AttributeError, OverflowError):  # parts that are none
        return None
    return part if isinstance(part, EmailMessage) else None


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _page(letter: Letter, given: Given, form: Form = "text") -> Raw:
    name, address = parseaddr(letter.said.get("from", ""))
    return stating(
        Raw(
            source=given.spec,
            key_source=given.key_source,
            form=form,
            data=letter.text,
            title=" ".join(letter.said.get("subject", "").split())[:MAX_TITLE] or None,
            published=_day(letter.said.get("date", "")),
            outlet=name or address or None,
        )
    )


def _header(mail: Message, name: str) -> str:
    try:
        return str(mail.get(name) or "")
    except (LookupError, ValueError, AttributeError, OverflowError):  # headers that break the rules
        return ""


def _day(written: str) -> str | None:
    """The sender's day, by the clock of the place where it was sent."""
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return dates.day(written)


def _sent(written: str) -> str | None:
    """The moment of a mail's date, ISO."""
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
