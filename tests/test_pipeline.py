"""The pipeline: steps in a row, no failure lost, spans true for any text, ids the same on a rerun."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import facta
from facta import pipeline
from facta.errors import InputError, UsageError
from facta.read.raw import Failure, Options, Raw
from facta.records import Page, Reading, decode, encode

WORDS = st.sampled_from(
    [
        *"Norway Chile Putin Xi Ann says said told that will not has pledged support sanctions on visited met".split(),
        *"Moscow Monday 2018 it was attacked by troops he ’s according to Reuters Source: Newsweek “ ” \" ' , . ; — é ʼ".split(),
        *("\n\n", "\n", "   1. Ann says", "\U0001f600", "\u00a0", "\u202e"),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@pytest.fixture(scope="module")
def coder():
    return pipeline.Coder()


def raw(text):
    return Raw(source="a.txt", key_source="/news/a.txt", form="text", data=text, id="1", published="2018-04-05")


def spans(value, comment=None):
    """Every (comment, start, end, text) of a record of the contract."""
    if isinstance(value, list):
        for item in value:
            yield from spans(item, comment)
    elif isinstance(value, dict):
        comment = value.get("comment", comment)
        if value.get("start") is not None and "text" in value:
            yield comment, value["start"], value["end"], value["text"]
        for item in value.values():
            yield from spans(item, comment)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_any_text_is_coded_with_true_spans_and_stable_ids(coder, text):
    """`text[start:end] == span.text` for each span; paragraphs in order; no step fails; a rerun gives the same record."""
    first = coder(raw(text))
    if isinstance(first, Failure):
        assert not text.strip() or "\x00" in text or first.message
        return
    assert [] == [p for p in first.problems if "failed with" in p.message]
    texts = {None: first.page.text} | {c.id: c.text for c in first.thread}
    record = json.loads(encode(first))
    for comment, start, end, words in spans([record["quotes"], record["events"], record["actors"]]):
        assert texts[comment][start:end] == words
    assert encode(first) == encode(coder(raw(text)))
    assert first == decode(encode(first))


def test_a_text_given_as_text_is_unchanged(coder):
    """Whatever is found in it, `page.text` is the input."""
    text = "  Norway thanks Chile\r\n\r\nNorway thanked Chile on Monday.\t\n"
    assert text == coder(raw(text)).page.text


def reading():
    return Reading(page=Page(id="1", key="1", source="-", text="x"))


def test_a_failing_step_leaves_a_problem_and_the_record_travels_on():
    """What a step could not do is said with its name, and the next step runs."""

    def broken(one):
        raise ValueError("no such luck")

    def refused(one):
        raise InputError("the table has no row 3.")

    def fine(one):
        return one.with_problem("fine", "was here")

    done = pipeline.run(reading(), [broken, refused, fine])
    assert ["failed with ValueError: no such luck", "the table has no row 3.", "was here"] == [p.message for p in done.problems]


def test_the_pipeline_can_be_printed():
    """Its steps have names a person can read."""
    named = [pipeline.name(step) for step in pipeline.steps(comments=False)]
    assert [
        "pipeline.without_thread",
        "language.analyse",
        "quotes.find",
        "events.find",
        "resolve.resolve",
        "events.fold",
    ] == named


def test_a_digest_changes_with_whatever_changes_the_coding():
    """Input, what is known about it, and the coder; nothing else."""
    one = pipeline.digest(raw("a"), "v1")
    assert one == pipeline.digest(raw("a"), "v1")
    other = Raw(source="b.txt", key_source="/news/a.txt", form="text", data="a", id="1", published="2018-04-06")
    assert 4 == len({one, pipeline.digest(raw("b"), "v1"), pipeline.digest(raw("a"), "v2"), pipeline.digest(other, "v1")})


def test_what_stands_for_the_coder_changes_with_what_it_is_told():
    """A page coded without its thread, or only read, is to be coded again with it."""
    said = pipeline.coding(), pipeline.coding(comments=False), pipeline.coding(only_read=True)
    assert (3, True) == (len(set(said)), said[0].startswith(pipeline.version()))


def test_a_failure_is_a_warning_to_who_calls_from_python(tmp_path):
    """The other inputs go on; who wants to handle failures passes a function."""
    good = tmp_path / "good.txt"
    good.write_text("Norway thanked Chile on Monday for its help.")
    with pytest.warns(UserWarning, match=r"missing\.txt"):
        assert 1 == len(list(facta.code([str(tmp_path / "missing.txt"), str(good)])))
    failures = []
    assert 1 == len(list(facta.read_pages([str(tmp_path / "missing.txt"), str(good)], on_failure=failures.append)))
    assert ["does not exist."] == [f.message for f in failures]


def test_workers_change_nothing(tmp_path):
    """Two processes give the bytes that one gives, in the same order."""
    items = tmp_path / "items.jsonl"
    lines = [{"id": n, "text": f"Norway thanked Chile on Monday for help number {n}."} for n in range(12)]
    items.write_text("\n".join(map(json.dumps, lines)))
    one, two = ([encode(r) for r in facta.code([str(items)], workers=n, options=Options(outlet="Daily"))] for n in (1, 2))
    assert one == two


def test_a_source_may_be_a_path_and_must_be_one_of_a_list(tmp_path):
    """A `Path` is read like its text; what is no list, no path or no number of workers is refused in one line."""
    page = tmp_path / "good.txt"
    page.write_text("Norway thanked Chile on Monday for its help.")
    assert [str(page)] == [r.page.source for r in facta.read_pages([page])]
    for sources, said in (
        (str(page), "Sources are a list"),
        (page, "Sources are a list"),
        ("Norway thanked Chile. " * 99, r"\.\. was given"),
        ([b"<html>"], r"A source is a path or an address, but b'<html>' was given"),
    ):
        with pytest.raises(UsageError, match=said):
            next(facta.read_pages(sources))
    with pytest.raises(UsageError, match="At least 1 worker"):
        next(facta.code([page], workers=0))


def test_a_text_at_hand_is_coded_as_it_is():
    """With what is known of it; its offsets are into the text as given, and what is no page is an error of its own."""
    text = "Peru expelled two Bolivian diplomats."
    reading = facta.code_text(text, outlet="Daily News", published="2021-03")
    assert (text, "Daily News", "2021-03") == (reading.page.text, reading.page.site, reading.page.published)
    (event,) = reading.events
    assert ("SANCTION", "expelled") == (event.type, text[event.trigger.start : event.trigger.end])
    with pytest.raises(UsageError, match="'soon' is no date"):
        facta.code_text(text, published="soon")
    with pytest.raises(UsageError, match=r"datetime\.date\(2021, 3, 1\) is no date; write it as 2018-04-03"):
        facta.code_text(text, published=date(2021, 3, 1))
    with pytest.raises(InputError, match=r"The text is empty\."):
        facta.code_text(" ")


def test_the_public_names_are_told_before_they_are_loaded():
    """So that a notebook completes them; each of them is there."""
    assert set(facta.__all__) <= set(dir(facta))
    assert [] == [name for name in facta.__all__ if getattr(facta, name, None) is None]


def test_the_users_word_on_when_files_were_saved_is_part_of_their_digest(tmp_path):
    """Who says it later has them coded again; nothing changes for those who never say it."""
    (tmp_path / "a.txt").write_text("Ministers meet in Ankara\n\nPublished 2 hours ago\n\nThey spoke about grain.\n\nThey left.")
    told = (None, None, "2024-03-14T12:00Z", "2024-03-15T12:00Z")
    done = [one for when in told for one in pipeline.outcomes([tmp_path], options=Options(fetched=when), only_read=True)]
    assert [None, None, "2024-03-14", "2024-03-15"] == [one.result.page.published for one in done]
    assert done[0].digest == done[1].digest
    assert 3 == len({one.digest for one in done})
