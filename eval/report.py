"""`python -m eval.report [--errors N] [--write]`: accuracy on the development data, and the worst errors.

Runs the public command once on each gold file. `--write` makes `docs/accuracy.md` of it, without a word of the texts.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eval.gate import fingerprint
from eval.matching import acts, together
from eval.measures import coded
from eval.quotations import Quotations, quotations
from eval.scorers import ARTICLES, POLNEAR, SENTENCES, SHARED
from eval.sections import ARTICLES as WHOLE
from eval.sections import REPORTS, TOGETHER, Sets
from eval.sections.confidence import confidence
from eval.sections.errors import listed, told, worst
from eval.sections.failings import failings
from eval.sections.features import features, statuses
from eval.sections.levels import kinds, levels, types
from eval.sections.parties import countries, parties
from eval.sections.quoting import quoting
from eval.tables import Section, Table

PAGE = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
NOTE = "<!-- Written by `python -m eval.report --write`; run it again when the reader changes. -->"
SHOWN = 5
"""Problems printed."""
GOLD = {"reports": SENTENCES, "articles": ARTICLES, "quotations": POLNEAR}


@dataclass(frozen=True)
class Report:
    """All that was measured."""

    version: str
    """Release and reader."""
    measured: str
    """The day, as ISO date."""
    prints: dict[str, str]
    """Fingerprints of the gold files by their names."""
    sets: Sets
    quotations: Quotations
    problems: Sequence[str] = ()
    """What went wrong with single texts; figures of a run with problems are not the reader's."""

    def sections(self) -> list[Section]:
        """The figures, in the order of the page."""
        both = self.sets[TOGETHER]
        return [
            levels(self.sets),
            types(both),
            kinds(both),
            features(self.sets),
            statuses(both),
            parties(both),
            countries(both),
            quoting(self.quotations),
            confidence(self.sets, self.quotations),
        ]

    def page(self, errors: int) -> str:
        """The page of the documentation."""
        parts = [
            "# Accuracy",
            NOTE,
            f"Reader: {self.version}. Measured on {self.measured} through `facta code`, not trained on (but see the card):",
            Table(("gold file", "fingerprint (SHA-256)"), list(self.prints.items()), words=True).markdown(),
            f"**Where it fails.** {failings(self.sets, self.quotations)}",
            self._about(),
            *(section.markdown() for section in (*self.sections(), listed(worst(self.sets[TOGETHER], errors)))),
        ]
        return "\n\n".join(parts) + "\n"

    def _about(self) -> str:
        sizes = [f"{len(self.sets[name].texts)} {name}" for name in (REPORTS, WHOLE)]
        return (
            f"Events are measured on {sizes[0]} of one to three sentences and {sizes[1]} (together: both), quotations on "
            f"{len(self.quotations.articles)} other articles. P is precision, R recall; 95% is a bootstrap interval over texts, "
            "of F1 or of the share before it. A figure on few events moves easily."
        )

    def terminal(self, errors: int) -> str:
        """The same for a person at the terminal, the worst errors with their sentences."""
        both = self.sets[TOGETHER]
        parts = [f"{self.version}, measured on {self.measured}", failings(self.sets, self.quotations)]
        parts += [section.markdown() for section in self.sections()]
        return "\n\n".join((*parts, "## The worst errors", told(worst(both, errors), both))) + "\n"


def measure() -> Report:
    """Code every gold file and match what comes out."""
    from facta.pipeline import version

    records = {path: coded(path) for path in GOLD.values()}
    reports, articles = (acts(path.read_text("utf-8"), records[path]) for path in (SENTENCES, ARTICLES))
    return Report(
        version(),
        date.today().isoformat(),
        {f"`{path.name}` ({what})": f"`{fingerprint([path])[:16]}`" for what, path in GOLD.items()},
        {REPORTS: reports, WHOLE: articles, TOGETHER: together(reports, articles)},
        quotations(POLNEAR.read_text("utf-8"), records[POLNEAR]),
        [problem for path in records for problem in problems(records[path])],
    )


def problems(records: str) -> list[str]:
    """One line for each problem in records of `facta code`."""
    read = (json.loads(line) for line in records.splitlines())
    return [f"{r['page']['id']}: {p['step']}: {p['message']}" for r in read for p in r["problems"]]


def main(argv: Sequence[str] | None = None) -> int:
    """0 when the report was made, 1 when some texts had problems, 2 when the labelled data are not on this machine."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.report", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--errors", type=int, default=20, metavar="N", help="how many of the worst errors to show (default 20)")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md too")
    asked = parser.parse_args(argv)
    missing = [path.name for path in (*GOLD.values(), SHARED / "score") if not path.exists()]
    if missing:
        print(
            f"No report: {', '.join(missing)} not found in {SHARED.name}/ beside the project, where the labelled data lie.",
            file=sys.stderr,
        )
        return 2
    report = measure()
    print(report.terminal(asked.errors), end="")
    if report.problems:
        named = "".join(f"\n  {problem}" for problem in report.problems[:SHOWN])
        print(f"{len(report.problems)} problems, so no page is written, for instance:{named}", file=sys.stderr)
        return 1
    if asked.write:
        PAGE.write_text(report.page(asked.errors), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
