from collections.abc import Callable

import pytest

from facta.language.reader import LinearReader, load
from facta.language.triggers import View


@pytest.fixture(scope="session")
def reader() -> LinearReader:
    return load()


@pytest.fixture(scope="session")
def parsed(reader: LinearReader) -> Callable[[str], View]:
    """The first sentence of a text, tagged and with its phrases."""
    return lambda text: reader.parser.views(text)[0]
