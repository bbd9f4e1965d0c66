from pathlib import Path

FOLDER = Path(__file__).parents[2] / "benchmarks"


def test_every_benchmark_that_can_be_run_is_described():
    """Its command stands in the page that says what each of them measures, and how."""
    commands = {
        f"python -m benchmarks.{p.stem}" for p in FOLDER.glob("*.py") if f"`python -m benchmarks.{p.stem}" in p.read_text("utf-8")
    }
    assert len(commands) > 5
    page = (FOLDER / "README.md").read_text("utf-8")
    assert set() == {command for command in commands if command not in page}
