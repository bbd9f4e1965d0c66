"""What the scorers share that anybody runs on files of their own: a file that cannot be scored is told in one line."""

import csv
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn
from xml.etree import ElementTree

from lxml import etree

from facta.errors import InputError


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """InputError, which names the file, for what goes wrong with it in the block."""
    try:
        yield
    except (OSError, ValueError, csv.Error, ElementTree.ParseError, etree.XMLSyntaxError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise InputError(f"{path} cannot be scored: {why}.") from None


def command(main: Callable[[Sequence[str]], int]) -> NoReturn:
    """End as `main` says, with 2 where a file cannot be scored."""
    try:
        code = main(sys.argv[1:])
    except InputError as error:
        print(error, file=sys.stderr)
        code = 2
    sys.exit(code)
