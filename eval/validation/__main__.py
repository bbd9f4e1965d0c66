"""`python -m eval.validation [NAME..] [--store FILE] [--workers N] [--write]`: validate, print, and write docs/validation.md."""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from eval.tables import Section
from eval.validation import agreement, balances, corpus, disputes, icews, journeys, judged, promises
from facta.store import Store

PAGE = Path(__file__).resolve().parents[2] / "docs" / "validation.md"
ON_CORPUS: dict[str, tuple[str, Callable[[Store], Section], Path]] = {
    "icews": (icews.TITLE, icews.section, icews.FILE),
    "agreement": (agreement.TITLE, agreement.section, agreement.FILE),
    "journeys": (journeys.TITLE, journeys.section, journeys.FILE),
    "judged": (judged.TITLE, judged.section, judged.FILE),
    "disputes": (disputes.TITLE, disputes.section, disputes.DISPUTES),
}
SIMULATED: dict[str, tuple[str, Callable[[int], Section]]] = {
    "promises": (promises.TITLE, promises.section),
    "balances": (balances.TITLE, balances.section),
}


def written(page: str, section: Section, day: date) -> str:
    """A page with a section in the place of the one of its title, or at the end; all else stays, what people wrote too."""
    text = f"## {section.title}\n\nMeasured on {day}.\n\n" + section.markdown().split("\n", 2)[2] + "\n"
    old = re.compile(rf"^## {re.escape(section.title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if old.search(page):
        return old.sub(lambda _: text + "\n", page, count=1).rstrip("\n") + "\n"
    return (page.rstrip("\n") + "\n\n" + text).lstrip("\n")


def missing(names: Sequence[str]) -> list[str]:
    """The files that are asked for and not on this machine."""
    needed = [corpus.CORPUS, *(ON_CORPUS[name][2] for name in names if name in ON_CORPUS)]
    return [path.name for path in needed if not path.exists()] if len(needed) > 1 else []


def main(argv: Sequence[str] | None = None) -> int:
    """0 when all was measured, 2 when the data are not on this machine."""
    every = [*ON_CORPUS, *SIMULATED]
    parser = argparse.ArgumentParser(prog="python -m eval.validation", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(every)} (default all)")
    parser.add_argument(
        "--store", type=Path, metavar="FILE", help=f"coded corpus; made where it is not there (default: one in {corpus.CACHE})"
    )
    parser.add_argument("--workers", type=int, default=1, help="processes for the simulations (default 1)")
    parser.add_argument("--write", action="store_true", help="put what was run into docs/validation.md")
    asked = parser.parse_args(argv)
    unknown = [name for name in asked.names if name not in every]
    if unknown:
        parser.error(f"no validation {unknown[0]!r}; there are {', '.join(every)}")
    names = asked.names or every
    absent = missing(names)
    if absent:
        print(
            f"Not validated: {', '.join(absent)} not on this machine; they lie beside the project where they are.",
            file=sys.stderr,
        )
        return 2
    for section in _sections(names, asked.store or corpus.cached(), asked.workers):
        print(section.markdown(), end="\n\n", flush=True)
        if asked.write:
            before = PAGE.read_text("utf-8") if PAGE.exists() else "# Validation\n"
            PAGE.write_text(written(before, section, date.today()), "utf-8")
    return 0


def _sections(names: Sequence[str], path: Path, workers: int) -> Iterator[Section]:
    """Each as soon as it is done."""
    on_corpus = [ON_CORPUS[name][1] for name in names if name in ON_CORPUS]
    if on_corpus:
        path.parent.mkdir(parents=True, exist_ok=True)
        with corpus.stored(path) as store:
            yield from (measure(store) for measure in on_corpus)
    yield from (SIMULATED[name][1](workers) for name in names if name in SIMULATED)


if __name__ == "__main__":
    sys.exit(main())
