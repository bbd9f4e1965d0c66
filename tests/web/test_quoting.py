"""A person's version of a quotation, from a form."""

import pytest

from facta.errors import InputError, UsageError
from facta.records import Source
from facta.web.quoting import corrected, flat
from tests.cli.reading_makers import actor, quote, reading, where

ANN = actor("Ann Berg", where("Ann Berg"), country="NOR")
CHAIN = (
    Source(name="Post", kind="outlet"),
    Source(name="Ann Berg", kind="person", start=where("Ann Berg").start, end=where("Ann Berg").end),
)
READ = reading(quotes=(quote(),), actors=(ANN, actor("Peru", where("Peru", nth=1))))


def made(**form):
    """The quotation as a form has it."""
    return corrected(
        READ, quote(chain=CHAIN, speaker_actor=ANN.id), {name.replace("_", "-"): value for name, value in form.items()}
    )


def test_a_form_that_says_what_is_there_changes_nothing():
    """With or without its fields."""
    held = quote(chain=CHAIN, speaker_actor=ANN.id)
    assert [held, held] == [made(), made(act="said", speaker="Ann Berg", content_0="“We agree,”")]


def test_other_words_are_found_in_the_text_and_marked_as_they_stand_there():
    """Direct in marks, indirect outside them."""
    assert ("direct", [where("We agree,")]) == ((one := made(content_0="We agree,")).kind, list(one.content))
    indirect = made(content_0="Peru met Chile in Lima")
    assert ("indirect", "Peru met Chile in Lima") == (indirect.kind, flat(indirect.content[0]))
    both = made(content_0="“We agree,”", content_1="Peru met Chile")
    assert (["Peru met Chile", "“We agree,”"], "mixed") == ([flat(part) for part in both.content], both.kind)


def test_another_speaker_is_whom_the_page_knows_by_the_words():
    """The chain ends with the one who speaks."""
    peru = made(speaker="Peru")
    assert (["Peru"], READ.actors[1].id) == ([flat(part) for part in peru.speaker], peru.speaker_actor)
    assert ["Post", "Peru"] == [link.name for link in peru.chain]
    lima = made(speaker="Lima")
    assert (None, "Lima") == (lima.speaker_actor, lima.chain[-1].name)


def test_nobody_may_be_said_to_speak():
    """Then the chain ends before."""
    silent = made(speaker=" ")
    assert ((), None, ["Post"]) == (silent.speaker, silent.speaker_actor, [link.name for link in silent.chain])


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"content_0": " "}, "A quotation has words"),
        ({"content_0": "Nothing of that"}, "do not stand in the text"),
        ({"speaker": "Nobody There"}, "do not stand in the text"),
        ({"act": "sang"}, "sang"),
    ],
)
def test_what_does_not_fit_is_one_line(form, why):
    """And nothing is changed."""
    with pytest.raises((InputError, UsageError), match=why) as error:
        made(**form)
    assert "\n" not in str(error.value)


def test_of_words_that_stand_twice_the_nearer_are_meant():
    """To where the quotation was."""
    assert where("Peru met Chile", nth=1) == made(content_0="Peru met Chile").content[0]
