"""One file a command, named like it; each holds a click command called `command`."""

PARTS = ("command",)
