"""Where the pipeline runs: in this process, in several, or on a cluster; one file an engine, chosen by name.

An engine is a module with `code(inputs, make, workers)`: `inputs` are (digest, Raw or Failure) pairs, `make()` builds the
function that turns a Raw into a Reading or a Failure (once per process), and the result is (digest, Reading or Failure) pairs in
the order of the inputs.
"""

from collections.abc import Callable

from facta.read.raw import Failure, Raw
from facta.records import Reading

PARTS = ("code",)

Input = tuple[str | None, Raw | Failure]
Result = tuple[str | None, Reading | Failure]
Make = Callable[[], Callable[[Raw], Reading | Failure]]
