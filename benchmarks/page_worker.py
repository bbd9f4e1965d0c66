"""One tool's end of the benchmark of pages: told which tool and which files, it reads the pages of the numbers it is asked for.

Each tool is imported by the process that measures it and by no other.
"""

from collections.abc import Callable
from pathlib import Path
from time import process_time

from benchmarks.lines import answer, peak, questions

Reader = Callable[[bytes], object]


def facta() -> tuple[str, Reader]:
    """Article, metadata and threads of a page, as `facta read` has them."""
    from facta import __version__
    from facta.read.page import read_page
    from facta.read.raw import Raw

    def read(data: bytes) -> object:
        return read_page(Raw(source="-", key_source="-", form="html", data=data))

    return f"facta {__version__}", read


def trafilatura() -> tuple[str, Reader]:
    """The text of a page by trafilatura's own defaults, comments as text beside it, no metadata."""
    import trafilatura

    return f"trafilatura {trafilatura.__version__}", trafilatura.bare_extraction


def described() -> tuple[str, Reader]:
    """The same with metadata, which facta reads too."""
    import trafilatura

    return f"trafilatura {trafilatura.__version__} with metadata", lambda page: trafilatura.bare_extraction(
        page, with_metadata=True
    )


TOOLS = {tool.__name__: tool for tool in (facta, trafilatura, described)}


def main() -> None:
    """Answer until there are no more questions."""
    asked = questions()
    order = next(asked)
    name, read = TOOLS[order["tool"]]()
    pages = [Path(path).read_bytes() for path in order["files"]]
    answer({"name": name})
    for numbers in asked:
        took = []
        for n in numbers:
            start = process_time()
            read(pages[n])
            took.append(process_time() - start)
        answer({"seconds": took, "peak": peak()})


if __name__ == "__main__":
    main()
