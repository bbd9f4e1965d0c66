"""Runs sources through the pipeline for a command: progress, failures named on stderr, the exit code."""

from collections.abc import Iterable, Iterator

import click

from facta.cli import progress
from facta.pipeline import Outcome
from facta.read.raw import Failure
from facta.records import Reading
from facta.values.counts import counted
from facta.values.words import harmless, one_line


class Run:
    """Counts what passes, so that a command can end with one true sentence and the right exit code."""

    def __init__(self, outcomes: Iterable[Outcome], *, what: str = "pages") -> None:
        self._outcomes, self._what = outcomes, what
        self.pages = self.failures = self.troubled = self.events = self.quotes = self.claims = 0
        self._undated_pages = self._undated_events = 0

    def good(self) -> Iterator[tuple[Reading, str]]:
        """Readings with their digests; on stderr failures and problems as they come, and what missing days cost."""
        for digest, result in progress.counted(self._outcomes, self._what):
            if isinstance(result, Failure):
                self.failures += 1
                complain(result.source, result.message)
            else:
                self._count(result)
                yield result, digest or ""
        if self._undated_pages:
            click.echo(f"facta: {self._undated()}", err=True)

    def _count(self, reading: Reading) -> None:
        self.pages += 1
        self.events += sum(e.comment is None for e in reading.events)
        self.claims += sum(e.comment is not None for e in reading.events)
        self.quotes += sum(q.comment is None for q in reading.quotes)
        self.troubled += bool(reading.problems)
        undated = sum(e.date is None for e in reading.events if e.comment is None) if not reading.page.published else 0
        self._undated_pages += bool(undated)
        self._undated_events += undated
        for problem in reading.problems:
            complain(reading.page.source, f"{problem.message} [{problem.step}]")

    def _undated(self) -> str:
        which, them = ("page tells", "it") if self._undated_pages == 1 else ("pages tell", "them")
        return (
            f"{self._undated_pages} {which} no day of publication, so {counted(self._undated_events, 'event')} there"
            f" {'has' if self._undated_events == 1 else 'have'} no date; --published DATE gives {them} one."
        )

    @property
    def exit_code(self) -> int:
        """1 when some input had problems, else 0."""
        return 1 if self.failures or self.troubled else 0

    def sentence(self) -> str:
        """What was done, for stderr."""
        done = f"{counted(self.pages, 'page')}, {counted(self.events, 'event')}, {counted(self.quotes, 'quotation')}"
        claims = f", {counted(self.claims, 'reader claim')}" if self.claims else ""
        failed = f"; {counted(self.failures, 'input')} could not be read" if self.failures else ""
        return done + claims + failed + "."


def complain(source: str, message: str) -> None:
    """One line on stderr about one input."""
    click.echo(f"facta: {harmless(source) or repr(source)}: {one_line(message)}", err=True)
