"""Threads as sites of several languages print them: with buttons of approval, addressed and quoted answers, removed posts."""

import pytest

from facta.read import dates, generic, markup, posts

ARTICLE = "<h1>Ministers meet in Ankara</h1><p>The ministers of three states met in Ankara on Tuesday and spoke of the port.</p>"
Told = tuple[str | None, str | None, str, bool]


def told(thread: str) -> list[Told]:
    """Who wrote what in answer to whom, and whether it was removed."""
    tree, _ = markup.parse(f"<html><body><article>{ARTICLE}</article>{thread}</body></html>")
    return [(c.author, c.parent, c.text, c.deleted) for c in posts.comments(generic.threads(tree).posts)]


def test_a_button_of_approval_is_nobodys_name() -> None:
    """It is a link as profiles are; the name stands beside the date."""
    rows = "".join(
        f"<div class='it'><div><span class='n'>{a}</span> · <span>hace 2 días</span></div><p>{t}</p>"
        "<a>Me gusta</a> <a>Responder</a></div>"
        for a, t in (("Lucía", "Ya lo compraron."), ("pepe_m", "No es cierto."))
    )
    assert [("Lucía", None, "Ya lo compraron.", False), ("pepe_m", None, "No es cierto.", False)] == told(
        f"<div class='c'><h3>Comentarios</h3>{rows}</div>"
    )


def test_an_answer_that_names_whom_it_answers_is_a_text() -> None:
    """In a list without places for answers the name tells the parent, with a word for it or an @."""
    said = ("土耳其早就买下了港口。", "回复 @山中老人：不是这样的。", "@小明 说得对。")
    rows = "".join(
        f"<div class='pl'><div class='nick'>{a}</div><div class='txt'>{t}</div>"
        "<div><span>3小时前</span><span>上海</span><a>赞(1)</a><a>回复</a></div></div>"
        for a, t in zip(("山中老人", "小明", "阿强"), said, strict=True)
    )
    found = told(f"<div class='c'><h3>全部评论</h3>{rows}</div>")
    assert list(zip(("山中老人", "小明", "阿强"), (None, "c1", "c2"), said, (False,) * 3, strict=True)) == found


@pytest.mark.parametrize(
    "gone",
    [
        "Bu yorum yönetici tarafından silindi.", "تم حذف هذا التعليق.", "该评论已被删除", "Comentario eliminado por el moderador",
        "Ten komentarz został usunięty.", "Коментар видалено", "このコメントは削除されました",
        "이 댓글은 작성자가 삭제했습니다", "این نظر حذف شده است",
    ],
)  # fmt: skip
def test_a_removed_post_is_known_in_many_languages(gone: str) -> None:
    """It keeps its place in the thread."""
    rows = "".join(
        f"<div class='comment'><b>{a}</b> <i>12 March 2024, 10:15</i><p>{t}</p><a>Reply</a></div>"
        for a, t in (("Ada", "Why?"), ("Ben", gone))
    )
    assert [("Ada", False), ("Ben", True)] == [
        (who, removed) for who, _, _, removed in told(f"<div><h3>2 comments</h3>{rows}</div>")
    ]


def test_a_day_without_a_year_is_the_last_before_the_page_was_fetched() -> None:
    """Where the article has no day; from the eve of its own day on it is the next."""
    post = posts.Post(date_text="12 марта в 17:05")
    days = [
        posts.comments([post], **known)[0].date  # type: ignore[arg-type]
        for known in (
            {"fetched": "2024-03-11T23:30:00Z"},
            {"fetched": "2024-02-01"},
            {"published": "2022-03-01", "fetched": "2024-02-01"},
        )
    ]
    assert ["2024-03-12", "2023-03-12", "2022-03-12"] == days
    assert dates.day_before("soon", "2024-03-11") is None
