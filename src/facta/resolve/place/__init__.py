"""Where things happen: the places that a text names, each with the state and the point on the map where it lies.

`places` finds all of a text, `locate` the one that an event tells. `gazetteer` and `marks` say what the words may be. Then it is
decided which place lies in which other (`holders`), which names mean places and not persons, bodies or words (`sense`), and which
of the places of a name is meant (`choice`); what nobody knows can still be placed by the text (`unknown`).

Of the room around it, it asks only what the tables know and what words are; whoever wants a place asks here.
"""

from facta.resolve.place.finding import PlaceSpot, locate, places
from facta.resolve.place.site import kilometres

__all__ = ["PlaceSpot", "kilometres", "locate", "places"]
