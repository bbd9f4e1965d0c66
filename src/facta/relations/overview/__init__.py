"""Many pairs at once: who acts on whom, words against deeds, and which three relations fit together.

The unit is that of `relations`: a story counts once for each ordered pair of states that it is about, so a meeting of two counts
for either order. `world(store)` asks the store a few times, however many pairs there are.
"""

from facta.relations.overview.records import Acts, Counts, Point, State, World
from facta.relations.overview.world import world, years

__all__ = ["Acts", "Counts", "Point", "State", "World", "world", "years"]
