"""From an id back to the words."""

import pytest

from facta.errors import NotFoundError, UsageError


def words(telling):
    """The words that a telling shows."""
    return telling.context[telling.start : telling.end]


def test_an_event_is_explained_by_its_sentences_and_sources(filled, visit):
    """Evidence and further tellings in context, the page, the chain, the step, and who took part."""
    found = filled.explain("e000000000meet")
    assert ("event", visit.events[0], visit.page, None) == (found.kind, found.record, found.page, found.comment)
    assert ["Wei Fenghe met Sergei Shoigu in Moscow", "The ties are firm"] == [words(telling) for telling in found.tellings]
    assert ["evidence", "also"] == [telling.what for telling in found.tellings]
    assert ["Newsweek", "Tass"] == [source.name for source in found.chain]
    assert visit.events[0].made_by == found.made_by
    assert ["a00000000wei"] == [related.id for related in found.related]


def test_a_readers_claim_is_explained_by_the_comment(filled, visit):
    """Its words stand in the comment, which is named; without evidence the trigger is shown."""
    found = filled.explain("e00000000claim")
    assert visit.thread[0] == found.comment
    assert [("Russia attacked Ukraine", "attacked")] == [(telling.context, words(telling)) for telling in found.tellings]


@pytest.mark.parametrize(
    ("id_", "kind", "shown", "related"),
    [
        ("q0000000000wei", "quote", ["The ties are firm"], ["a00000000wei"]),
        ("a00000000wei", "actor", ["Wei Fenghe"], ["e000000000meet", "q0000000000wei"]),
        ("c0000000000b", "comment", ["=1+1"], ["c0000000000a"]),
        ("p0000000visit", "page", [], ["e000000000meet", "e000000000fine", "e00000000claim", "q0000000000wei"]),
    ],
)
def test_every_kind_of_record_is_explained(filled, id_, kind, shown, related):
    """With its own words and the records that have to do with it."""
    found = filled.explain(id_)
    assert (kind, id_, shown) == (found.kind, found.id, [words(telling) for telling in found.tellings])
    assert related == [other.id for other in found.related]


def test_an_actor_is_explained_by_who_may_be_meant(filled):
    """The candidates for the fullest naming on the page's date, each with its reason; other records have none."""
    (best, *_) = filled.explain("a00000000wei").candidates
    assert ("Wei Fenghe", "CHN") == (best.name, best.country)
    assert "defence minister of CHN" in best.reason
    assert () == filled.explain("q0000000000wei").candidates


def test_the_beginning_of_an_id_is_enough(filled):
    """Six characters or more that no other id has."""
    assert "q0000000000wei" == filled.explain("q00000").id
    with pytest.raises(UsageError, match="'q0000'; the start of an id takes 6 characters"):
        filled.explain("q0000")


def test_a_beginning_of_several_ids_names_them(filled):
    """All events of these pages begin so."""
    with pytest.raises(NotFoundError, match=r"several: event p0000000visit/e000000000fine; event p0000000visit/e000000000meet;"):
        filled.explain("e00000")


def test_an_id_of_several_pages_names_their_keys(filled):
    """Sources may number their pages alike."""
    with pytest.raises(NotFoundError, match=r"page p0000000visit/1; page p0000000trip/1\. Name one as KEY/ID"):
        filled.explain("1")


@pytest.mark.parametrize("asked", ["p0000000trip/1", "p0000000t/1"])
def test_a_key_and_an_id_name_one_record(filled, another, asked):
    """The key may be cut too, as long as it leaves one."""
    assert another.page == filled.explain(asked).record


def test_an_unknown_id_is_said_to_be_unknown(filled):
    """With a way to find ids."""
    with pytest.raises(NotFoundError, match="No event, quote, actor, comment, page or story has the id 'e99999999'"):
        filled.explain("e99999999")


def test_a_long_paragraph_is_cut_between_words(store, visit):
    """Some 240 characters on each side, and the words still where the offsets say."""
    import msgspec

    from facta.records import Paragraph, span

    text = "before " * 100 + "Wei met Shoigu" + " after" * 100
    start = text.index("Wei")
    event = msgspec.structs.replace(
        visit.events[0], trigger=span(text, start + 4, start + 7), evidence=span(text, start, start + 14), also=()
    )
    paragraphs = (Paragraph(id="r", kind="body", start=0, end=len(text)),)
    page = msgspec.structs.replace(visit.page, text=text, paragraphs=paragraphs)
    store.put(msgspec.structs.replace(visit, page=page, events=(event,), quotes=(), actors=()), "d")
    (telling,) = store.explain(event.id).tellings
    assert "Wei met Shoigu" == words(telling)
    assert telling.context.startswith("before ") and telling.context.endswith(" after")
    assert 400 < len(telling.context) <= 14 + 2 * 240
