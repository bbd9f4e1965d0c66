"""`python -m eval [--only NAME] [--raise] [--lower NAME]`: measure, compare with the floors, say what fell."""

import argparse
import sys

from eval import gate
from eval.measures import MEASURES


def main() -> int:
    """0 when nothing fell, 1 when a score is under its floor, 2 when nothing could be measured."""
    names = [m.name for m in MEASURES]
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("--only", choices=names, action="append", help="measure only this")
    parser.add_argument("--raise", dest="higher", action="store_true", help="raise floors to what is measured now")
    parser.add_argument("--lower", choices=names, action="append", default=[], help="set this measure's floors, even lower")
    asked = parser.parse_args()
    floors, failed, measured = gate.load(), False, 0
    for measure in MEASURES:
        if asked.only and measure.name not in asked.only:
            continue
        if measure.missing():
            print(f"{measure.name}: skipped, {measure.missing()[0].name} is not on this machine")
            continue
        scores = measure.run()
        measured += 1
        if measure.name in asked.lower or asked.higher:
            floors = gate.pin(measure, scores, floors, lower=measure.name in asked.lower)
            gate.save(floors)
        for verdict in gate.compare(measure, scores, floors):
            failed |= verdict.failed
            floor = "no floor" if verdict.floor is None else f"floor {verdict.floor:.3f}"
            print(f"{measure.name:24} {verdict.score:18} {verdict.value:.4f}  {floor}{'  FELL' if verdict.failed else ''}")
    return 1 if failed else 0 if measured else 2


if __name__ == "__main__":
    sys.exit(main())
