"""An e-mail saved as a file: its subject, day, sender and text; what others wrote before, which it quotes, is left out."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from facta.errors import InputError
from facta.read.raw import Failure, Form, Options, Raw
from facta.read.sources._given import Given, stating

ORDER = 75
SUFFIXES = (".eml",)

_QUOTED = re.compile(r"(?:^.{0,200}:[ \t]*\n(?:[ \t]*\n)?)?(?:^>.*(?:\n|\Z))+", re.MULTILINE)
"""Lines quoted from another mail, with the one before them that says whose they are."""
_SIGNATURE = re.compile(r"^--[ \t]*\n.*", re.MULTILINE | re.DOTALL)


def claims(given: Given, options: Options) -> bool:
    """By name: many texts begin with lines like a mail's."""
    return given.content is not None and given.name.endswith(SUFFIXES)


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The one text; InputError for a mail without any."""
    mail = message_from_bytes(given.opened.whole(), policy=policy.default)
    form, text = _content(mail)
    if not text.strip():
        raise InputError("is an e-mail without a text; save what is attached to it.")
    name, address = parseaddr(_header(mail, "from"))
    yield stating(
        Raw(
            source=given.spec,
            key_source=given.key_source,
            form=form,
            data=text,
            title=" ".join(_header(mail, "subject").split()) or None,
            published=_day(_header(mail, "date")),
            outlet=name or address or None,
        )
    )


def _content(mail: EmailMessage) -> tuple[Form, str]:
    """The plain text of a mail where it has one, else its HTML."""
    try:
        part = mail.get_body(("plain", "html"))
        text = part.get_content() if part is not None else ""
    except (LookupError, ValueError, AttributeError) as error:  # an encoding that nobody knows, parts that are none
        raise InputError(f"is an e-mail whose text can't be read ({error}); save it as plain text.") from None
    if part is not None and part.get_content_subtype() == "html":
        return "html", str(text)
    return "text", _own(str(text).replace("\r\n", "\n"))


def _own(text: str) -> str:
    """What the sender wrote: without a signature below two dashes and without what is quoted."""
    return _QUOTED.sub("", _SIGNATURE.sub("", text)).strip("\n") + "\n"


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name) or "")
    except (LookupError, ValueError, AttributeError):  # headers that break the rules
        return ""


def _day(written: str) -> str | None:
    """The sender's day, by the clock of the place where it was sent."""
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
