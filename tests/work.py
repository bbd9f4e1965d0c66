"""Counts what is done, so that a test can say how work grows with a text: a clock tells more of the machine than of the code."""

import sys


def work(do):
    """How many functions are called while something is done, those of other libraries and each step of a generator too."""
    calls = 0

    def count(frame, event, arg):
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(before)
    return calls


def growth(do, size):
    """How many times the work is done for twice the size; do: called with a size, gives what is to be counted.

    What is loaded once is loaded before; texts of different sizes should have no words in common, which may be remembered.
    """
    do(2)()
    small = work(do(size))
    return work(do(2 * size)) / small
