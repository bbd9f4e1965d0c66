"""What handlers of views ask for by the names of their parameters: an open store, the shelf of stores, words of the address."""

from typing import TypeAlias

from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from facta.store import Store
from facta.store.search import Keeper
from facta.web.adding import Desk
from facta.web.held import Pages
from facta.web.shelf import Shelf

OpenStore: TypeAlias = NamedDependency[Store]
"""`store`: open for reading until the handler returns."""
OneShelf: TypeAlias = NamedDependency[Shelf]
"""`shelf`: remembered answers, and stores to write to."""
OnePages: TypeAlias = NamedDependency[Pages]
"""`pages`: what is held of pages, perhaps read ahead."""
OneDesk: TypeAlias = NamedDependency[Desk]
"""`desk`: takes in what is to be coded."""
OneKeeper: TypeAlias = NamedDependency[Keeper]
"""`keeper`: of the search index."""
Word: TypeAlias = FromPath[str]
"""A part of the path."""
Asked: TypeAlias = FromQuery[str]
"""A value behind the question mark."""
MayAsk: TypeAlias = FromQuery[str | None]
"""One that may be left out."""
Yes: TypeAlias = FromQuery[bool]
"""A switch: 1 or 0."""
