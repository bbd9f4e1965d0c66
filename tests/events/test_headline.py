"""What a headline tells and the lead tells again is one act."""

import msgspec
import pytest

from facta.events import fold
from facta.records import Page, Paragraph, Party, Reading, span
from tests.events.event_makers import event

TEXT = """Kenya frees two Peruvian sailors
Nairobi on Monday released the two men whom its navy had held.
Peru thanked Kenya.
It was late. In May the coast guard let three Peruvians go."""


def party(words: str, country: str, nth: int = 0) -> Party:
    start = [n for n in range(len(TEXT)) if TEXT.startswith(words, n)][nth]
    return Party(text=words, start=start, end=start + len(words), country=country, sector="GOV")


def release(trigger, actor, recipient, **fields):
    at = TEXT.index(trigger)
    words = span(TEXT, at, at + len(trigger))
    made = event("RETREAT", trigger=trigger, mode="release", **fields)
    sides = {"actors": (actor,), "recipients": recipient if isinstance(recipient, tuple) else (recipient,)}
    return msgspec.structs.replace(made, trigger=words, evidence=words, **sides)


def folded(*events, kinds=("headline", "body", "body", "body")):
    paragraphs, at = [], 0
    for n, (line, kind) in enumerate(zip(TEXT.split("\n"), kinds, strict=True)):
        paragraphs.append(Paragraph(id=f"p{n}", kind=kind, start=at, end=at + len(line)))
        at += len(line) + 1
    return fold(Reading(page=Page(id="p", key="k", source="-", text=TEXT, paragraphs=tuple(paragraphs)), events=events)).events


HEAD = release("frees", party("Kenya", "KEN"), party("two Peruvian sailors", "PER"))
LEAD = release("released", party("Nairobi", "KEN"), party("the two men", "PER"))
LATER = release("let", party("coast guard", "KEN"), party("three Peruvians", "PER"))


def test_the_lead_tells_the_headline_again():
    """In other words, with other names for the same states: one act, with the parties of one telling and both as evidence."""
    (act,) = folded(HEAD, LEAD)
    assert (1, 1, 1) == (len(act.actors), len(act.recipients), len(act.also))


@pytest.mark.parametrize(
    ("events", "kinds"),
    [
        ((HEAD, LATER), ("headline", "body", "body", "body")),
        ((HEAD, LEAD), ("body", "body", "body", "body")),
        ((HEAD, msgspec.structs.replace(LEAD, mode="return")), ("headline", "body", "body", "body")),
        ((HEAD, msgspec.structs.replace(LEAD, recipients=())), ("headline", "body", "body", "body")),
    ],
)
def test_other_acts_stay_apart(events, kinds):
    """Those told further down, without a headline above, of another mode, or by other sides."""
    assert 2 == len(folded(*events, kinds=kinds))


def test_a_party_of_another_paragraph_is_the_one_beside_the_act():
    """Where both are of one state and on one side, the headline has it once, by its own words; another state's stays."""
    two = (party("two Peruvian sailors", "PER"), party("Peru", "PER", 1))
    (act,) = folded(release("frees", party("Kenya", "KEN"), two))
    (both,) = folded(release("frees", party("Kenya", "KEN"), (two[0], party("Nairobi", "UGA"))))
    assert (["two Peruvian sailors"], 2) == ([p.text for p in act.recipients], len(both.recipients))


def test_lines_that_a_machine_wrapped_are_one_paragraph():
    """Two persons of one state, one of them on the line before the act, both stay."""
    text = "President Ruto and\nMinister Ojwang met Peru."
    sides = [Party(text=w, start=text.index(w), end=text.index(w) + len(w), country=c) for w, c in
             (("President Ruto", "KEN"), ("Minister Ojwang", "KEN"), ("Peru", "PER"))]  # fmt: skip
    met = span(text, text.index("met"), text.index("met") + 3)
    act = msgspec.structs.replace(event("CONSULT", trigger="met"), trigger=met, evidence=met, actors=tuple(sides))
    page = Page(id="p", key="k", source="-", text=text, paragraphs=(Paragraph(id="p0", kind="body", start=0, end=len(text)),))
    assert 3 == len(fold(Reading(page=page, events=(act,))).events[0].actors)
