"""Country codes as facta writes them: ISO 3166-1 alpha-3, and the codebook's codes for bodies without a state."""

STATELESS = {
    "UNO": "United Nations",
    "EUU": "European Union",
    "NAT": "NATO",
    "IGO": "intergovernmental body",
    "NGO": "international NGO",
    "INT": "international community",
    "XIS": "Islamic State",
    "XAQ": "al-Qaeda",
    "WST": "the West",
}
"""Codes that stand for a body rather than a state (codebook, "Actor and recipient")."""

UNKNOWN = "---"


def clean(code: str | None) -> str | None:
    """The code in capitals; None for no code and for the codebook's unknown (`---`).

    >>> clean(" rus "), clean("---"), clean(None)
    ('RUS', None, None)
    """
    code = (code or "").strip().upper()
    return None if code in ("", UNKNOWN) else code


def well_formed(code: str) -> bool:
    """Whether a code has the form of one of ours (three capital letters); whether it exists is for `resolve` to say."""
    return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()
