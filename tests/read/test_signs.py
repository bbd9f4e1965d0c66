"""What a page's markup says anywhere."""

from pathlib import Path

import pytest

from facta import plugins
from facta.read import markup, signs, threads
from facta.read.signs import Signs

PAGE = """<html><head><script>window.state = {}</script></head><body class="Home page"><p id="p-1" data-x="Ada">Words of mine.</p>
<script type="application/json">{"a": 1}</script></body></html>"""


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        (Signs(("p-",)), True),
        (Signs(("nothing", "Ada")), True),
        (Signs(("home",)), False),
        (Signs(("Words",)), False),
        (Signs(("window.state",)), False),
        (Signs(scripts=("window.state",)), True),
        (Signs(), False),
    ],
)
def test_signs_are_pieces_of_values_or_scripts(sign: Signs, shown: bool) -> None:
    """One of them is enough; case counts, and a page's words are none."""
    tree, _ = markup.parse(PAGE)
    assert shown == signs.of(tree).show(sign)


def test_every_platform_has_signs() -> None:
    """A platform without any would never be asked."""
    assert [] == [p.__name__ for p in plugins.load_all(threads.PLATFORMS) if not (p.SIGNS.values or p.SIGNS.scripts)]


def test_a_platform_without_its_signs_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What costs time is searched for only on pages that may have it."""
    asked = []
    for platform in plugins.load_all(threads.PLATFORMS):
        monkeypatch.setattr(platform, "recognises", lambda tree, name=Path(platform.__name__).suffix: asked.append(name))
    tree, _ = markup.parse(PAGE.replace("Ada", "wpd-comment wpd_comment_level-1 isso-comment"))
    threads.take(tree)
    assert [".isso", ".wpdiscuz"] == asked
