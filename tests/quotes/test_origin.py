"""Whose report a page carries."""

import pytest

from facta.quotes.origin import origin, outlet
from facta.records import Credit, Page

PAGE = Page(id="1", key="p_1", source="x.html", text="")


@pytest.mark.parametrize(
    ("site", "credited", "expected"),
    [
        ("Daily Sample", None, [("outlet", "Daily Sample")]),
        (None, "Newsweek", [("outlet", "Newsweek")]),
        (None, None, [("outlet", None)]),
        ("Daily Sample", "Reuters", [("outlet", "Daily Sample"), ("agency", "Reuters")]),
        ("The Sampler", "Newsweek", [("outlet", "The Sampler"), ("outlet", "Newsweek")]),
        ("Reuters", "Reuters", [("agency", "Reuters")]),
        ("The Guardian", "Guardian", [("outlet", "Guardian")]),
    ],
)
def test_a_site_passes_on_what_it_credits(site: str | None, credited: str | None, expected: list[tuple[str, str | None]]) -> None:
    """The site first, then the agency or outlet whose report it carries; one link where both are the same."""
    page = Page(
        **{f: getattr(PAGE, f) for f in ("id", "key", "source", "text")},
        site=site,
        credit=Credit(outlet=credited, text=f"({credited})") if credited else None,
    )
    assert expected == [(s.kind, s.name) for s in origin(page)]
    assert expected[0][1] == outlet(page)
