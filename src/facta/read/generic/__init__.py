"""Threads of platforms that no file knows, read from a page's structure alone, each module one kind of evidence."""

from facta.read.generic import blocks, breaks, state, undated
from facta.read.threads import Element, Extraction


def threads(tree: Element) -> Extraction:
    """The posts of what is surely a thread, in reading order, parents before replies; empty when there is none."""
    shown = blocks.find(tree)
    shown = shown if shown.posts else breaks.find(tree)
    if shown.posts:
        return shown
    shown, told = undated.find(tree), state.find(tree)
    return Extraction(told or shown.posts, shown.roots)  # a script tells when as well
