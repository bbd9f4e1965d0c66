"""Words and deeds between states: how talk, commitments and deeds of a pair move, and which commitments were kept.

`relations(store, "CHN", "RUS")` measures a pair over time, `ledger` follows each commitment to its deed, `triad` asks whether
three relations fit together. The unit is the story, never the report; every number comes with its count and a 95% interval.
"""

from facta.relations.ledger import ledger
from facta.relations.relate import relations
from facta.relations.triads import triad

__all__ = ["ledger", "relations", "triad"]
