"""A party of a headline in title case or capitals that runs across its act is two: in `Putin Meets Xi`, Putin and Xi.

Where every word is written large a reader may take the verb for part of a name. Of 387 training sentences, written so for the
purpose, two had such a party, and in the headlines of newspapers, which are shorter, there are more; prose has none.
"""

from collections.abc import Iterable, Iterator

from msgspec import structs

from facta.records import Role
from facta.values.spans import Range, trim


def parted(words: str, act: Range, roles: Iterable[Role]) -> Iterator[Role]:
    """The roles of an act in such a headline: who stands before the act acts, who stands behind it is its other side."""
    for role in roles:
        if role.role not in ("actor", "recipient") or not role.start < act.start <= act.end < role.end:
            yield role
            continue
        before, behind = trim(words, role.start, act.start), trim(words, act.end, role.end)
        yield structs.replace(role, role="actor", start=before.start, end=before.end)
        yield structs.replace(role, role="recipient", start=behind.start, end=behind.end)
