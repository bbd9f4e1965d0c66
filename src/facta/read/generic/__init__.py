"""Threads of platforms that no file knows, read from a page's structure alone, each module one kind of evidence."""

from facta.read.generic import blocks, breaks, state
from facta.read.threads import Element, Extraction


def threads(tree: Element) -> Extraction:
    """The posts of what is surely a thread, in reading order, parents before replies; empty when there is none."""
    shown = blocks.find(tree)
    shown = shown if shown.posts else breaks.find(tree)
    return shown if shown.posts else Extraction(state.find(tree), ())
