"""From commitment to deed: which acts answer which commitment, what became of each, how far commitments were followed at all."""

from facta.relations.ledger.judging import judge, withdraw
from facta.relations.ledger.ledger import ledger

__all__ = ["judge", "ledger", "withdraw"]
