"""The words of English news by which rules tell whose an act is, when it was and on whose word: `cues.toml`."""

from facta.values.datafile import Form, Words, load


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
    step: Words
    words_said: Words
    request: Words
    offer: Words
    use_of_force: Words
    coercion: Words
    leads_elsewhere: Words
    tells_whose: Words
    calls: Words


CUES = load("facta.resolve", "cues.toml", Cues)
