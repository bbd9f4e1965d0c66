"""What the reader shows of a page."""

from datetime import UTC, datetime

import msgspec
import pytest

from facta.records import Problem
from facta.store.corrections import Correction, QuoteCorrection
from facta.web import reading as web
from tests.cli.reading_makers import actor, comment, event, quote, reading, where

SAID = datetime(2024, 5, 6, tzinfo=UTC)


def judged(verdict, machine, human=None):
    """What a person said of an event."""
    return Correction(page="k", event=machine.id, verdict=verdict, machine=machine, human=human, said=SAID)


def shown(read, *corrected, **more):
    """All that the reader's template asks for."""
    return web.shown(read, {}, corrected, **more)


def test_the_text_is_the_page_s_own_but_for_what_is_no_part_of_it():
    """The headline apart."""
    found = shown(reading(events=(event(),), quotes=(quote(),), actors=(actor("Peru", where("Peru")),)))
    assert "Peru met Chile" == "".join(piece.text for piece in found.headline.pieces)
    (block,) = found.blocks
    assert "Peru met Chile in Lima on Tuesday. “We agree,” Ann Berg said." == "".join(piece.text for piece in block.pieces)


def test_a_page_without_paragraphs_is_shown_whole():
    """As one that somebody pasted may be."""
    bare = reading("Peru met Chile.\nThen it rained.")
    found = shown(msgspec.structs.replace(bare, page=msgspec.structs.replace(bare.page, paragraphs=())))
    assert ["Peru met Chile.\nThen it rained."] == ["".join(p.text for p in block.pieces) for block in found.blocks]
    assert () == shown(reading("")).cards


def test_events_are_numbered_without_those_that_are_rejected():
    """Which stand where they stood, without a number and without marks."""
    first, second = event(), event(id="e2", trigger=where("agree"))
    found = shown(reading(events=(second,)), judged("rejected", first))
    assert [("e0123456789ab", "", True), ("e2", "1", False)] == [(c.event.id, c.number, c.rejected) for c in found.cards]
    marked = {of for block in found.blocks for piece in block.pieces for of in piece.of}
    assert {"e2"} == {found.heads[of.partition(":")[0]].event.id for of in marked if of.startswith("e")}


def test_a_card_says_what_the_machine_said_where_a_person_says_otherwise():
    """Nothing where they agree."""
    human = event(type="AGREE", mode=None, recipients=(), date=None)
    (card,) = shown(reading(events=(human,)), judged("corrected", event(), human)).cards
    assert [("date", "3 April 2018"), ("whom", "Chile (CHL)")] == [(d.what, d.said) for d in card.differences if d.what != "act"]
    assert "nobody" in [d.said for d in card.now]
    (kept,) = shown(reading(events=(event(),)), judged("confirmed", event(), event())).cards
    assert () == kept.differences


def test_what_is_seen_changes_with_what_is_said():
    """So that an older form is known."""
    seen = [
        shown(reading(events=(one,)), *said).cards[0].seen
        for one, said in ((event(), ()), (event(status="planned"), ()), (event(), (judged("confirmed", event(), event()),)))
    ]
    assert 3 == len(set(seen))
    assert seen[0] == shown(reading(events=(event(),))).cards[0].seen


@pytest.mark.parametrize(
    ("text", "title", "called"),
    [
        ("Peru met Chile\nIn Lima.", None, "Peru met Chile"),
        ("Peru met Chile\nIn Lima.", "A  title\nof two lines", "A title of two lines"),
        ("", None, "A page without words"),
        (" \n\n ", None, "A page without words"),
    ],
)
def test_a_page_is_called_by_its_title_or_headline(text, title, called):
    """In one line."""
    assert called == web.title(reading(text, title=title).page)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Peru met Chile in Lima. " * 9, "Peru met Chile in Lima. Peru met Chile in Lima. Peru met Chile in …"),
        ("秘鲁外交部长周二在利马会见了智利总统" * 9, ("秘鲁外交部长周二在利马会见了智利总统" * 9)[:70] + " …"),
        ("Short.", "Short."),
    ],
)
def test_a_text_without_a_title_is_called_by_its_first_words(text, called):
    """Whole ones, where blanks part them."""
    bare = reading(text)
    assert called == web.title(msgspec.structs.replace(bare.page, paragraphs=()))


@pytest.mark.parametrize(
    ("url", "shown_"), [("HTTPS://a.org/x", True), ("javascript:alert(1)", False), ("//a.org", False), ("", False), (None, False)]
)
def test_a_browser_is_sent_to_the_web_alone(url, shown_):
    """A page may say anything of where it lies."""
    assert (url if shown_ else None) == web.web_address(reading(url=url).page)


