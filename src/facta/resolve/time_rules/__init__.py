"""The rules by which newspapers tell times: what words mean, reckoned from a day and from what was told before.

`scan` reads a text with them. `dates` asks it about the words of one event, `timex` about whole texts; neither has rules of
meaning of its own.
"""

from facta.resolve.time_rules.ground import Lean, Match
from facta.resolve.time_rules.scan import Found, scan
from facta.resolve.time_rules.units import Kind, Told

__all__ = ["Found", "Kind", "Lean", "Match", "Told", "scan"]
