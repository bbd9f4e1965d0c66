"""Readers' words in an article are counted by their number."""

from eval import leaks

TEXT = "Ministers met in Ankara. It will not last, as I have said before. They will meet again."


def page(*kinds: str) -> dict:
    """What `facta read` says of a page: the three sentences, each a paragraph of a kind."""
    ends = [TEXT.index("It will"), TEXT.index("They will"), len(TEXT)]
    parts = zip([0, *ends], ends, kinds, strict=False)
    return {"page": {"text": TEXT, "paragraphs": [{"start": s, "end": e, "kind": k} for s, e, k in parts]}}


def gold(*starts: str, kind: str = "comment") -> dict:
    return {"comments": [{"text_prefix": start, "text_len": 100, "kind": kind} for start in starts]}


LEAKED, OTHER = "It will not last, as I have SAID before", "Nobody asked us whether we want that."


def test_a_comment_in_the_body_counts_by_its_length():
    """One of two comments of the same length stands in the article: half of the text is where it doesn't belong."""
    assert 0.5 == leaks.share([(gold(LEAKED, OTHER), page("body", "body", "body"))])
    assert 0.0 == leaks.share([(gold(LEAKED, OTHER), page("body", "other", "body"))])


def test_what_says_nothing_is_left_out():
    """Short comments stand anywhere by chance, and links from other pages repeat titles."""
    assert 0.0 == leaks.share([(gold("They will meet"), page("body", "body", "body"))])
    assert 0.0 == leaks.share([(gold(LEAKED, kind="pingback"), page("body", "body", "body"))])


def test_no_pages_leak_nothing():
    """Nothing was measured, nothing leaked."""
    assert 0.0 == leaks.share([])
