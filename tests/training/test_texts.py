import random

import pytest

from facta.language.pieces import Pieces
from training.answers import DATINGS, PLV, STATUSES, TYPES
from training.examples import cut, packed, targets
from training.texts import Builder, Swap, Text, apart, dating, held_out, plain

TEXT = "Chad left. Then Chad's army left Niger in May."
ROW = {
    "item": "x",
    "date": "2018-06-03",
    "text": TEXT,
    "events": [
        {"type": "RETREAT", "mode": "withdraw", "status": "actual", "actor": [["Chad's army", "TCD", "MIL"]], "recipient": [],
         "trigger": "left", "evidence": "Chad's army left Niger", "date": "2018-05", "place": "Niger", "speaker": None,
         "also": ["Chad left"]}
    ],
}  # fmt: skip


class Tagger:
    """Takes every word for a name, so that phrases are found without the trained one."""

    def __call__(self, words: list[str], _: list[str]) -> list[str]:
        return ["ADP" if w == "in" else "VERB" if w == "left" else "PROPN" if w[0].isalpha() else "PUNCT" for w in words]


@pytest.fixture
def build() -> Builder:
    return Builder(Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"]), Tagger())  # type: ignore[arg-type]


def words(text: Text, numbers: set[int] | list[int]) -> list[str]:
    return [text.at.text[text.at.words[k].start : text.at.words[k].end] for k in sorted(numbers)]


def test_what_occurs_twice_is_meant_inside_its_evidence(build: Builder) -> None:
    """As the scorer has it: the trigger, the parties and the place stand where the evidence is."""
    text = build.coded(ROW)
    (act,) = text.acts or []
    assert (["left"], TEXT.rindex("left")) == (words(text, act.words), text.at.words[act.words[0]].start)
    assert ["Chad", "'s", "army"] == words(text, act.roles["actor"])
    assert ["Niger"] == words(text, act.roles["place"])
    assert (TYPES.index("RETREAT"), STATUSES.index("actual")) == (act.type, act.status)


def test_the_phrase_whose_date_is_coded_tells_the_time(build: Builder) -> None:
    """`May`, seen from June, is the coded month; the act is dated by words."""
    text = build.coded(ROW)
    (act,) = text.acts or []
    assert ["May"] == words(text, act.roles["time"])
    assert DATINGS.index("told") == act.dating


def test_words_of_further_tellings_are_not_asked(build: Builder) -> None:
    """Which word carries the act there is not coded, so nothing is learned from them."""
    text = build.coded(ROW)
    (example,) = cut([text], build.pieces, random.Random(0))
    assert {-1} == {example.types[k] for k in text.doubtful}
    assert ["Chad", "left"] == words(text, text.doubtful)


@pytest.mark.parametrize(
    ("date", "told", "expected"),
    [
        ("2018-06-03", False, "reported"),
        (None, False, "undated"),
        ("2018-05", True, "told"),
        ("2018-06", False, "month"),
        ("2018", False, "year"),
        ("2011", False, None),
    ],
)
def test_how_a_date_is_known(date: str | None, told: bool, expected: str | None) -> None:
    """By the report's own, by a phrase, not at all, or as its month or year; a date without ground teaches nothing."""
    assert (DATINGS.index(expected) if expected else -1) == dating(date, "2018-06-03", told=told)


def test_other_states_do_the_same() -> None:
    """Exchanged names are exchanged in the text and in every coded string and code alike."""
    changed = Swap()(ROW, random.Random(3))
    (event,) = changed["events"]
    assert changed["text"] != TEXT
    assert all(s in changed["text"] for s in (event["evidence"], event["place"], event["actor"][0][0], *event["also"]))
    assert event["actor"][0][1] != "TCD" or "Chad" in event["actor"][0][0]


def test_marks_of_a_pair_are_taken_out() -> None:
    """What they enclosed is known by its place in the plain sentence."""
    text, at = plain("<s>Kyiv</s> sues <t>the firm</t>.")
    assert ("Kyiv sues the firm.", "Kyiv", "the firm") == (text, text[slice(*at["s"])], text[slice(*at["t"])])


def test_a_batch_holds_the_answers_of_its_windows(build: Builder) -> None:
    """Rows point to window and word; what is not asked is marked so."""
    found = cut([build.coded(ROW)], build.pieces, random.Random(0))
    (group,) = packed(found, 100, random.Random(0))
    arrays = targets(group)
    (window, word, status, _, how) = arrays["rows"][0].tolist()
    assert (0, STATUSES.index("actual"), DATINGS.index("told")) == (window, status, how)
    assert 1 + TYPES.index("RETREAT") == arrays["types"][0, word]
    assert {"Chad", "'s", "army"} == {
        TEXT[group[0].window.first :][r.start : r.end]
        for r, on in zip(build.coded(ROW).at.words, arrays["roles"][0, :, 0], strict=True)
        if on
    }


def test_a_pair_of_parties_is_asked_for_its_root(build: Builder) -> None:
    """The two sides are marked word by word."""
    row = {"sentence_id": "1", "marked_sentence": "<s>Kyiv</s> sues <t>the firm</t>.", "gold_root": "ACCUSE"}
    (group,) = packed(cut([build.pair(row)], build.pieces, random.Random(0)), 100, random.Random(0))
    arrays = targets(group)
    assert [PLV.index("ACCUSE")] == arrays["pair_types"].tolist()
    assert [[1, 0], [0, 0], [0, 1], [0, 1], [0, 0]] == arrays["sides"][0].tolist()


def test_nothing_held_out_is_learned_from(build: Builder) -> None:
    """Texts of the list are set apart, attributed articles under their own names."""
    held = next(name for name in sorted(held_out()) if name and not name.startswith("said "))
    texts = [build.bare(held, TEXT), build.bare("new", TEXT)]
    assert (["new"], [held]) == tuple([t.id for t in some] for some in apart(texts))


def test_two_parties_of_a_report_are_a_pair_with_one_root(build: Builder) -> None:
    """The first of each side, or the first two of a deal; two parties that do two things to each other teach nothing."""
    act = {"mode": None, "status": "actual", "date": "2018-06-03", "place": None, "speaker": None}
    text = "Chad visits Niger and helps Mali. Peru and Chile agree. Togo leaves Benin. Oman praises Iran, then Oman blames Iran."
    told = [
        ("AID", ["Chad"], ["Mali"], "helps", "Chad visits Niger and helps Mali"),
        ("AGREE", ["Peru", "Chile"], [], "agree", "Peru and Chile agree"),
        ("RETREAT", ["Togo"], ["Benin"], "leaves", "Togo leaves Benin"),
        ("SUPPORT", ["Oman"], ["Iran"], "praises", "Oman praises Iran"),
        ("ACCUSE", ["Oman"], ["Iran"], "blames", "Oman praises Iran, then Oman blames Iran"),
    ]
    events = [
        act | {"type": t, "actor": [[a, "XXX", "GOV"] for a in who], "recipient": [[r, "XXX", "GOV"] for r in whom],
               "trigger": trigger, "evidence": evidence}
        for t, who, whom, trigger, evidence in told
    ]  # fmt: skip
    found = list(build.ties({"item": "y", "date": "2018-06-03", "text": text, "events": events}))
    pairs = [(words(t, t.pair.source), words(t, t.pair.target), PLV[t.pair.type]) for t in found if t.pair]
    assert [(["Chad"], ["Mali"], "AID"), (["Peru"], ["Chile"], "AGREE"), (["Togo"], ["Benin"], "YIELD")] == pairs
