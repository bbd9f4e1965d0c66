import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.read.fetch.robots import Rules, parse


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow: /", "/a", False),
        ("Disallow:", "/a", True),
        ("Disallow: /a", "/ab", False),
        ("Disallow: /a", "/b/a", True),
        ("Disallow: /*/print", "/x/print?1", False),
        ("Disallow: /*.pdf$", "/a.pdf", False),
        ("Disallow: /*.pdf$", "/a.pdf?x", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /*a*a$", "/ba", True),
        ("Disallow: /\nAllow: /news", "/news/1", True),
        ("Allow: /news\nDisallow: /news", "/news", True),
        ("Disallow: /news/old\nAllow: /news", "/news/old/1", False),
        ("Disallow: /é", "/%C3%A9", False),
        ("Disallow: /", "/robots.txt", True),
    ],
)
def test_the_longest_rule_decides(rules, path, allowed):
    """RFC 9309, section 2.2: wildcards, end anchors, longest match, allow before disallow."""
    assert allowed == parse(f"User-agent: *\n{rules}\n", "facta").allows(path)


def test_our_own_group_goes_before_everybodys():
    """A group that names us counts alone, wherever it stands; several agents may share a group, several groups an agent."""
    ours = "user-agent: Other\nUser-Agent: FACTA # us\nDisallow: /x\n\nUser-agent: facta\nCrawl-delay: 3\n"
    text = f"User-agent: *\nDisallow: /\n\n{ours}"
    rules = parse(text, "facta")
    assert (True, False, 3.0) == (rules.allows("/"), rules.allows("/x"), rules.delay)


def test_what_is_no_rule_is_passed_over():
    """HTML in place of rules, broken lines and sitemaps close nothing."""
    assert Rules() == parse("<html>: <p>\nDisallow: /before-any-agent\nSitemap: /s\nUser-agent: *\nCrawl-delay: soon", "facta")


@given(st.text(), st.text())
def test_any_file_can_be_read(text, path):
    """Whatever a host sends, there is an answer."""
    assert parse(text + "\nUser-agent: *\nDisallow: " + text, "facta").allows("/" + path) in (True, False)
