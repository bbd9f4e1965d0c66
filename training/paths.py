"""Where training finds its texts and encoders and leaves what it makes."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
OWN = ROOT / "training" / "own"
DEEDS = ROOT / "training" / "deeds"
"""Commitments, deeds that answer them and other acts, in our own words."""
HELD_OUT = ROOT / "training" / "held_out.txt"
BUILD = Path(os.environ.get("FACTA_BUILD", ROOT / "build" / "training"))
"""Checkpoints and prepared texts; nothing in it is kept in the project."""
WEIGHTS = ROOT / "src" / "facta" / "language" / "weights"
MINILM = BUILD / "minilm"
MPNET = BUILD / "mpnet"
