"""How each host wants to be treated, and how it has answered so far: what makes a guest wait, or leave."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from facta.errors import InputError

MAX_FAULTS = 5
"""Pages in a row that a host fails to bring after all tries; then it is left alone for the rest of the run."""


@dataclass
class _Host:
    asked: float | None = None
    """When it was asked last, or will be."""
    faults: int = 0
    closed_until: float = 0.0


@dataclass
class Hosts:
    """Remembers every host of a run.

    sleep: waits some seconds.
    """

    sleep: Callable[[float], None]
    _known: dict[str, _Host] = field(default_factory=dict)

    def wait(self, name: str, delay: float) -> None:
        """Wait until the host may be asked again; InputError when that is too long to wait, or when it keeps failing."""
        host, now = self._known.setdefault(name, _Host()), time.monotonic()
        if host.faults >= MAX_FAULTS:
            raise InputError(f"is left alone, since {name} failed {MAX_FAULTS} times in a row; try again later.")
        if host.closed_until > now:
            raise InputError(f"is left alone, since {name} asks to come back in {host.closed_until - now:.0f} seconds.")
        due = now if host.asked is None else max(now, host.asked + delay)
        if due > now:
            self.sleep(due - now)
        host.asked = due

    def close(self, name: str, seconds: float) -> None:
        """The host asked not to be asked for so long."""
        self._known[name].closed_until = time.monotonic() + seconds

    def answered(self, name: str) -> None:
        """The host gave an answer, whichever."""
        self._known[name].faults = 0

    def failed(self, name: str) -> None:
        """The host gave none after all tries."""
        self._known[name].faults += 1
