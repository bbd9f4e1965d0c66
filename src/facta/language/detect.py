"""Which language a text is in, so that only English is coded; unsure answers are none at all."""

from functools import cache
from typing import TYPE_CHECKING

from facta.values.datafile import load

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
SAMPLE = 1200
"""Characters looked at: enough to be sure, few enough to be quick on a book."""
LEAST_LETTERS = 40
SURE = 0.8
"""Least probability that counts as an answer."""


def language(text: str) -> str | None:
    """ISO 639-1 code of a text's language (py3langid); None when it is too short or too mixed to tell.

    >>> language("Der Minister traf am Montag seinen Amtskollegen in Berlin.")
    'de'
    """
    sample = text[:SAMPLE].strip()
    if sum(map(str.isalpha, sample)) < LEAST_LETTERS:
        return None
    code, sure = _identifier().classify(sample)
    return code if sure >= SURE and code in _names() else None


def looks_english(text: str) -> bool:
    """Whether a text too short to tell may be read as English: most of its letters are of the basic Latin alphabet.

    >>> looks_english("Putin visits"), looks_english("Путин"), looks_english("123")
    (True, False, False)
    """
    letters = [c for c in text[:SAMPLE] if c.isalpha()]
    return sum(map(str.isascii, letters)) > 0.9 * len(letters)


def name(code: str) -> str:
    """English name of a language by its code; the code itself when unknown."""
    return _names().get(code, code)


def _names() -> dict[str, str]:
    return load("facta.language", "languages.toml", dict[str, str])


@cache
def _identifier() -> "LanguageIdentifier":
    """The detector; half a second to load, so only when first asked."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
