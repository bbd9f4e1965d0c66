"""How a benchmark talks with its workers: one JSON value a line, so that a worker may run under another Python.

A worker does one thing at a time and measures itself, in a process of its own, with one thread.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "RAYON_NUM_THREADS")
ROOT = Path(__file__).resolve().parent.parent


class WorkerError(Exception):
    """A worker cannot do what it is asked, in one line for a person."""


class Worker:
    """The parent's end of a worker."""

    def __init__(self, python: str, module: str) -> None:
        """Start a module of this folder under an interpreter."""
        self.module = module
        self.process = subprocess.Popen(
            [python, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=os.environ | dict.fromkeys(THREADS, "1") | {"PYTHONPATH": str(ROOT)},
        )

    def ask(self, question: Any) -> dict[str, Any]:
        """What the worker answers; WorkerError when it ended instead."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            print(json.dumps(question), file=self.process.stdin, flush=True)
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise WorkerError(f"{self.module} ended with exit code {self.process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """End the worker."""
        with suppress(BrokenPipeError), self.process:
            pass


def questions() -> Iterator[Any]:
    """What the parent asks, at the worker's end."""
    return (json.loads(line) for line in sys.stdin)


def answer(value: Mapping[str, Any]) -> None:
    """Tell the parent."""
    print(json.dumps(value), flush=True)


def peak() -> int:
    """Most bytes of memory this process ever held."""
    status = Path("/proc/self/status")
    if status.exists():  # what the kernel says elsewhere may be the parent's
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def parts(items: Sequence[Any], number: int) -> list[Sequence[Any]]:
    """As many parts, each with items from all along."""
    return [items[n::number] for n in range(number)]
