"""What the network is asked, in the order of its answers; the export writes it beside the weights for the reader."""

from typing import get_args

from facta.events.ontology import ontology
from facta.records import Dating, RoleName, Status

TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
"""All types of the ontology in the codebook's order, which checkpoints keep; a new type goes to the end."""
PLV = (*(t for t in TYPES if t not in ("CONCEDE", "RETREAT")), "YIELD")
"""The root types of PLV, which has one for giving way in words and in fact."""
STATUSES: tuple[Status, ...] = get_args(Status)
DATINGS: tuple[Dating, ...] = get_args(Dating)
MODES = tuple(f"{t}:{m}" for t in TYPES for m in ("", *sorted(ontology().types[t].modes)))
"""`TYPE:mode`; nothing behind the colon where there is none."""
TAGS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
ROLES: tuple[RoleName, ...] = get_args(RoleName)
SAID = ("source", "content", "first", "last")
"""Asked by a cue: words of the source and of the content, the content's first and last word."""
EVIDENCE = ("opens", "closes")
"""Asked by a trigger: the first and last word of the evidence."""
CHANNELS = (*ROLES, *SAID, *EVIDENCE, "home")
"""`home`, asked by a word of a party: the words that name the state it belongs to."""
REACH = 24
"""Distances between two words are told apart up to this many words."""


def channels(*names: str) -> slice:
    """Where channels that stand side by side are."""
    first = CHANNELS.index(names[0])
    return slice(first, first + len(names))
