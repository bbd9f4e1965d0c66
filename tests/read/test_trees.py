"""Shapes of threads from elements, depths and records, in time that grows with their number only."""

from time import process_time

from facta.read import markup, trees
from facta.read.posts import Post
from facta.read.threads import by_class, by_tag


def record(name: str, parent: str | None) -> trees.Record:
    return trees.Record(name, parent, Post(text=name))


def test_elements_find_the_one_around_them() -> None:
    """The nearest element of the same kind is the parent; others around it are counted, or found by a test."""
    tree, _ = markup.parse('<ul class="a"><li>1<div class="a"><li>2<ul><li>3</li></ul></li></div></li><li>4</li></ul>')
    items = list(tree.iter("li"))
    assert [None, 0, 1, None] == trees.parents(items)
    assert [1, 2, 2, 1] == trees.nesting(items, by_class("a"))
    assert ["ul", "div", "div", "ul"] == [e.tag for e in trees.around(items, by_class("a")) if e is not None]
    assert [None] * 4 == trees.around(items, by_tag("table"))
    assert (items[0], items[3]) == trees.roots(items)


def test_records_get_parents_before_replies() -> None:
    """Records come in any order; a missing parent is none, and those that answer each other in a circle are kept as they are."""
    records = [record("b", "a"), record("a", None), record("c", "b"), record("d", "gone"), record("x", "y"), record("y", "x")]
    found = trees.in_order(records)
    assert [("a", None), ("b", 0), ("c", 1), ("d", None), ("x", None), ("y", None)] == [(p.text, p.parent) for p in found]


def test_what_a_script_holds_is_read_without_trust() -> None:
    """Broken or deep data is none, a path that ends gives nothing, and markup that is no text has no paragraphs."""
    assert trees.load("{") is None and trees.load("[" * 100_000) is None and trees.load(None) is None
    assert trees.at({"a": {"b": 1}}, "a", "b") == 1 and trees.at({"a": [1]}, "a", "b") is None
    assert "" == trees.text_of(None) == trees.text_of("  ")
    assert (
        "One\ntwo.\n\nThree." == trees.text_of("<p>One<br>two.</p><p>Three.</p>") == trees.plain("One \n two.\r\n\r\n\r\nThree.")
    )


def test_instants_out_of_range_are_none() -> None:
    """Only whole seconds or milliseconds of this age are instants."""
    assert [None] * 5 == [trees.epoch(v) for v in (None, "", "12", float("inf"), 10**20)]


def test_large_and_deep_threads_take_little_time() -> None:
    """Ten thousand posts below fifteen hundred elements, or each deeper than the last, are placed at once."""
    deep = "<div>" * 1_500 + "<i></i>" * 10_000
    tree, _ = markup.parse(f"<html><body>{deep}</body></html>")
    items = list(tree.iter("i"))
    start = process_time()
    assert [None] * len(items) == trees.parents(items)
    assert {0} == set(trees.nesting(items, by_class("a")))
    assert 9_998 == trees.by_depth(range(10_000))[-1]
    assert [None] * 10_000 == trees.by_depth([2] * 10_000)
    assert 10_000 == len(trees.in_order([record(str(n), str(n - 1)) for n in range(10_000)]))
    assert process_time() - start < 2  # seconds of the processor: measured 0.2, a square of the number takes ten times more
