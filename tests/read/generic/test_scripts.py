"""The data that a page carries in its scripts."""

import pytest

from facta.read.generic import scripts
from tests.read.generic.area_makers import element

DATA = '{"comments": [{"id": 1, "text": "One word"}]}'
READ = {"comments": [{"id": 1, "text": "One word"}]}


def values(source, kind=""):
    page = element("<div><script></script></div>")
    page[0].text = source
    if kind:
        page[0].set("type", kind)
    return list(scripts.values(page))


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (DATA, "application/ld+json"),
        (f"\n {DATA}", ""),
        (f"window.state = {DATA};", ""),
        (f"window.state = {DATA}; more()", "text/javascript"),
        ("window.state = JSON.parse(" + '"{\\"comments\\": [{\\"id\\": 1, \\"text\\": \\"One word\\"}]}"' + ")", "module"),
    ],
)
def test_json_and_what_is_assigned_are_read(source, kind):
    """Whatever follows it."""
    assert [READ] == values(source, kind)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("", ""),
        ('{"comments": [1, 2', "application/json"),
        ('{"prices": [1, 2, 3, 4, 5, 6]}', "application/json"),
        (f"window.state = {DATA}", "text/template"),
        ("var comments = call(1, 2, 3, 4)", ""),
        ("x = '{\"comments\": 1234567890}'", ""),
        ("[" * 100_000 + '"comment"', "application/json"),
    ],
)
def test_what_is_broken_or_of_other_things_is_passed_over(source, kind):
    """However deep."""
    assert [] == values(source, kind)


def test_only_so_many_values_of_a_script_are_read():
    """A page may assign thousands."""
    assert scripts.MAX_VALUES == len(values(";".join(f'comment{n} = {{"a": {n}}}' for n in range(100))))
