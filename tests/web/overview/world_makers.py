"""Overviews of a few states, made without a store."""

from facta.relations.overview.records import Acts, Counts, Point, State, World
from facta.relations.records import Interval
from tests.relations.picture_makers import balance

NONE = Counts.of(0, 0)


def world(**fields):
    """An overview; what is not given is empty."""
    known = {
        **{"since": None, "until": None, "counted": 0, "pairs": 0, "states": (), "sides": (), "cells": (), "points": ()},
        **{"triads": (), "state": None, "does": (), "receives": ()},
    }
    return World(**(known | fields))


def state(code, name, coop=0, conf=0, *, receives=NONE):
    """A state that acts so often in cooperation and in conflict."""
    return State(code=code, name=name, acts=Counts.of(coop, conf), receives=receives, partners=1)


def acts(by, to, coop, conf):
    """Deeds of one state towards another."""
    counts = Counts.of(coop, conf)
    return Acts(by=by, to=to, all=counts, talk=NONE, commitment=NONE, deed=counts, net=0.0)


def point(by, to, talk=(1, 0), deed=(1, 0), *, gap=None, stories=2, around=0.5):
    """A pair's words against its deeds; gap: low and high of the interval."""
    return Point(
        by=by,
        to=to,
        names=(by.title(), to.title()),
        stories=stories,
        talk=balance(*talk, around=around),
        deed=balance(*deed, around=around),
        say_do_gap=gap and Interval(value=sum(gap) / 2, low=gap[0], high=gap[1]),
        why_no_gap=None if gap else "too few deeds",
    )
