"""Make events of what a language's reader found: who did what to whom, on whose word, with the words that prove it.

`ontology` knows the event types, `find` turns triggers into events, `fold` makes one event of an act that is told twice.
"""

from facta.events.find import find as find
from facta.events.fold import fold as fold
