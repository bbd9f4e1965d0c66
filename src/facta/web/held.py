"""What the store holds of a page that the reader shows: read when the page is asked for, or for many pages ahead of that.

A store answers for a hundred pages in hardly more time than for one, which is what a copy of the whole explorer asks for.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from facta.records import Reading
from facta.store import Store, corrections
from facta.store.corrections import Correction, QuoteCorrection
from facta.web.margin import Counted, counted

S = TypeVar("S", Correction, QuoteCorrection)


@dataclass(frozen=True)
class Held:
    """A page with all that its reader tells of it."""

    reading: Reading
    stories: Mapping[str, Counted]
    """How the stories of its events are told, by the events' ids."""
    corrected: Sequence[Correction]
    requoted: Sequence[QuoteCorrection]


class Pages:
    """Hands out what is held of pages."""

    def __init__(self) -> None:
        self._ahead: dict[str, Held] = {}

    def of(self, store: Store, key: str) -> Held:
        """What a store holds of a page; NotFoundError when it does not have it."""
        found = self._ahead.get(key)
        if found:
            return found
        said, requoted = corrections.corrections(store, key), corrections.quotations(store, key)
        return Held(store.reading(key), counted(store, [key]).get(key, {}), said, requoted)

    def ahead(self, store: Store, keys: Sequence[str]) -> None:
        """Read pages that are asked for next, of a store that nobody changes meanwhile; those read before are forgotten."""
        stories = counted(store, keys)
        said, requoted = _by_page(corrections.corrections(store)), _by_page(corrections.quotations(store))
        self._ahead = {
            key: Held(held, stories.get(key, {}), said.get(key, ()), requoted.get(key, ()))
            for held in store.readings(keys)
            for key in (held.page.key,)
        }

    def has(self, key: str) -> bool:
        """Whether a page was read ahead."""
        return key in self._ahead


def _by_page(said: Sequence[S]) -> dict[str, list[S]]:
    out: dict[str, list[S]] = defaultdict(list)
    for one in said:
        out[one.page].append(one)
    return out
