"""Comment systems, one file each: a module is a `facta.read.threads.Platform`, found by its being here."""

PARTS = ("SIGNS", "recognises", "threads")
