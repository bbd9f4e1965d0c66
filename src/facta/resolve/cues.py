"""The words of English news by which rules tell whose an act is, when it was and on whose word: `cues.toml`."""

from facta.values.datafile import Form, Words, load


class Judged(Form, frozen=True):
    """Nouns that name an act told before."""

    nouns: Words
    types: frozenset[str] | None = None
    """Types of the acts that they name; None for any."""


class Cues(Form, frozen=True):
    """Patterns; what each group is for stands in the file."""

    active_helpers: Words
    not_active: Words
    past: Words
    opens: Words
    of_noun: Words
    outside_noun: Words
    bygone: Words
    formerly: Words
    fate: Words
    anonymous: Words
    state_tied: Words
    state_media: Words
    speech: Words
    ahead: Words
    behind: Words
    counted: Words
    leads_elsewhere: Words
    tells_whose: Words
    calls: Words
    tells: Words
    whose_own: Words
    regions: Words
    other_side: dict[str, Words]
    judged: dict[str, Judged]


CUES = load("facta.resolve", "cues.toml", Cues)
