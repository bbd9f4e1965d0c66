"""Where a view stands in the menu of every page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A link in the menu, which a view's module names `MENU`."""

    label: str
    address: str
    order: int
    """Entries stand by this number: 10 pairs, 20 ledger, 30 world, 40 search, 50 add."""
    section: str
    """What a page names as its `section` to have this entry marked as the current one."""
