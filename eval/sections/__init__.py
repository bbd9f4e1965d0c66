"""What an accuracy report says, one file a subject: each turns matched events or quotations into sections of a page."""

from collections.abc import Mapping
from typing import TypeAlias

from eval.matching import Acts

Sets: TypeAlias = Mapping[str, Acts]
"""Events by name of the texts they are in; TOGETHER holds all."""
REPORTS, ARTICLES, TOGETHER = "reports", "articles", "together"
SIDES = ("actor", "recipient")
