"""How each host wants to be treated."""

import pytest

from facta.errors import InputError
from facta.read.fetch import hosts
from facta.read.fetch.hosts import MAX_FAULTS, Hosts


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands until somebody waits."""

    class Clock:
        now = 100.0

        def sleep(self, seconds):
            self.now += seconds

    made = Clock()
    monkeypatch.setattr(hosts.time, "monotonic", lambda: made.now)
    return made


def test_a_guest_waits_between_two_questions(clock):
    """To one host; another is asked at once."""
    known, asked = Hosts(clock.sleep), []
    for name in ("a", "a", "b", "a"):
        known.wait(name, 2.0)
        asked.append((name, clock.now))
    assert [("a", 100.0), ("a", 102.0), ("b", 102.0), ("a", 104.0)] == asked


def test_a_host_that_asks_for_time_gets_it(clock):
    """It is left alone until then."""
    known = Hosts(clock.sleep)
    known.wait("a", 0)
    known.close("a", 300)
    with pytest.raises(InputError, match="asks to come back in 300 seconds"):
        known.wait("a", 0)
    clock.now += 300
    known.wait("a", 0)


def test_a_host_that_keeps_failing_is_left_alone(clock):
    """An answer, whichever, makes up for what was."""
    known = Hosts(clock.sleep)
    known.wait("a", 0)
    for answered in (True, False):
        for _ in range(MAX_FAULTS - answered):
            known.failed("a")
        if answered:
            known.wait("a", 0)
            known.answered("a")
    with pytest.raises(InputError, match=f"failed {MAX_FAULTS} times in a row"):
        known.wait("a", 0)
