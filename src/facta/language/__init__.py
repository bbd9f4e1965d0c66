"""Reads language: detection, sentences, words, phrases, acts and attributions, behind one seam (`Reader` -> `Analysis`)."""

from facta.language.analyse import Analyse, Reader

__all__ = ["Analyse", "Reader"]
