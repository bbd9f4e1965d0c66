"""What an HTML page says about itself."""

import pytest

from tests.read.pages import linked, page, read


@pytest.mark.parametrize(
    "source",
    [
        page(html='lang="de-AT"'),
        page('<meta property="og:locale" content="de_DE">'),
        page('<meta http-equiv="Content-Language" content="de">'),
        page(linked(inLanguage="de")),
    ],
)
def test_the_language_is_the_declared_one(source: str) -> None:
    """The root element, linked data or a meta element say it; only its two letters are kept."""
    assert "de" == read(source).language


def test_no_language_is_made_up() -> None:
    """A page that declares none, or no code of two letters, has none yet."""
    assert [None, None] == [read(page()).language, read(page(html='lang="german"')).language]


@pytest.mark.parametrize(
    "source",
    [
        page(linked(articleSection=["World", "Europe"])),
        page('<meta property="article:section" content="World">'),
        page('<meta itemprop="articleSection" content="World">'),
        page(above='<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ol></nav>'),
        page(
            '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
            '{"@type": "ListItem", "position": 1, "name": "Home"},'
            '{"@type": "ListItem", "position": 2, "item": {"@id": "/w", "name": "World"}},'
            '{"@type": "ListItem", "position": 3, "name": "Ministers meet in Ankara"}]}</script>'
        ),
    ],
)
def test_the_section_is_named_by_data_or_by_the_path_of_links(source: str) -> None:
    """Linked data, a meta element, microdata or breadcrumbs name it; the front page and the article itself are no section."""
    assert "World" == read(source).section


@pytest.mark.parametrize(
    "source",
    [
        page(linked(author=[{"@type": "Person", "name": "Ada Lo"}, {"@type": "Person", "name": "Ben van Dyk"}])),
        page(linked(author="Ada Lo and Ben van Dyk")),
        page(above='<p class="byline">By Ada Lo and Ben van Dyk, Reuters</p>'),
        page(above='<span itemprop="author" itemscope itemtype="https://schema.org/Person">By '
             '<span itemprop="name">Ada Lo and Ben van Dyk</span></span>'),
    ],
)  # fmt: skip
def test_the_byline_is_declared_or_printed(source: str) -> None:
    """Names come from linked data, one string or many, from microdata, or from the line under the headline."""
    assert ("Ada Lo", "Ben van Dyk") == read(source).byline


def test_an_author_may_be_a_reference() -> None:
    """Linked data that names a person elsewhere on the page is followed there."""
    data = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ministers meet in Ankara",'
        ' "author": {"@id": "#ada"}, "publisher": {"@id": "#us"}}, {"@type": "Person", "@id": "#ada", "name": "Žofia Łaba"},'
        ' {"@type": "Organization", "@id": "#us", "name": "The Example"}]}</script>'
    )
    draft = read(page(data))
    assert (("Žofia Łaba",), "The Example") == (draft.byline, draft.site)


def test_an_agency_among_the_authors_is_the_credit() -> None:
    """An agency wrote no byline, but the article is on its word; the page's own name is no credit."""
    draft = read(
        page(linked(author=[{"name": "Ada Lo"}, {"@type": "Organization", "name": "Reuters"}], publisher={"name": "The Example"}))
    )
    assert (("Ada Lo",), "Reuters") == (draft.byline, draft.credit and draft.credit.outlet)
    source = {"sourceOrganization": {"@type": "Organization", "name": "The Other Paper"}}
    assert "The Other Paper" == getattr(read(page(linked(**source))).credit, "outlet", None)
    assert read(page(linked(author={"name": "Reuters"}, publisher={"name": "Reuters"}))).credit is None


CANONICAL = '<link rel="canonical" href="https://example.org/ankara">'


