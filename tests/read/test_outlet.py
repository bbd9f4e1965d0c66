"""The outlet's name where only readers are told it."""

import pytest

from tests.read.pages import TITLE, linked, page, read

HOME = '<header><a href="/">Harbour Herald</a></header>'


def site(head: str, above: str = "", **options: str) -> str | None:
    """The outlet of a page with something above its article."""
    return read(page(head).replace("<main>", f"{above}<main>"), **options).site


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (f"<title>{TITLE} | Harbour Herald</title>", ""),
        (f"<title>{TITLE} - World - Harbour Herald</title>", ""),
        (f"<title>Harbour Herald :: {TITLE}</title>", ""),
        ("<title>Harbour Herald</title>", ""),
        ("<title>Harbour Herald - News</title>", ""),
        ("<title>Ankara: why ministers meet again - Harbour Herald</title>", ""),
        ("", HOME),
        ("", "<p><b>Harbour Herald</b></p>"),
        ("", "<div>Harbour Herald, June 8, 2017</div>"),
        ("", '<a class="site-title" href="https://herald.example/">Harbour Herald</a>'),
        ("", '<a href="/" rel="home"><img src="a.png" alt="Harbour Herald logo"></a>'),
        ("", '<a href="/">Home</a><div class="masthead"><img src="/a.png" alt="Harbour Herald"></div>'),
        (f"<title>{TITLE} - Harbour Herald Online</title>", HOME),
        ('<meta name="twitter:site" content="@hherald">', HOME),
    ],
)
def test_the_title_the_way_home_and_the_logo_name_the_outlet(head: str, above: str) -> None:
    """Behind the headline or before it, in the words of the link to the front page, or under its picture."""
    assert "Harbour Herald" == site(head, above)


def test_the_author_is_no_outlet() -> None:
    """A title may end in the name of the author."""
    head = f'<title>{TITLE} | Ada Lo</title><meta name="author" content="Ada Lo">'
    assert ("Ada Lo", None) == (read(page(linked(author="Ada Lo"))).byline[0], site(head + linked(author="Ada Lo")))


def test_a_declaration_goes_first() -> None:
    """Meta elements and linked data name it before anything that is only shown."""
    assert "The Example" == site('<meta property="og:site_name" content="The Example">', HOME)
    assert "The Example" == site(linked(publisher={"name": "The Example"}), HOME)
    assert "The Example" == site('<meta name="application-name" content="The Example">', HOME)


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (f"<title>{TITLE} | Politics</title>", ""),
        (f"<title>{TITLE} | The Long View</title>", '<nav><a href="/long-view/">The Long View</a></nav>'),
        ("<title>Talks fail - Ankara Ministry</title>", ""),
        ("<title>Ministers of both countries meet in Ankara | Harbour</title>", "<h1>Harbour</h1>"),
        ("", '<a href="/">Home</a>'),
        ("", '<a href="https://elsewhere.example/">Another Paper</a>'),
        ("", '<img src="/flag.png" alt="A flag over Ankara">'),
    ],
)
def test_sections_and_others_are_no_outlet(head: str, above: str) -> None:
    """A section, a title that no headline confirms, and links elsewhere leave the name open; the host is the last resort."""
    assert site(head, above) is None
    assert "example.org" == site(head, above, url="https://example.org/a")


@pytest.mark.parametrize("address", ["http://[url]/a", "http://[::bad", "http://a℀b.example/", "http://e.example:port/"])
def test_an_address_that_is_none_costs_no_page(address: str) -> None:
    """Templates leave such behind in links and in the page's own address."""
    assert "Harbour Herald" == site(f'<link rel="canonical" href="{address}">', HOME + f'<a href="{address}">a</a>', url=address)
