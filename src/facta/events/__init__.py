"""Make events of what a language's reader found: who did what to whom, on whose word, with the words that prove it.

`find` turns triggers into events by the `ontology`; `fold` makes one event of an act that is told twice.
"""

from facta.events.finding import find as find
from facta.events.folding import fold as fold