@pytest.mark.parametrize(
    "source",
    [
        page(CANONICAL, html="amp"),
        page(CANONICAL + '<script async src="https://cdn.ampproject.org/v0.js"></script>', html="⚡"),
    ],
)
def test_an_amp_view_knows_its_full_page(source: str) -> None:
    """The attribute or AMP's own script tell the view, and its canonical address that of the page it stands for."""
    draft = read(source, url="https://example.org/ankara/amp")
    assert ("amp", "https://example.org/ankara", "https://example.org/ankara/amp") == (draft.view, draft.canonical, draft.url)


@pytest.mark.parametrize(
    ("source", "url"),
    [
        (page(CANONICAL), "https://example.org/ankara?print=1"),
        (page(CANONICAL), "https://example.org/print/ankara"),
        (page(CANONICAL, body='class="node print-view"'), "https://example.org/1"),
        (page(CANONICAL, body='onload="window.print()"'), "https://example.org/1"),
    ],
)
def test_a_print_view_knows_its_full_page(source: str, url: str) -> None:
    """Its address, its body's class or its call of the printer tell it."""
    draft = read(source, url=url)
    assert ("print", "https://example.org/ankara") == (draft.view, draft.canonical)


def test_a_full_page_is_no_view() -> None:
    """An ordinary page, also one about printers, is the full page."""
    assert read(page(CANONICAL), url="https://example.org/printers-and-blueprints").view is None


def test_a_name_above_what_its_bearer_does_is_the_byline() -> None:
    """As some outlets print it without "by"; neither line is a paragraph of the body."""
    draft = read(page(above="<div><span>Priya Rao</span></div><div><span>Delhi correspondent</span></div>"))
    assert ("Priya Rao",) == draft.byline
    assert "Priya Rao" not in draft.text and "correspondent" not in draft.text


def test_a_link_to_an_author_s_page_is_the_byline() -> None:
    """Beside the headline; where one writes from is no paragraph of the body, even if no blank parts the two."""
    draft = read(
        page(above='<div><a href="/autor/rosa-quispe">Rosa Quispe</a><span>Santiago</span><time>03 OCT 2023</time></div>')
    )
    assert ("Rosa Quispe",) == draft.byline
    assert "Santiago" not in draft.text


def test_an_outlet_in_a_script_without_capitals_is_told_from_its_title() -> None:
    """Behind the headline, also where no blanks stand around the bar between."""
    for title, h1, site in (
        ("日韓、輸出管理の協議を再開｜南風新聞", "日韓、輸出管理の協議を再開", "南風新聞"),
        ("两国外长在曼谷会晤_国际_海风新闻网", "两国外长在曼谷会晤", "海风新闻网"),
        ("اجتماع الوزراء في القاهرة - صوت النيل", "اجتماع الوزراء في القاهرة", "صوت النيل"),
    ):
        draft = read(page(f"<title>{title}</title>", h1=h1))
        assert (h1, site) == (draft.title, draft.site)


def test_what_is_known_of_an_article_in_chinese_is_read() -> None:
    """One line tells day, source and author; a longer headline than the title's and who edited the text are no paragraphs."""
    told = "<div><span>2020年09月15日 14:08</span> <span>来源：海风新闻网</span> <span>作者：王小明</span></div>"
    prose = [
        "两国外长周二在曼谷举行会晤，同意恢复中断两年的渔业谈判，双方还就释放渔船和渔民的问题交换了意见。",
        "外长在会后表示：“双方都希望海面平静。”他说，第一轮谈判将于下月在河内举行，议题包括捕鱼配额和海上救援。",
        "责任编辑：李华",
    ]
    draft = read(
        page("<title>两国外长在曼谷会晤_海风新闻网</title>", told, h1="两国外长在曼谷会晤 同意恢复渔业谈判", prose=prose)
    )
    assert ("两国外长在曼谷会晤 同意恢复渔业谈判", "2020-09-15", ("王小明",)) == (draft.title, draft.published, draft.byline)
    assert prose[:2] == [draft.text[p.start : p.end] for p in draft.parts if p.kind == "body"]
