"""`facta export`: stories or events in the schemas that users already read."""

import csv
import io
import json

import pytest

from facta import plugins


def rows(done):
    return list(csv.DictReader(io.StringIO(done.out), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_stories_are_exported_once_each(facta, store):
    """The meeting of two, in either order for a dyadic schema."""
    polecat = rows(facta("export", "--format", "polecat", "--store", store, "--type", "consult"))
    assert [("CHL; NOR", "CONSULT")] == [("; ".join(sorted(r["Actor Country"].split("; "))), r["Event Type"]) for r in polecat]
    icews = rows(facta("export", "--format", "icews", "--store", store, "--type", "consult"))
    assert {("Chile", "Norway"), ("Norway", "Chile")} == {(r["Source Country"], r["Target Country"]) for r in icews}


def test_what_was_only_planned_is_no_act_of_a_coded_schema(facta, store):
    """Unless it is asked for."""
    with_all = facta("export", "--format", "jsonl", "--store", store, "--unit", "event")
    planned = [r for r in map(json.loads, with_all.out.splitlines()) if r["status"] != "actual"]
    coded = rows(facta("export", "--format", "polecat", "--store", store, "--unit", "event"))
    assert not {r["id"] for r in planned} & {r["Event ID"] for r in coded}


@pytest.mark.parametrize("form", ["polecat", "gdelt", "icews"])
@pytest.mark.parametrize(("command", "unit"), [("stories", "story"), ("events", "event")])
def test_other_commands_write_a_coded_schema_as_it_does(facta, store, form, command, unit):
    """With days and names, and without what was only planned."""
    done = facta(command, "--format", form, "--store", store)
    assert (facta("export", "--unit", unit, "--format", form, "--store", store).out, 0) == (done.out, done.code)
    assert done.out


@pytest.mark.parametrize("command", ["quotes", "threads", "pages"])
def test_what_is_no_act_has_no_coded_schema(facta, store, command):
    """One line names the forms that fit."""
    done = facta(command, "--format", "gdelt", "--store", store)
    assert (2, "", 1) == (done.code, done.out, len(done.lines))
    assert "facta export --format gdelt. Known here: csv, json, jsonl, parquet, table." in done.err


@pytest.mark.parametrize(("form", "begins"), [("csv", '"id"'), ("jsonl", "{"), ("parquet", "PAR1")])
def test_other_forms_hold_stories_too(facta, store, form, begins):
    """As `facta stories` gives them."""
    done = facta("export", "--format", form, "--store", store)
    assert 0 == done.code
    assert done.raw.startswith(begins.encode())
    assert done.raw[:200] == facta("stories", "--format", form, "--store", store).raw[:200]


def test_help_names_every_form(facta):
    """Those of the folder."""
    told = facta("export", "--help").out
    assert [] == [name for name in plugins.names("facta.store.exports") if name not in told], (
        "the help of --format names every form"
    )


def test_filters_that_only_events_know_are_refused_for_stories(facta, store):
    """With the way out."""
    done = facta("export", "--format", "csv", "--store", store, "--min-confidence", "0.5")
    assert 2 == done.code
    assert "add --unit event" in done.err
    assert 0 == facta("export", "--format", "csv", "--store", store, "--min-confidence", "0.5", "--unit", "event").code


def test_a_form_that_does_not_exist_names_those_that_do(facta, store):
    """And nothing goes to stdout."""
    done = facta("export", "--format", "polcat", "--store", store)
    assert (2, "") == (done.code, done.out)
    assert "Did you mean 'polecat'" in done.err
