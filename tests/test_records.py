"""The JSON contract is what the records say, and survives a round trip."""

import json
from pathlib import Path

import msgspec
import pytest

from facta import records

CONTRACT = {
    "page": "id source url title dek byline published site credit language text paragraphs",
    "thread": "id parent author date_text date text kind deleted",
    "quotes": "id kind act content cue speaker speaker_actor chain confidence comment made_by",
    "events": "id type mode quad rung status actors recipients trigger evidence also date place assertion confidence comment "
    "made_by",
    "actors": "id name kind country sector role mentions",
    "problems": "step message",
}
MADE = records.Made(step="events.find", version="test 1")


def reading() -> records.Reading:
    text = "Norway thanks Chile. “We agree,” it said."
    spot = records.span(text, 0, 6)
    page = records.Page(id="1", key="k1", source="-", text=text)
    event = records.Event(
        id="e1",
        type="SUPPORT",
        quad=1,
        rung="talk",
        trigger=records.span(text, 7, 13),
        evidence=spot,
        confidence=0.5,
        made_by=MADE,
    )
    quote = records.Quote(id="q1", kind="direct", act="said", content=(records.span(text, 22, 31),), confidence=0.9, made_by=MADE)
    actor = records.Actor(id="a1", name="Norway", kind="state", mentions=(records.ActorMention(start=0, end=6, text="Norway"),))
    return records.Reading(
        page=page,
        thread=(records.Comment(id="c1"),),
        events=(event,),
        quotes=(quote,),
        actors=(actor,),
        problems=(records.Problem(step="read", message="a line"),),
        analyses={records.ARTICLE: records.Analysis(version="test 1")},
    )


BESIDE_PAGE = set(
    "key published_by modified section canonical view dateline corrections updates".split()  # added under the same schema
)


BEFORE = ["schema", "page", "thread", "quotes", "events", "actors", "problems"]
"""What a line holds in the contract; what has come to it since stands behind."""


@pytest.mark.parametrize("field", CONTRACT)
def test_every_field_of_the_contract_is_written(field):
    """Unknown values are null, never left out; what a process keeps for itself is not written."""
    line = json.loads(records.encode(reading()))
    record = line[field] if field == "page" else line[field][0]
    beside = BESIDE_PAGE if field == "page" else set()
    assert set(CONTRACT[field].split()) | beside == set(record)
    assert [*BEFORE, "passing"] == list(line)


def test_a_reading_survives_its_json():
    """Decoding what was encoded gives the same records, without the analyses."""
    before = reading()
    assert msgspec.structs.replace(before, analyses=msgspec.UNSET) == records.decode(records.encode(before))


def test_a_broken_line_names_the_field():
    """A line that breaks the contract is refused with the path of the field."""
    with pytest.raises(msgspec.ValidationError, match=r"\$\.page"):
        records.decode(b'{"page": {"id": 3}}')


def test_a_span_cannot_leave_its_text():
    """Offsets outside the text are an error, not an empty string."""
    with pytest.raises(ValueError, match="outside"):
        records.span("abc", 1, 9)


def test_the_contract_page_names_the_same_fields():
    """Our field lists are those of the design page, where it is present."""
    design = Path(__file__).parent.parent.parent / "shared" / "design.md"
    if not design.exists():
        pytest.skip("the design page is not beside the project")
    text = design.read_text("utf-8")
    assert [] == [name for fields in CONTRACT.values() for name in fields.split() if f'"{name}"' not in text]
