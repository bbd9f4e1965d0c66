"""Pictures of relations and ledgers, for print and for the screen."""

from facta.relations.records import Ledger, Relation


def relation(found: Relation, form: str) -> bytes:
    """Words above and deeds below the axis over time, as svg, png or html."""
    raise NotImplementedError


def ledger(found: Ledger, form: str) -> bytes:
    """Lanes from commitment to deed, and the curve of follow-through beside its placebo, as svg, png or html."""
    raise NotImplementedError
