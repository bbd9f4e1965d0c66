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


SENDS = """Kenya sends police to Haiti
Kenya will send a thousand policemen to Haiti, Nairobi said on Monday.
Haiti's premier thanked Kenya."""


def told(text, words, type, actor, recipient, **fields):
    """An act of a text, by the words that tell it."""
    at = text.index(words)
    made = event(type, trigger=words, **fields)
    sides = {
        side: tuple(Party(text=t, start=text.index(t), end=text.index(t) + len(t), country=c, sector="GOV") for t, c in some)
        for side, some in (("actors", actor), ("recipients", recipient))
    }
    return msgspec.structs.replace(
        made, trigger=span(text, at, at + len(words)), evidence=span(text, at, at + len(words)), **sides
    )


def page(text, *events):
    """What a page tells, once folded; its first line is a headline."""
    paragraphs, at = [], 0
    for n, line in enumerate(text.split("\n")):
        paragraphs.append(Paragraph(id=f"p{n}", kind="body" if n else "headline", start=at, end=at + len(line)))
        at += len(line) + 1
    return fold(Reading(page=Page(id="p", key="k", source="-", text=text, paragraphs=tuple(paragraphs)), events=events)).events


def sends(type="AID", **fields):
    return told(SENDS, "sends", type, [("Kenya", "KEN")], [("Haiti", "HTI")], **fields)


def will_send(type="AID", states=("KEN", "HTI"), **fields):
    return told(SENDS, "will send", type, [("Nairobi", states[0])], [("Haiti", states[1])], **fields)


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        (sends(), will_send(status="planned")),
        (sends(), will_send("AGREE")),
        (sends(status="planned"), will_send()),
        (sends("RETREAT"), will_send("CONCEDE")),
        (sends("SANCTION"), will_send("THREATEN", mode="restrict")),
    ],
)
def test_the_body_says_whether_the_headlines_act_is_done(head, lead):
    """A headline is in the present; what its body tells as planned, promised or done by now is that, with both as evidence."""
    (act,) = page(SENDS, head, lead)
    assert (lead.type, lead.status, ("sends",)) == (act.type, act.status, tuple(s.text for s in act.also))


@pytest.mark.parametrize(
    "others",
    [
        (will_send(status="planned", states=("KEN", "UGA")),),
        (will_send("THREATEN"),),
        (will_send(status="possible"),),
        (will_send(status="negated"),),
        (will_send(), will_send(status="planned")),
    ],
)
def test_another_act_of_the_lead_takes_nothing_from_the_headline(others):
    """Other states, the contrary, what is denied; or what the lead tells beside the act that the headline has."""
    assert ("actual", 2) == (
        next(e for e in page(SENDS, sends(), *others) if e.type == "AID").status,
        len(page(SENDS, sends(), *others)),
    )


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


def test_a_headlines_praise_is_no_promise_of_the_lead():
    """Who supports somebody and promises him something does two things; who sends and will send does one."""
    praise = told(SENDS, "police", "SUPPORT", [("Kenya", "KEN")], [("Haiti", "HTI")])
    assert 2 == len(page(SENDS, praise, will_send("AGREE")))
