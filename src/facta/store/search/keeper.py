"""Keeps the index of a store in step from a thread of its own, so that nobody who searches has to wait for it."""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from time import sleep

from facta.errors import StoreError
from facta.store.search.index import Held, Index
from facta.store.store import Store

PATIENCE = 0.12
"""Seconds that a request waits for an index that may be complete by then."""
SMALL, FOR_SMALL = 2000, 1.0
"""Pages of a store whose index is complete in about so many seconds, for which the first who searches may wait."""
_GIVE = 0.004
"""Seconds that are left to others after a page while they are at work."""


class Keeper:
    """Makes the index of one store when it is first asked for, and follows the store from then on.

    reading: opens the store for reading. busy: whether others read it just now, who go first. wanted: whether somebody waits to
    write to it, who has to be let in.
    """

    def __init__(
        self, reading: Callable[[], AbstractContextManager[Store]], busy: Callable[[], bool], wanted: Callable[[], bool]
    ) -> None:
        self._reading, self._busy, self._wanted = reading, busy, wanted
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._rest = threading.Event()
        self._rest.set()

    def held(self, store: Store, patience: float | None = None) -> Held:
        """How far the index has come; what is missing is taken up beside, of which a little is waited for."""
        index = Index(store)
        held = index.held()
        if held.complete:
            return held
        self._begin()
        self._rest.wait(patience if patience is not None else FOR_SMALL if held.of <= SMALL else PATIENCE)
        return index.held()

    def close(self) -> None:
        """Stop, and wait until the store is let go of; what is there already stays."""
        self._stop.set()
        self._rest.wait()

    def _begin(self) -> None:
        with self._lock:
            if self._rest.is_set() and not self._stop.is_set():
                self._rest.clear()
                threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            while not self._stop.is_set() and not self._round():
                sleep(0.05)  # whoever wants to write now can
        except StoreError as error:
            logging.getLogger(__name__).warning("the search index rests: %s", error)
        finally:
            self._rest.set()

    def _round(self) -> bool:
        """Take up as much as nobody minds; whether all is there."""
        with self._reading() as store:
            steps = Index(store).steps(self._pause)
            held = next(steps)
            while not (held.complete or self._stop.is_set() or self._wanted()):
                held = next(steps)
            steps.close()
        return held.complete

    def _pause(self) -> None:
        if self._busy():
            sleep(_GIVE)
