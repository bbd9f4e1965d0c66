"""Say who, when, where: actors as of a date, dates as ISO, places with their state, and what kind of source vouches.

`who.candidates` answers who is meant by a mention on a date, from the tables in `knowledge/`.
"""
