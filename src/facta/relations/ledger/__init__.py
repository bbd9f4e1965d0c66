"""From commitment to deed: which acts answer which commitment, what became of each, how far commitments were followed at all."""

from facta.relations.ledger.ledger import check_match, ledger
from facta.relations.ledger.verdicts import judge

__all__ = ["check_match", "judge", "ledger"]
