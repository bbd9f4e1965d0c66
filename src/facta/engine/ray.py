"""Codes pages on a Ray cluster, for corpora that are too large for one machine; needs the `ray` extra.

The cluster is the one that Ray finds (`RAY_ADDRESS`, or one it starts here). Every actor builds its coder once and codes one
page at a time; results come back in the order of the inputs, with a bounded number of pages under way.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import cycle
from typing import Any

from facta.engine import Input, Make, Result
from facta.errors import UsageError
from facta.read.raw import Failure, Raw
from facta.records import Reading
from facta.values.collecting import rarely

IN_FLIGHT = 4
"""Pages waiting per actor."""


class _Actor:
    """A coder that lives in a process of the cluster."""

    def __init__(self, make: Make) -> None:
        rarely()
        self.coder = make()

    def code(self, raw: Raw) -> Reading | Failure:
        return self.coder(raw)


def code(inputs: Iterable[Input], make: Make, workers: int) -> Iterator[Result]:
    """Results in the order of `inputs`, from `workers` actors; UsageError when Ray is not installed."""
    ray = _ray()
    started = not ray.is_initialized()
    if started:
        ray.init(log_to_driver=False, logging_level="error", include_dashboard=False)
    try:
        # a page whose actor died is coded once more by the actor's successor before it counts as a failure
        actor = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=1)(_Actor)
        yield from _ordered(ray, inputs, [actor.remote(make) for _ in range(workers)])
    finally:
        if started:
            ray.shutdown()


def _ordered(ray: Any, inputs: Iterable[Input], actors: list[Any]) -> Iterator[Result]:
    waiting: deque[tuple[Input, Any]] = deque()
    turn = cycle(actors)
    for digest, item in inputs:
        waiting.append(((digest, item), None if isinstance(item, Failure) else next(turn).code.remote(item)))
        if len(waiting) >= len(actors) * IN_FLIGHT:
            yield _finished(ray, *waiting.popleft())
    while waiting:
        yield _finished(ray, *waiting.popleft())


def _finished(ray: Any, item: Input, promise: Any) -> Result:
    digest, raw = item
    if isinstance(raw, Failure):
        return digest, raw
    try:
        return digest, ray.get(promise)
    except ray.exceptions.RayError as error:
        first = str(error).strip().splitlines()[0]
        return digest, Failure(source=raw.source, message=f"could not be coded on the cluster ({first}); the rest goes on.")


def _ray() -> Any:
    try:
        import ray
    except ImportError:
        raise UsageError("The ray engine needs Ray, which is not installed. Try: pip install 'facta[ray]'.") from None
    return ray
