"""How many quotations are found, with what around them, by kind."""

from eval.quotations import Quotations
from eval.tables import SCORE, Section, Table, cells, interval, number

KINDS = ("all", "direct", "indirect", "mixed")
MEASURES = {"ov": "content", "joint": "cue and speaker too", "exact": "content to the word"}


def quoting(found: Quotations) -> Section:
    """Contents, joint agreement, cues and speakers."""
    rows = []
    for of, words in MEASURES.items():
        for kind in KINDS:
            s = found.scored(kind, of)
            rows.append((f"{words}: {kind}", str(s.asked), str(s.found), *cells(s)))
    cues = found.cues()
    rows.append(("cue, whatever the content", str(cues.asked), str(cues.found), *cells(cues)))
    speakers = [(kind, str(s.of), number(s.value), interval(s)) for kind in KINDS for s in (found.speakers(kind),)]
    about = (
        "PolNeAR's development articles. A content is right when it shares four fifths of the longer one's words. "
        "Direct: nine tenths of the words in quotation marks; indirect: none; mixed: the rest. Intervals over articles."
    )
    head = ("kind", "right content", "speaker right", "95%")
    return Section("Quotations", (about, Table(("what", "gold", "coded", *SCORE), rows), Table(head, speakers)))
