"""The event types say what the codebook and PLOVER say, and a broken file is named with its key."""

import ast
import json
import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from facta.errors import DataError, UsageError
from facta.events.ontology import load, ontology

SHARED = Path(__file__).parents[3] / "shared"
TYPES = files("facta.events") / "types"
OURS = {("SUPPORT", "sign")}
"""Modes that the codebook adds to PLOVER's."""
UNSCORED = {("PROTEST", "vandalize")}
"""Modes that PLOVER lists without a score and the codebook leaves out."""
UNLEARNT: set[str] = set()
"""Modes, as `TYPE:mode`, that the shipped reader's weights do not know yet: nothing is coded so until it is trained again."""


def shared(name):
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} lies beside the project and is not on this machine")
    return path.read_text("utf-8")


def codebook_rows():
    """Type, quad, modes and rung of each row of the codebook's table of types."""
    for line in shared("codebook.md").split("## Types")[1].split("Quads:")[0].splitlines():
        cells = [c.strip() for c in line.strip("|").split("|")]
        if len(cells) == 4 and cells[0].isupper():
            listed = re.search(r"\(modes?: (.*)\)", cells[2])
            yield cells[0], int(cells[1]), listed.group(1).split(", ") if listed else [], cells[3]


def plover_scores():
    """PLOVER's scores of types (under mode None) and modes, read from the lines of the shared file."""
    scores, kind, mode = {}, None, None
    for line in shared("plover/types.yaml").split("\ntypes:\n")[1].split("\nauxiliary_modes:")[0].splitlines():
        indent, key, value = re.match(r"( *)(?:- )?'?([\w-]+)'?:? ?(.*)", line).groups()
        if len(indent) == 2:
            kind, mode = key, None
        elif len(indent) == 6:
            mode = key
        elif key == "score":
            scores[kind, mode if len(indent) == 8 else None] = None if value == "null" else float(value)
    return scores


def test_types_quads_modes_and_rungs_are_the_codebooks():
    """The table of types in the codebook and our files name the same types, quads, modes and rungs."""
    expected = {(name, quad, frozenset(modes), rung.split(";")[0]) for name, quad, modes, rung in codebook_rows()}
    actual = {(k.name, k.quad, frozenset(k.modes), k.rung) for k in ontology().types.values()}
    assert expected == actual


def test_modes_are_those_that_annotations_are_checked_against():
    """The annotators' checker accepts exactly our modes."""
    found = re.search(r"^MODES=(\{.*\})$", shared("annotation/check.py"), re.MULTILINE)
    expected = {kind: set(modes.split()) for kind, modes in ast.literal_eval(found.group(1)).items()}
    assert expected == {k.name: set(k.modes) for k in ontology().types.values() if k.modes}


def test_the_reader_tells_the_modes_that_there_are():
    """A new mode is found on pages only after training; until then it stands in UNLEARNT. A renamed one would be told in vain."""
    told = json.loads((files("facta.language") / "weights" / "reader.json").read_text("utf-8"))["modes"]
    types = ontology().types.values()
    ours = {f"{k.name}:{mode}" for k in types for mode in ("", *k.modes)}
    assert ours - UNLEARNT == set(told), "a mode that the reader has not learnt stands in UNLEARNT"


def test_intensities_are_plovers():
    """Every score is PLOVER's, but for the mode it doesn't have and the one it doesn't score."""
    types = ontology().types.values()
    actual = {(k.name, None): k.intensity for k in types} | {(k.name, n): m.intensity for k in types for n, m in k.modes.items()}
    scores = plover_scores()
    assert UNSCORED == {key for key, score in scores.items() if score is None}
    assert {key: score for key, score in scores.items() if key not in UNSCORED} == {
        key: score for key, score in actual.items() if key not in OURS
    }


def test_cameo_roots_are_mapped_once():
    """No CAMEO code leads to two types, and roots 03 to 20 are all there."""
    codes = [code for kind in ontology().types.values() for code in kind.cameo]
    assert sorted(set(codes)) == sorted(codes)
    assert {f"{root:02}" for root in range(3, 21)} == {code[:2] for code in codes}


