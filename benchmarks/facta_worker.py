"""facta's end of a benchmark: reads the pages first, then codes a part of them whenever it is asked, and says what that took.

Told a list of sources, it answers with the texts of their pages, those in English; told numbers of pages, with the CPU seconds of
each step.
"""

from collections.abc import Sequence
from time import process_time

from benchmarks.lines import answer, peak, questions
from facta.language import detect
from facta.pipeline import Step, name, read_pages, run, steps, version
from facta.records import READ, Page, Reading
from facta.values.collecting import rarely


class Timed:
    """A step that adds up its CPU seconds."""

    def __init__(self, step: Step) -> None:
        """Time this step."""
        self.step, self.name, self.seconds = step, name(step), 0.0

    def __call__(self, reading: Reading) -> Reading:
        """What the step makes of the reading."""
        start = process_time()
        try:
            return self.step(reading)
        finally:
            self.seconds += process_time() - start


def text(page: Page) -> str:
    """What the pipeline reads of a page."""
    return "\n\n".join(page.text[p.start : p.end] for p in page.paragraphs if p.kind in READ)


def code(pages: Sequence[Reading], pipeline: Sequence[Timed]) -> dict[str, object]:
    """CPU seconds over all and by step, and what went wrong."""
    before = [step.seconds for step in pipeline]
    start = process_time()
    coded = [run(page, pipeline) for page in pages]
    cpu = process_time() - start
    spent = {step.name: step.seconds - was for step, was in zip(pipeline, before, strict=True)}
    problems = [f"{r.page.id}: {p.step}: {p.message}" for r in coded for p in r.problems]
    return {"cpu": cpu, "steps": spent, "peak": peak(), "problems": problems}


def main() -> None:
    """Answer until there are no more questions."""
    rarely()  # as in `facta code`
    asked = questions()
    pages = [page for page in read_pages(next(asked)) if detect.language(text(page.page)) in (detect.ENGLISH, None)]
    pipeline = [Timed(step) for step in steps(comments=False)]
    answer({"name": version(), "texts": [text(page.page) for page in pages]})
    for numbers in asked:
        answer(code([pages[n] for n in numbers], pipeline))


if __name__ == "__main__":
    main()
