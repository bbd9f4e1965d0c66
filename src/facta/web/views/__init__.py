"""The pages of the explorer, one module each: `handlers`, and where it belongs into the menu an `Entry` named `MENU`."""

PARTS = ("handlers",)
