"""Gold and coded records of our own for the reports, small enough to count by hand."""

import json

import pytest

from eval import scorers
from eval.matching import acts, together
from eval.quotations import quotations
from eval.report import Report
from eval.sections import ARTICLES, REPORTS, TOGETHER

TEXTS = {
    "one": "Freedonia invaded Sylvania on Monday. Sylvania condemned the invasion.",
    "two": "Freedonia will send grain to Sylvania. Ruritania praised Freedonia.",
    "three": "The sea was calm.",
}


def party(text, country, sector="GOV"):
    return [text, country, sector]


FREEDONIA, SYLVANIA, RURITANIA = party("Freedonia", "FRE"), party("Sylvania", "SYL"), party("Ruritania", "RUR")


def event(type_, actor, recipient, trigger, evidence, **more):
    told = {"type": type_, "mode": None, "status": "actual", "date": "2020-01-08", "speaker": None, "place": None}
    return told | {"actor": actor, "recipient": recipient, "trigger": trigger, "evidence": evidence} | more


GOLD = {
    "one": [
        event("ASSAULT", [FREEDONIA], [SYLVANIA], "invaded", "Freedonia invaded Sylvania", date="2020-01-06"),
        event("ACCUSE", [SYLVANIA], [FREEDONIA], "condemned", "Sylvania condemned the invasion", mode="disapprove"),
    ],
    "two": [
        event("AID", [FREEDONIA], [SYLVANIA], "send", "Freedonia will send grain to Sylvania", status="planned"),
        event("SUPPORT", [RURITANIA], [FREEDONIA], "praised", "Ruritania praised Freedonia"),
    ],
    "three": [],
}


def coded_event(text, event, *, confidence, rung, comment=None):
    """An event as `facta code` writes it."""

    def span(words):
        return {"start": text.index(words), "end": text.index(words) + len(words), "text": words}

    sides = {
        f"{side}s": [{**span(words), "country": country, "sector": sector} for words, country, sector in event[side]]
        for side in ("actor", "recipient")
    }
    told = {k: event[k] for k in ("type", "mode", "status")} | sides
    told |= {"trigger": span(event["trigger"]), "evidence": span(event["evidence"]), "date": {"iso": event["date"]}}
    return told | {"confidence": confidence, "rung": rung, "comment": comment}


def coded_events():
    """What a reader may make of it: sides swapped, a status missed, an act not found, one invented."""
    invasion, blame, grain, _ = (e for events in GOLD.values() for e in events)
    swapped = invasion | {"actor": invasion["recipient"], "recipient": invasion["actor"]}
    invented = event("CONSULT", [], [], "calm", "The sea was calm")
    one, two, three = TEXTS.values()
    return {
        "one": [
            coded_event(one, swapped, confidence=0.9, rung="deed"),
            coded_event(one, blame, confidence=0.8, rung="talk"),
            coded_event(one, blame, confidence=0.8, rung="talk", comment="c1"),
        ],
        "two": [coded_event(two, grain | {"status": "actual"}, confidence=0.6, rung="deed")],
        "three": [coded_event(three, invented, confidence=0.3, rung="talk")],
    }


def jsonl(lines):
    return "".join(json.dumps(line) + "\n" for line in lines)


@pytest.fixture
def scorer_here():
    """Skips where the shared scorers are not beside the project."""
    if not (scorers.SHARED / "score").exists():
        pytest.skip("the shared scorers are not on this machine: they lie beside the project with the labelled data")


@pytest.fixture
def event_files(scorer_here, tmp_path):
    """Paths of the gold file and of the coded one."""
    gold, coded = tmp_path / "gold.jsonl", tmp_path / "coded.jsonl"
    gold.write_text(jsonl({"item": k, "date": "2020-01-08", "text": t, "events": GOLD[k]} for k, t in TEXTS.items()))
    coded.write_text(jsonl({"page": {"id": k, "text": TEXTS[k]}, "events": v} for k, v in coded_events().items()))
    return gold, coded


@pytest.fixture
def event_acts(event_files):
    return acts(*(path.read_text() for path in event_files))


SAID = 'The mayor said the bridge is safe. "It will hold," the engineer added.'


@pytest.fixture
def quote_files(scorer_here, tmp_path):
    """One quotation coded right, one with another speaker."""

    def spans(*words):
        return [[SAID.index(w), SAID.index(w) + len(w)] for w in words]

    def coded(content, cue, speaker, confidence, comment=None):
        named = {"content": content, "cue": cue, "speaker": speaker}
        as_spans = {k: [{"start": a, "end": b, "text": SAID[a:b]} for a, b in spans(w)] for k, w in named.items()}
        return as_spans | {"confidence": confidence, "comment": comment}

    told = [("the bridge is safe", "said", "The mayor"), ("It will hold", "added", "the engineer")]
    items = [{"content": spans(c), "cue": spans(q), "source": spans(s)} for c, q, s in told]
    quotes = [coded(*told[0], 0.9), coded(*told[1][:2], "The mayor", 0.6), coded(*told[1], 0.6, comment="c1")]
    gold, found = tmp_path / "gold_quotes.jsonl", tmp_path / "coded_quotes.jsonl"
    gold.write_text(jsonl([{"doc_id": "a", "text": SAID, "attributions": items}]))
    found.write_text(jsonl([{"page": {"id": "a", "text": SAID}, "quotes": quotes}]))
    return gold, found


@pytest.fixture
def quote_pairs(quote_files):
    return quotations(*(path.read_text() for path in quote_files))


@pytest.fixture
def report(event_acts, quote_pairs):
    """A report on our own records, as reports and as articles alike."""
    again = event_acts._replace(
        **{
            name: {f"{item} again": value for item, value in getattr(event_acts, name).items()}
            for name in ("texts", "gold", "coded")
        },
        pairs=[pair._replace(item=f"{pair.item} again") for pair in event_acts.pairs],
    )
    sets = {REPORTS: event_acts, ARTICLES: again, TOGETHER: together(event_acts, again)}
    return Report("facta 1.2.3, reader-abc", "2020-02-02", {"`gold.jsonl`": "`1234`"}, sets, quote_pairs)