@pytest.mark.parametrize(
    ("type", "mode", "status", "words", "expected"),
    [
        ("CONSULT", "visit", "actual", "visited", "talk"),
        ("AID", None, "historical", "sent food", "deed"),
        ("SUPPORT", None, "actual", "praised", "talk"),
        ("SUPPORT", "sign", "actual", "ratified", "commitment"),
        ("ASSAULT", "aerial", "planned", "will bomb", "commitment"),
        ("CONSULT", None, "planned", "will meet", "commitment"),
        ("AID", None, "possible", "might send", None),
        ("AGREE", None, "negated", "never promised", None),
        ("CONCEDE", None, "actual", "announces a withdrawal", "commitment"),
        ("CONCEDE", None, "actual", "Apologised", "talk"),
        ("CONCEDE", None, "actual", "expressed regret", "talk"),
        ("CONCEDE", None, "actual", "promised to pardon", "commitment"),
        ("CONCEDE", None, "planned", "apology", "commitment"),
        ("ACCUSE", None, "actual", "regrets", "talk"),
    ],
)
def test_the_rung_follows_type_mode_status_and_words(type, mode, status, words, expected):
    """Talk, commitment, deed or none, as the codebook settles it."""
    assert expected == ontology().rung(type, mode, status, words)


def test_a_mode_has_its_own_intensity():
    """A visit weighs more than a meeting; an unknown mode weighs what its type does."""
    known = ontology()
    assert (4.0, 2.5, 2.5) == (known.intensity("CONSULT", "visit"), known.intensity("CONSULT"), known.intensity("CONSULT", "x"))


def test_an_unknown_type_is_answered_with_those_that_exist():
    """The error names what was asked and the nearest type."""
    with pytest.raises(UsageError, match=r"No event type 'CONSULTS'\. Did you mean 'CONSULT'\? Known: ACCUSE,"):
        ontology().type("CONSULTS")


def test_only_meetings_are_symmetric():
    """Talks have all takers of part as actors; a visit, a call and mediation have a direction."""
    assert [("CONSULT", m) for m in (None, "multilateral")] == [
        (k.name, m) for k in ontology().types.values() for m in (None, *k.modes) if k.is_symmetric(m)
    ]


def test_promises_of_cooperation_and_announced_hostility_have_their_own_types():
    """A future act is coded by the type that the codebook gives its promise or announcement."""
    expected = {
        "AGREE": {"CONSULT", "SUPPORT", "COOPERATE", "AID"},
        "CONCEDE": {"RETREAT"},
        "THREATEN": {"SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
    }
    actual = {}
    for kind in ontology().types.values():
        if kind.planned_as:
            actual.setdefault(kind.planned_as, set()).add(kind.name)
    assert expected == actual


def test_every_type_has_a_noun_of_its_own():
    """Pages call acts by it: two types of one name could not be told apart."""
    nouns = {kind.noun for kind in ontology().types.values()}
    assert len(ontology().types) == len(nouns)
    assert {"talks", "threat", "attack"} <= nouns


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("quad = 1", "quad = 5", r"consult\.toml: Invalid enum value 5 - at `\$\.quad`"),
        ("quad = 1", "", r"consult\.toml: Object missing required field `quad`"),
        ('noun = "talks"', "", r"consult\.toml: Object missing required field `noun`"),
        ('noun = "talks"', 'noun = "CONSULT"', r"consult\.toml: .*`\$\.noun`"),
        ("intensity = 1.5", "intensity = 15", r"consult\.toml, modes\.phone: Expected `float` <= 10\.0 - at `\$\.intensity`"),
        ('cameo = ["04"]', 'cameo = ["4"]', r"consult\.toml: .*`\$\.cameo\[0\]`"),
        ("symmetric = true", "symetric = true", r"consult\.toml: No key 'symetric'\. Did you mean 'symmetric'\?"),
        (
            "intensity = 1.5",
            "intensty = 1.5",
            r"consult\.toml, modes\.phone: No key 'intensty'\. Did you mean 'intensity'\? Known: def",
        ),
        (
            "open_mode = false",
            'rung_by_words = [{ rung = "talk", stem = ["x"] }]',
            r"unknown field `stem` - at `\$\.rung_by_words\[0\]`",
        ),
        ('planned_as = "AGREE"', 'planned_as = "AGRE"', r"consult\.toml: key 'planned_as': No event type 'AGRE'\. Did you mean"),
        ('name = "CONSULT"', 'name = "TALK"', r"consult\.toml: key 'name' is 'TALK'"),
        ("quad = 1", "quad = = 1", r"consult\.toml: not a TOML file"),
    ],
)
def test_a_broken_file_is_named_with_its_key(tmp_path, old, new, message):
    """Whoever edits a type's file is told which file and which key to mend."""
    folder = Path(shutil.copytree(str(TYPES), tmp_path / "types"))
    file = folder / "consult.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=message):
        load(folder)


def test_modes_must_be_tables(tmp_path):
    """A list of modes without their definitions is refused."""
    (tmp_path / "x.toml").write_text('modes = ["visit"]')
    with pytest.raises(DataError, match=r"x\.toml: key 'modes': expected a table"):
        load(tmp_path)


def test_an_empty_folder_is_no_ontology(tmp_path):
    """A missing installation file is said, not coded around."""
    with pytest.raises(DataError, match="No event types in"):
        load(tmp_path)
