"""Fold reports of the same act into one story, so that acts are counted and not the copies of a text that tells them.

`update(store)` folds what has come into a store since the last time, or left it. Two steps: pages that tell the same text
(copied or lightly rewritten) form a group; events that tell the same act form a story, which keeps every telling. Both depend
only on what the store holds, never on the order it came in. A store says by which rules it was folded; where they are other
ones (`outdated`), the next update folds all of it again.
"""

from facta.stories.explain import Mentioned, Story, Told, explained, story_of
from facta.stories.fold import Folded, pending, update
from facta.stories.rules import outdated

__all__ = ["Folded", "Mentioned", "Story", "Told", "explained", "outdated", "pending", "story_of", "update"]