def test_a_quotation_is_told_with_who_speaks():
    """By name, with office; as corrected, with what the machine said."""
    ann = actor("Ann Berg", where("Ann Berg"), country="NOR", role="judge")
    own = quote(act="wrote", speaker_actor=ann.id)
    said = QuoteCorrection(page="k", quote=own.id, verdict="corrected", machine=quote(speaker=()), human=own, said=SAID)
    (one,) = web.shown(reading(quotes=(own,), actors=(ann,)), {}, (), (said,)).quotes
    assert ("Ann Berg", "judge · NOR", "“We agree,”") == (one.speaker, one.about, one.words)
    assert [("speaker", "nobody named"), ("act", "said")] == [(d.what, d.said) for d in one.differences]
    gone = QuoteCorrection(page="k", quote=own.id, verdict="rejected", machine=own, human=None, said=SAID)
    (rejected,) = web.shown(reading(actors=(ann,)), {}, (), (gone,)).quotes
    assert rejected.rejected


def test_who_is_unknown_and_plays_no_part_is_only_counted():
    """The most named first."""
    people = (
        actor("Other", where("Lima")),
        actor("Chile", where("Chile"), country="CHL"),
        actor("Peru", where("Peru"), where("Peru", nth=1), country="PER"),
    )
    found = shown(reading(actors=people))
    assert (["Peru", "Chile"], 1) == ([named.actor.name for named in found.actors], found.unknown)


def test_a_long_thread_is_shown_in_parts():
    """What answers a comment of another part says whom."""
    thread = [comment(n, parent="c0" if n else None) for n in range(web.POSTS + 2)]
    first, second, last = (shown(reading(thread=thread), part=part) for part in (1, 2, 9))
    assert (1, 2, 2, web.POSTS) == (first.part, first.parts, second.part, second.first)
    assert web.POSTS == sum(1 + post.below for post in first.thread)
    assert ["Reader 0", "Reader 0"] == [post.reply_to for post in second.thread]
    assert second.thread == last.thread
    assert [1, 2, None] == [web.part_with(reading(thread=thread), ref) for ref in ("c-c5", f"c-c{web.POSTS}", "c-no")]


def test_replies_deeper_than_a_column_is_wide_stand_beside_and_say_whom_they_answer():
    """None is lost."""
    thread = [comment(n, parent=f"c{n - 1}" if n else None) for n in range(40)]
    (top,) = shown(reading(thread=thread)).thread
    assert 39 == top.below
    depth, post, answers = 0, top, []
    while post.replies:
        depth += 1
        answers += [reply.reply_to for reply in post.replies if reply.reply_to]
        post = post.replies[0]
    assert depth == web.DEEPEST - 1  # the top is a level too
    assert [f"Reader {n}" for n in range(web.DEEPEST - 1, 39)] == answers


def test_a_thread_that_answers_in_a_circle_or_nobody_is_shown():
    """As far as each is answered by what came before."""
    found = shown(reading(thread=[comment(1, parent="c2"), comment(2, parent="c1"), comment(3, parent="c3")]))
    assert 3 == sum(1 + post.below for post in found.thread)


def test_claims_of_readers_are_counted_apart_from_the_articles():
    """Those that are rejected are not."""
    claim = event(id="e2", comment="c1", trigger=where("agree", "I do not agree."), evidence=None)
    found = shown(reading(thread=[comment(1)], events=(event(), claim)))
    assert (1, ["e0123456789ab"]) == (found.claims, [c.event.id for c in found.cards])
    assert ["e2"] == [c.event.id for c in found.thread[0].cards]
    assert 0 == shown(reading(thread=[comment(1)], events=(event(),)), judged("rejected", claim)).claims


def test_a_problem_is_told_once():
    """However often it was met."""
    twice = (Problem(step="read", message="no date"),) * 2
    assert ("no date",) == shown(reading(problems=twice)).problems


def test_a_mark_is_coloured_by_the_act_it_is_of():
    """Cooperation or conflict; a quotation has no colour."""
    found = shown(reading(events=(event(quad=4),), quotes=(quote(),), actors=(actor("Peru", where("Peru", nth=1)),)))
    css = {piece.text: found.css(piece) for block in found.blocks for piece in block.pieces if piece.of}
    assert "m-conf" in css["met"] and "m-act" in css["met"]
    assert all("m-co" not in css[text] for text in css if "agree" in text)
    assert "t-e0123456789ab" == found.anchor(found.cards[0].mark)
