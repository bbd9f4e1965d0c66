"""Threads that stand only in a page's scripts: JSON-LD, state of the site's program, caches of references."""

import json

import pytest

from facta.read import generic, markup, posts

JSON_LD = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ministers meet",
    "author": {"@type": "Person", "name": "Eva Stern"},
    "comment": [
        {"@type": "Comment", "author": {"@type": "Person", "name": "Ada"}, "datePublished": "2021-05-05T09:01:00Z",
         "text": "It will not last.",
         "comment": [{"@type": "Comment", "author": {"name": "Ben"}, "dateCreated": "2021-05-05", "text": "Wait &amp; see."}]},
        {"@type": "Comment", "author": "Cem", "dateCreated": "2021-05-06", "text": "Who pays?"},
    ],
}  # fmt: skip
NEXT = {
    "props": {"pageProps": {
        "article": {"title": "Ministers meet", "author": {"name": "Eva Stern"}, "body": "They met.", "createdAt": "2021-05-04"},
        "discussion": {"comments": [
            {"id": 1, "parentId": None, "user": {"displayName": "Ada"}, "bodyHtml": "<p>It will not last.</p>",
             "createdAt": "2021-05-05T09:01:00Z"},
            {"id": 2, "parentId": 1, "user": {"displayName": "Ben"}, "bodyHtml": "<p>Wait &amp; see.</p>",
             "createdAt": "2021-05-05T10:00:00Z"},
            {"id": 3, "parentId": 0, "user": {"displayName": "Cem"}, "bodyHtml": "<p>Who pays?</p>",
             "createdAt": "2021-05-06T10:00:00Z"},
        ]},
    }}
}  # fmt: skip
CACHE = {
    **{f"User:{name[0].lower()}": {"__typename": "User", "username": name} for name in ("Ada", "Ben", "Cem")},
    "Comment:3": {"__typename": "Comment", "id": "3", "author": {"__ref": "User:c"},
                  "content": "Who pays?", "created_at": 1620295200, "replies": []},
    "Comment:2": {"__typename": "Comment", "id": "2", "author": {"__ref": "User:b"},
                  "content": "Wait & see.", "created_at": 1620208800000},
    "Comment:1": {"__typename": "Comment", "id": "1", "author": {"__ref": "User:a"},
                  "content": "It will not last.", "created_at": 1620205260,
                  "replies": [{"__ref": "Comment:2"}]},
}  # fmt: skip
SCRIPTS = {
    "JSON-LD": f'<script type="application/ld+json">{json.dumps(JSON_LD)}</script>',
    "state of a framework": f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(NEXT)}</script>',
    "state assigned to a variable": f"<script>var a = 1; window.__INITIAL_STATE__ = {json.dumps(NEXT)}; start();</script>",
    "state in a string": f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps(NEXT))});</script>",
    "a cache of references": f"<script>window.__APOLLO_STATE__={json.dumps(CACHE)};</script>",
}


def read(script: str) -> list[tuple[str | None, str | None, str, str | None]]:
    tree, _ = markup.parse(f"<html><head>{script}</head><body><h1>Ministers meet</h1><p>They met.</p></body></html>")
    found = posts.comments(generic.threads(tree).posts)
    author = {c.id: c.author for c in found}
    return [(c.author, author.get(c.parent or ""), c.text, c.date) for c in found]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_gives_its_tree(name: str) -> None:
    """Authors, parents, texts without markup, and days, whatever the shape of the data; the article is no comment."""
    expected = [
        ("Ada", None, "It will not last.", "2021-05-05"),
        ("Ben", "Ada", "Wait & see.", "2021-05-05"),
        ("Cem", None, "Who pays?", "2021-05-06"),
    ]
    assert sorted(expected) == sorted(read(SCRIPTS[name]))


@pytest.mark.parametrize(
    "source",
    [
        '{"articles": [{"title": "One", "author": "Eva", "body": "They met.", "date": "2021-05-04"}], "comments": []}',
        '{"comments": "[[[["}',
        '{"comments": ' + "[" * 5000 + "]" * 5000 + "}",
        '{"comments": [{"author": "Ada", "text": "Hel',
        '{"comments": [{"author": {}, "text": 5, "date": []}, null, 3, {"user": true, "body": "x"}]}',
    ],
    ids=["articles", "a string", "deep", "cut", "odd"],
)
def test_data_without_comments_gives_none(source: str) -> None:
    """Lists of articles, broken data and odd values are no thread and stop nothing."""
    assert [] == read(f"<script>window.__DATA__ = {source};</script>")


def test_answers_in_a_circle_are_kept_once() -> None:
    """Comments that name each other as parents end in a tree."""
    circle = [{"id": n, "parentId": 3 - n, "author": f"A{n}", "text": f"Words {n}.", "date": "2021-05-05"} for n in (1, 2)]
    found = read(f'<script type="application/json">{json.dumps({"comments": circle})}</script>')
    assert {"A1", "A2"} == {author for author, *_ in found}
