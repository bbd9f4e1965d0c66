"""Strangers' words as they may be shown: nothing in them steers a terminal, breaks a picture or turns the words beside it."""

_BLANK = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
"""Controls and breaks of lines, which stand between words."""
_NONE = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
"""What turns the direction of writing, has no width, and is not needed to read right-to-left words; what no XML can hold."""
_ONE_LINE = dict.fromkeys(_BLANK, " ") | dict.fromkeys(_NONE)
_LINES = {code: to for code, to in _ONE_LINE.items() if chr(code) not in "\n\t"}


def harmless(text: str, *, lines: bool = False) -> str:
    """The text without controls; with `lines` its line breaks and tabs stay.

    Letters are kept as they are, right-to-left ones too, which are laid out by themselves.

    >>> harmless("a\\x1b[31m red\\n\\u202eflag")
    'a [31m red flag'
    """
    return text.translate(_LINES if lines else _ONE_LINE)


def one_line(text: str) -> str:
    """The text in one line without controls, with single blanks.

    >>> one_line("two\\nlines\\x00 and a\\u202e turn")
    'two lines and a turn'
    """
    return " ".join(harmless(text).split())
