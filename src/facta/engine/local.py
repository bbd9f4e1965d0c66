"""Codes pages in this process, or in several of this machine, with a bounded number of pages in memory."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

from facta.engine import Input, Make, Result
from facta.read.raw import Failure, Raw
from facta.records import Reading
from facta.values.collecting import rarely

IN_FLIGHT = 4
"""Pages waiting per worker: enough that none idles, few enough that memory stays flat."""

_coder = None


def code(inputs: Iterable[Input], make: Make, workers: int) -> Iterator[Result]:
    """Results in the order of `inputs`; one worker means this process and no copying."""
    return _here(inputs, make) if workers <= 1 else _pool(inputs, make, workers)


def _here(inputs: Iterable[Input], make: Make) -> Iterator[Result]:
    coder = None
    for digest, item in inputs:
        if isinstance(item, Failure):
            yield digest, item
        else:
            coder = coder or make()
            yield digest, coder(item)


def _pool(inputs: Iterable[Input], make: Make, workers: int) -> Iterator[Result]:
    """A page that kills its worker is coded again alone; if it kills that one too, it becomes a Failure and the rest go on."""
    pool = _Pool(make, workers)
    waiting: deque[tuple[Input, Future[Reading | Failure] | None]] = deque()
    try:
        for digest, item in inputs:
            waiting.append(((digest, item), None if isinstance(item, Failure) else pool.submit(item)))
            if len(waiting) >= workers * IN_FLIGHT:
                yield _finished(*waiting.popleft(), make)
        while waiting:
            yield _finished(*waiting.popleft(), make)
    finally:
        pool.close()


class _Pool:
    """An executor that starts again after one of its processes died."""

    def __init__(self, make: Make, workers: int) -> None:
        self.make, self.workers = make, workers
        self.executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # spawn, not fork: DuckDB and numpy keep threads that a fork would copy in the middle of their work
        return ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"), initializer=_prepare, initargs=(self.make,))

    def submit(self, raw: Raw) -> "Future[Reading | Failure]":
        try:
            return self.executor.submit(_work, raw)
        except BrokenProcessPool:
            self.close()
            self.executor = self._start()
            return self.executor.submit(_work, raw)

    def close(self) -> None:
        self.executor.shutdown(wait=True, cancel_futures=True)


def _prepare(make: Make) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()
    rarely()
    global _coder  # noqa: PLW0603  (an executor's workers can keep state nowhere else)
    _coder = make()


def _end_with(parent: BaseProcess | None) -> None:
    """End this process when its parent is gone: killed, it can no longer say that there is nothing more to do."""
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(raw: Raw) -> Reading | Failure:
    assert _coder is not None  # the initializer ran
    return _coder(raw)


def _finished(item: Input, future: "Future[Reading | Failure] | None", make: Make) -> Result:
    digest, raw = item
    if isinstance(raw, Failure) or future is None:
        assert isinstance(raw, Failure)
        return digest, raw
    try:
        return digest, future.result()
    except BrokenProcessPool:
        return digest, _alone(raw, make)


def _alone(raw: Raw, make: Make) -> Reading | Failure:
    pool = _Pool(make, 1)
    try:
        return pool.submit(raw).result()
    except BrokenProcessPool:
        return Failure(source=raw.source, message="ended the process that coded it (out of memory?); skipped, the rest goes on.")
    finally:
        pool.close()
