"""Commitments and acts with what is compared of them."""

import numpy as np
import pyarrow as pa

from facta.events.ontology import ontology
from facta.relations.commitments.answers import Answer
from facta.relations.commitments.scoring import FEATURES, features
from facta.relations.stories import Stories


def stories(*rows):
    """Stories with the columns that are compared."""
    texts, kinds = pa.list_(pa.string()), dict.fromkeys(("reverse", "joint", "aside", "undoes"), pa.bool_())
    kinds |= {"contexts": texts, "terms": texts, "subject": pa.list_(pa.int8())}
    names = ("type", "status", "mode", "standing", "rung", "date_precision", *kinds)
    columns = {name: pa.array([row[name] for row in rows], kinds.get(name, pa.string())) for name in names}
    return Stories(pa.table(columns), np.zeros(len(rows), np.int64))


def one(kind="AGREE", **told):
    """A story on the rung of its type."""
    row = {
        **{"type": kind, "status": "actual", "mode": None, "standing": None, "rung": ontology().rung(kind, None, "actual", "")},
        "date_precision": "day",
        **dict.fromkeys(("reverse", "joint", "aside", "undoes"), False),
        **{"contexts": ["military"], "terms": ["s-400"], "subject": [127, 0, 0, 0]},
    }
    assert not told.keys() - row.keys()
    return row | told


def one_pair(commitment, act):
    """Features by name, and the way."""
    x, way = features(stories(commitment), stories(act))
    return dict(zip(FEATURES, x[0, 0].round(4).tolist(), strict=True)), Answer(way[0, 0])
