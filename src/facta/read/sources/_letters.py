"""What of a mail's text its sender wrote, and what it sends on from others; the programs' words are in `mails.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from facta.values import datafile

_QUOTED = re.compile(r"(?:^.{0,200}:[ \t]*\n(?:[ \t]*\n)?)?(?:^>.*(?:\n|\Z))+", re.MULTILINE)
"""Lines quoted from another mail, with the one before them that says whose they are."""
_SIGNATURE = re.compile(r"^--[ \t]*\n.*", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"^>[ \t]?", re.MULTILINE)
MAX_LEVELS = 10
"""Messages that send each other on of which the texts are told apart."""
MIN_NOTE = 80
"""Characters from which what somebody writes above a message sent on is a text of its own, not just "see below"."""
MAX_LABEL = 300
"""Characters of a line that may be one of the heading of a message."""
MAX_HEADING = 4_000
"""Characters within which a heading tells who, when and what about."""
MAX_TRIES = 200
"""Lines of a text that may begin a heading and don't, after which none is looked for."""
LEAST = 3
"""Lines that a heading without a line above it has: who, when, what about."""


@dataclass(frozen=True)
class Letter:
    """A text with what stands in the heading above it, each as written; empty where it is not told."""

    text: str
    said: dict[str, str] = field(default_factory=dict)
    """`from`, `date`, `subject`."""


def read(text: str, said: dict[str, str]) -> Iterator[Letter]:
    """The sender's own words, unless they are few and a message follows; then each message sent on, outermost first."""
    for _ in range(MAX_LEVELS):
        words, inner = _parted(text, said.get("subject", ""))
        mine = own(words)
        if inner is None or len(mine) >= MIN_NOTE:
            yield Letter(mine, said)
        if inner is None:
            return
        text, said = inner.text, inner.said


def own(text: str) -> str:
    """What the sender wrote: without a signature below two dashes and without what is quoted."""
    return _QUOTED.sub("", _SIGNATURE.sub("", text)).strip("\n") + "\n"


def _parted(text: str, subject: str) -> tuple[str, Letter | None]:
    """The words above a message that is sent on, and that message; what is answered in full is left out.

    But a heading that no program marked, above which nothing stands or in a mail that is no answer, is the sender's own.
    """
    forwards, answers = (_lead(words).match(subject) is not None for words in (_programs().forwards, _programs().answers))
    at = tries = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip().lstrip(">").strip()
        marks = (_programs().markers, _programs().either)
        sure, either = (0 < len(bare) <= MAX_LABEL and _line(words).fullmatch(bare) for words in marks)
        label = _label(bare) if not (sure or either) else None
        if sure or either or (label and label[0] == "from"):
            start = at if label else at + len(line)
            said, _ = _heading(text[start : start + MAX_HEADING])
            if "from" in said and (sure or either or len(said) >= LEAST):
                said, rest = _heading(text[start:])
                if sure or forwards:
                    return text[:at], Letter(rest, said)
                return text[:at] if (either or answers) and text[:at].strip() else text, None
            tries += 1
            if tries >= MAX_TRIES:
                break
        at += len(line)
    return text, None


def _heading(text: str) -> tuple[dict[str, str], str]:
    """The heading at the beginning of a text and what follows it, both without the marks of a quotation."""
    if all(line.startswith(">") for line in text.strip().splitlines()[:LEAST]):
        text = _MARK.sub("", text.lstrip())
    said: dict[str, str] = {}
    at, last = 0, ""
    for line in text.splitlines(keepends=True):
        label = _label(line.strip())
        if label and label[0] not in said:
            last, said[label[0]] = label
        elif last and line[:1] in " \t" and line.strip():
            said[last] += " " + line.strip()
        elif label is None and (said or line.strip()):
            break
        at += len(line)
    return said, text[at:].lstrip("\r\n")


def _label(line: str) -> tuple[str, str] | None:
    """What a line of a heading says, and of what: `From: Ada`."""
    if len(line) > MAX_LABEL or ":" not in line.replace("：", ":"):
        return None
    name, _, value = line.replace("：", ":", 1).partition(":")
    kind = _labels().get(name.strip(" *_\t").casefold())
    return (kind, value.strip(" *\t")) if kind else None


@cache
def _labels() -> dict[str, str]:
    return {word: kind for kind, words in _programs().labels.items() for word in words}


@cache
def _line(words: datafile.Words) -> re.Pattern[str]:
    """All of a line above a message."""
    return re.compile(rf"[-–—_\s]*{datafile.either(words)}[-–—_\s]*:?", re.IGNORECASE)


@cache
def _lead(words: datafile.Words) -> re.Pattern[str]:
    """The beginning of a subject."""
    return re.compile(rf"{datafile.either(words)}\s*[:：]", re.IGNORECASE)


class _Programs(datafile.Form, frozen=True):
    markers: datafile.Words
    either: datafile.Words
    forwards: datafile.Words
    answers: datafile.Words
    labels: dict[str, datafile.Words]


def _programs() -> _Programs:
    return datafile.load("facta.read.sources", "mails.toml", _Programs)
