"""Words and deeds between states: how talk, commitments and deeds of a pair move, and which commitments were kept.

`relations(store, "CHN", "RUS")` measures a pair over time, `ledger` follows each commitment to its deed, `triad` asks whether
three relations fit together; `judge` and `withdraw` keep what a person says of a commitment and a deed. The unit is the story,
never the report; every number comes with its count and a 95% interval.
"""

from facta.relations.commitments.book import ledger
from facta.relations.commitments.judging import judge, withdraw
from facta.relations.relate import relations
from facta.relations.triads import triad

__all__ = ["judge", "ledger", "relations", "triad", "withdraw"]
