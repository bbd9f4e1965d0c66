"""Templates and what they are given."""

import json

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from facta.web import pages
from facta.web.menu import Entry


@pytest.mark.parametrize(
    ("parts", "query", "expected"),
    [
        ((), {}, "/"),
        (("page", "../../etc"), {}, "/page/..%2F..%2Fetc"),
        (("pair", "C N", "ü?#&"), {}, "/pair/C%20N/%C3%BC%3F%23%26"),
        (("x",), {"since": None, "type_": ["a", "b"], "n": 0}, "/x?type=a&type=b&n=0"),
        (("x",), {"q": "a&b=c"}, "/x?q=a%26b%3Dc"),
    ],
)
def test_an_address_of_our_own_holds_any_text(parts, query, expected):
    """Nothing of it becomes another part or another value."""
    assert expected == pages.address(*parts, **query)


@pytest.mark.parametrize("value", ["</script><script>alert(1)</script>", "<!--", "a&amp;b", "\u2028", {"x": ["<", ">"]}])
def test_data_for_scripts_is_json_in_which_no_tag_begins(value):
    """And reads back as it was."""
    made = pages.data(value)
    assert isinstance(made, Markup)
    assert not {"<", ">", "&"} & set(made)
    assert value == json.loads(made)


def test_whatever_stands_in_a_template_is_escaped_and_nothing_may_be_missing():
    """A value that nobody gave is an error, not a gap."""
    made = pages.environment((Entry("B", "/b", 20, "b"), Entry("A", "/a", 10, "a")))
    assert "&lt;b&gt;" == made.from_string("{{ x }}").render(x="<b>")
    with pytest.raises(UndefinedError):
        made.from_string("{{ x }}").render()
    assert ["A", "B"] == [entry.label for entry in made.globals["menu"]]


def test_every_static_file_is_served_by_its_name_alone():
    """None by a path that is put together, and none that builds them."""
    assert pages.served("static/base.css").read_bytes()
    for name in (
        "",
        "static",
        "static/../pages.py",
        "/etc/passwd",
        "static/base.css/",
        "vendor/package.json",
        "vendor/build.mjs",
        "STATIC/base.css",
    ):
        assert pages.served(name) is None


def test_the_address_of_a_file_changes_with_the_files():
    """All share one mark, since they load each other."""
    mark = pages.mark()
    assert (8, f"/f/{mark}/static/base.css") == (len(mark), pages.file("static/base.css"))
