"""The start page: choose a pair, or one of the busiest; a few sentences for whoever sees facta for the first time."""

from litestar import Response, get
from litestar.response import Redirect, Template

from facta.relations.busiest import busiest
from facta.relations.relate import pair as sides
from facta.relations.sides import choices
from facta.store import DEMO, Store
from facta.stories import outdated, pending
from facta.web.drawing import begin, sparks
from facta.web.handed import Asked, MayAsk, OneShelf
from facta.web.menu import Entry
from facta.web.pages import address, page

MENU = Entry("Pairs", "/", 10, "pair")


@get("/", sync_to_thread=True)
def start(shelf: OneShelf, q: MayAsk = None) -> Template:
    """Where everything begins; `q` is a side that is already chosen."""
    pairs = shelf.answer(busiest)
    return page(
        "start.html",
        section="pair",
        pairs=pairs,
        waiting=shelf.answer(pending),
        outdated=shelf.answer(outdated),
        sparks=sparks(pairs),
        crowd=begin(pairs),
        counts=shelf.answer(Store.summary),
        choices=choices(),
        guide=shelf.answer(Store.marked, DEMO),
        chosen=q,
    )


@get("/pair", sync_to_thread=True)
def choose(a: Asked, b: Asked, to: Asked = "pair") -> Response[None]:
    """From the form with two names to the address of the pair."""
    one, other = sides(a, b)
    return Redirect(address("ledger" if to == "ledger" else "pair", one.code, other.code))


handlers = [start, choose]
