"""What stands beside the body of an article is found without looking at anything again and again."""

from lxml import html

from facta.read import beside, markup


def test_a_paragraph_of_many_links_is_looked_at_once(monkeypatch):
    """Whichever of them lead elsewhere; for each link anew, a thousand took ten times as long as all the rest of the page."""
    told, line = [], markup.line
    monkeypatch.setattr(markup, "line", lambda element, *most: told.append(element.tag) or line(element, *most))
    links = "".join(f"<a href='/{n}'>Word {n}</a> and some more words. " for n in range(50))
    tree = html.fromstring(f"<div><p>{links}<a href='/reef'>READ: How the reef was damaged</a></p></div>")
    beside.take_links(tree)
    assert 1 == told.count("p")
    assert "reef" not in tree.text_content()
    assert "Word 49 and some more words." in tree.text_content()
