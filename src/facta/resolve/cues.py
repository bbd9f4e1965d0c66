"""The words of English news by which rules tell whose an act is, when it was and on whose word: `cues.toml`, asked by group."""

from facta.values.listed import Listed

either = Listed("facta.resolve", "cues.toml").either
"""The patterns of a group as one that fits any of them (`values.listed`)."""
