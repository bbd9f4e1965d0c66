"""A person's version of an event, from a form."""

import pytest

from facta.errors import FactaError, InputError, UsageError
from facta.records import When
from facta.web import correcting
from tests.cli.reading_makers import TEXT, actor, event, reading, where

ANN = actor("Ann Berg", where("Ann Berg"), country="NOR", sector="JUD", role="judge")
READ = reading(events=(event(),), actors=(ANN, actor("Peru", where("Peru", nth=1), country="PER")), published="2018-04-04")


def corrected(**form):
    """The meeting as a form has it; `_` stands for `-` in names of fields."""
    return correcting.corrected(READ, event(), {name.replace("_", "-"): value for name, value in form.items()})


def test_a_form_without_fields_changes_nothing():
    """Nor does one that says what is there."""
    assert event() == corrected()
    typed = correcting.held(event())
    rows = {
        f"{side}_{n}_{part}": getattr(row, part) or ""
        for side, parties in typed.sides.items()
        for n, row in enumerate(parties)
        for part in ("text", "country", "sector")
    }
    assert event() == corrected(act=typed.chosen, status=typed.status, date=typed.date, **rows)


def test_another_act_has_its_own_class_and_rung():
    """As the ontology has it."""
    made = corrected(act="AID")
    assert ("AID", None, 2, "deed") == (made.type, made.mode, made.quad, made.rung)
    assert None is corrected(status="possible").rung


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2018-04", When(iso="2018-04", precision="month")),
        (" 2018-04-01 / 2018-04-05 ", When(iso="2018-04-01", end="2018-04-05", precision="day")),
        ("", None),
        ("2018-04-03", event().date),
    ],
)
def test_a_date_is_as_fine_as_it_is_written(said, date):
    """One that is as it was keeps its words."""
    assert date == corrected(date=said).date


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"act": "MEET"}, "MEET"),
        ({"act": "CONSULT:dance"}, "dance"),
        ({"status": "sure"}, "sure"),
        ({"date": "yesterday"}, "is none; write it as 2018-04-03"),
        ({"date": "2018-04-03/"}, "is none"),
        ({"date": "2018-04-05/2018-04-03"}, "ends before it begins"),
        ({"actor_0_text": "Nobody There"}, "do not stand in the text"),
        ({"actor_0_text": "Peru", "actor_0_country": "Atlantis"}, "Atlantis"),
        ({"actor_0_text": "Peru", "actor_0_country": "G7"}, "is a group of states"),
        ({"actor_0_text": "Peru", "actor_0_sector": "XXX"}, "XXX"),
    ],
)
def test_what_does_not_fit_is_one_line(form, why):
    """That says what does."""
    with pytest.raises(FactaError, match=why) as error:
        corrected(**form)
    assert "\n" not in str(error.value)


def test_a_party_that_the_page_knows_comes_with_its_facts():
    """By its own words or by the one name among them; what the form says goes first."""
    made = corrected(actor_0_text="Ann  Berg", recipient_0_text="Chile", recipient_0_country="chl")
    (ann,), (chile,) = made.actors, made.recipients
    assert ("Ann Berg", "NOR", "JUD", "judge", ANN.id) == (ann.text, ann.country, ann.sector, ann.role, ann.actor)
    assert event().recipients[0] == chile
    assert "SWE" == corrected(actor_0_text="Ann Berg", actor_0_country="Sweden").actors[0].country
    assert "IGO" == corrected(actor_0_text="Ann Berg", actor_0_country="African Union").actors[0].country
    assert ANN.id == corrected(actor_0_text="Ann Berg said").actors[0].actor


def test_a_country_that_is_taken_away_is_gone():
    """Of a party that is as it was."""
    (peru,) = corrected(actor_0_text="Peru", actor_0_country="").actors
    assert (None, "Peru") == (peru.country, peru.text)


def test_empty_rows_are_nobody_and_rows_may_be_left_free():
    """A side may have none, and one of several rows be empty."""
    made = corrected(actor_0_text=" ", recipient_0_text="", recipient_1_text="Lima")
    assert ((), ["Lima"]) == (made.actors, [p.text for p in made.recipients])
    assert where("Lima").start == made.recipients[0].start


def test_fields_that_do_not_fit_are_shown_as_they_were_typed():
    """So that they can be mended."""
    typed = correcting.typed(event(), {"act": "MEET", "date": "soon", "actor-0-text": "Nobody", "actor-0-country": "Atlantis"})
    assert ("MEET", "soon", "actual") == (typed.chosen, typed.date, typed.status)
    assert [("Nobody", "Atlantis", None)] == [(row.text, row.country, row.sector) for row in typed.sides["actor"]]
    assert ["Chile"] == [row.text for row in typed.sides["recipient"]]


def test_every_act_of_the_ontology_may_be_chosen():
    """With what it means; an event's own is among them."""
    choices = {choice.value: choice for group in correcting.acts() for choice in group.choices}
    assert {"CONSULT", "AID", "AGREE"} <= set(choices)
    assert all(choice.definition and choice.label for choice in choices.values())
    assert correcting.chosen(event(mode="visit")) in choices


def missed(**form):
    """A new event as a form has it."""
    return correcting.missed(READ, form)


def test_words_that_were_selected_are_an_act_with_its_sentence_for_proof():
    """Reported on the page's day, until somebody says more."""
    at = where("met", nth=1)
    made = missed(start=str(at.start), end=str(at.end), words="met")
    assert (at, "Peru met Chile in Lima on Tuesday.") == (made.trigger, made.evidence.text)
    assert (When(iso="2018-04-04", precision="reported"), correcting.FIRST, "human") == (made.date, made.type, made.made_by.kind)
    assert "AID" == missed(words="agree", act="AID:x").type


def test_words_that_are_typed_are_found_where_they_stand_once():
    """Else it has to be said which are meant; white space does not matter."""
    assert where("in Lima") == missed(words="in \n Lima").trigger
    with pytest.raises(InputError, match="stand 2 times in the text"):
        missed(words="Peru met Chile")
    assert where("Peru met Chile", nth=1) == missed(words="Peru met Chile", nth="2").trigger
    assert where("Peru met Chile", nth=1) == missed(words="Peru met Chile", start="17").trigger


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"words": " "},
        {"words": "Nowhere"},
        {"words": "Peru met Chile", "nth": "3"},
        {"words": "Peru met Chile", "nth": "0"},
        {"words": "Peru met Chile", "nth": "²"},
        {"start": "14", "end": "15"},
        {"start": "9" * 500, "end": "9" * 500},
        {"words": "met", "act": "MEET"},
    ],
)
def test_words_that_tell_no_act_are_asked_for_again(form):
    """In one line, whatever was sent."""
    with pytest.raises((InputError, UsageError)) as error:
        missed(**form)
    assert "\n" not in str(error.value)


def test_selected_words_that_are_not_there_any_more_are_looked_for():
    """The text may stand elsewhere than the form thought."""
    assert where("agree") == missed(start="0", end="3", words="agree").trigger
    assert len(TEXT) >= missed(start="5", end="99999").trigger.end


def test_what_the_text_calls_its_actors_is_proposed():
    """Once each, of the same text."""
    assert ["Ann Berg", "Peru"] == correcting.phrases(READ, None)
    assert [] == correcting.phrases(READ, "c1")
