"""Writes the pages of docs/ that the code knows best, so that they cannot go stale: `python docs/generate.py`."""

import ast
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import click

from facta import settings
from facta.cli import group
from facta.events.ontology import QUADS, EventType, ontology
from facta.records import RUNGS, Rung, Status
from facta.resolve.sectors import sectors
from facta.values.country import STATELESS

DOCS = Path(__file__).parent
SOURCE = DOCS.parent / "src" / "facta"
NOTE = "<!-- Written by docs/generate.py; change the code or its data files, then run it again. -->\n\n"


ABOUT_TYPES = """\
An event is an act that a text tells: who did what to whom. facta codes it by PLOVER, the Political Language Ontology for
Verifiable Event Records of the Open Event Data Alliance (OEDA), and adds a rung and a status. What an event says of its act:

| word | what it says |
|---|---|
| type | what is done, one of the sixteen below |
| mode | how it is done, where the type has modes; null where the text does not tell |
| quad class | 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict |
| rung | how far words have become deeds (below) |
| status | whether it happened (below) |
| intensity | PLOVER's score, from -10 (conflict) to 10 (cooperation) |
| actors, recipients | who does it, and to whom; of those who meet, agree or exercise together all are actors |
| assertion | on whose word: the chain from the outlet through agencies and ministries to who says it |
| confidence | how probable it is that the type is right |

In the table of types, the column `promised or announced` names the type of a promise of such an act. CAMEO (Conflict and
Mediation Event Observations) is the older scheme of GDELT and ICEWS; its codes that belong to a type stand in the last column.

"""
ABOUT_COUNTRIES = """
## Country codes

States, and parts of them that have a code of their own (`HKG`), have the code of ISO 3166-1 alpha-3; beside them there are
`XKX` Kosovo, and states of the past such as `SUN`, the Soviet Union. A ministry, party, firm or armed group has the code of its
state. Bodies without a state have:

"""
ABOUT_SECTORS = """\
## Sectors

What kind of body somebody belongs to; a bare state is its government.

"""
ABOUT_RUNGS: Mapping[Rung, str] = {
    "talk": "words that bind nobody: meetings, praise, blame, demands",
    "commitment": "words that promise: agreements, concessions, threats, treaties signed, and whatever is planned",
    "deed": "what is done: aid, exercises, releases, force, arrests, deployments, protests, sanctions",
}
ABOUT_STATUSES: Mapping[Status, str] = {
    "actual": "it happened; only these are counted in relations",
    "planned": "it is announced for later; its rung is commitment, whatever its type",
    "possible": "it is conditional, supposed, feared or asked about; it has no rung",
    "negated": "it is said not to have happened; it has no rung",
    "historical": "background from clearly before the report's own time, or a habit",
}
ABOUT_RULES = """\
What the reader of the language finds (attributions, acts, their parties, words of time) becomes records by rules, each in a
module of its own that says what it decides, on which example, and how often that was right. Here they stand by the question they
answer, in the order in which a page is asked. Their words and names lie in the TOML files beside them and in
`src/facta/resolve/knowledge/`; [how to add one](add-a-part.md#a-rule).
"""
RULES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "quotes": (
        "Quotations",
        {
            "Which words are somebody's": "told marks acts idle clauses within turns",
            "Where they begin and end, and which belong together": "fitted continued shared join",
            "Who says them, and through whom they came": "naming passed carried origin chain build",
        },
    ),
    "events": (
        "Acts",
        {
            "Which words tell an act, and which prove it": "finding adjoining embedded evidence",
            "Its type and mode": "ontology pledged displeased upheld retracted",
            "Whether it happened": "worded asked announced",
            "Who takes part, and for which pairs it counts": "subject run_together mediated dyads",
            "On whose word": "assertion",
            "Which acts are one, told twice": "folding headline same alike",
        },
    ),
    "resolve": (
        "Who, when, where",
        {
            "Who is meant by a phrase, as of a date": (
                "who phrase hits words state_office called meant_persons meant_bodies candidate"
            ),
            "Who is who on a page": (
                "cast spots whole_office naming pointing incumbent own_office once_held repeated shared_head borne_by_many "
                "things members member filed"
            ),
            "Who the parties of an act are": (
                "actors both parley row_members row_persons row_filled acting told_of by_pronoun addressed whose_step other_side "
                "own_state"
            ),
            "Whose a party is that names no state, and its sector": (
                "surroundings adjective at_home seat opposed crowds mediators sufferers named_states"
            ),
            "When it was": "dating own_day one_time apart ahead bygone",
            "What words of time mean": (
                "dates timex time_rules/scan time_rules/table time_rules/words time_rules/days time_rules/story time_rules/hours "
                "time_rules/lengths time_rules/units time_rules/ground time_rules/context"
            ),
            "Where it was": (
                "place/finding place/text place/marks place/sense place/neighbours place/holders place/choice place/fame "
                "place/unknown place/gazetteer place/cities place/site"
            ),
            "What kind of source vouches": "chains",
            "What is known beforehand": "tables rows facts names people sectors own wikidata cues",
        },
    ),
}
"""By room, its heading and its modules by the question they answer."""


def commands() -> str:
    """A heading and the help text for every command."""
    root = click.Context(group, info_name="facta", terminal_width=100, help_option_names=["-h", "--help"])
    about = (
        "Data goes to stdout, everything else to stderr. Exit codes: 0 done, 1 some inputs had problems (named on stderr),\n"
        "2 usage.\n\n"
        'A shell completes commands, options and files after `eval "$(_FACTA_COMPLETE=bash_source facta)"` in `~/.bashrc`\n'
        "(or with `zsh_source` in `~/.zshrc`; in fish: `_FACTA_COMPLETE=fish_source facta | source`).\n\n"
    )
    parts = ["# Commands\n\n", NOTE, about, f"```\n{group.get_help(root)}\n```\n"]
    for name in group.list_commands(root):
        command = group.get_command(root, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=root, terminal_width=100)
        parts.append(f"\n## facta {name}\n\n```\n{command.get_help(context)}\n```\n")
    return "".join(parts)


def setting_table() -> str:
    """One row a setting."""
    rows = "".join(f"| `{s.name}` | `{s.default!r}` | {s.help} |\n" for s in settings.SETTINGS)
    how = (
        "A value comes from the environment (`FACTA_` and the name in capitals), else from `~/.config/facta/settings.toml`\n"
        "(or the file that `$FACTA_SETTINGS` names), which may set any part of these, else from this table.\n\n"
    )
    return f"# Settings\n\n{NOTE}{how}| name | default | what it does |\n|---|---|---|\n{rows}"


def event_types() -> str:
    """What the words mean, a table of all event types, a section for each, and the codes of who takes part."""
    kinds = ontology().types.values()
    columns = ("type", "quad", "rung", "intensity", "the actor ...", "modes", "promised or announced", "CAMEO")
    head = f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|\n"
    words = _words("rung", {rung: ABOUT_RUNGS[rung] for rung in RUNGS})
    words += _words("status", {status: ABOUT_STATUSES[status] for status in get_args(Status)})
    types = f"{head}{''.join(map(_row, kinds))}{''.join(map(_section, kinds))}"
    return f"# Event types\n\n{NOTE}{ABOUT_TYPES}{words}{types}{_codes()}"


def _words(kind: str, meanings: Mapping[str, str]) -> str:
    """A table of the values of one field."""
    return f"| {kind} | it means |\n|---|---|\n" + "".join(f"| {word} | {what} |\n" for word, what in meanings.items()) + "\n"


def _codes() -> str:
    """Who takes part: codes of countries and sectors."""
    named = {code: words.words for code, words in sectors().items()}
    return f"{ABOUT_COUNTRIES}{_words('code', STATELESS)}{ABOUT_SECTORS}{_words('code', named)}".removesuffix("\n")


def _row(kind: EventType) -> str:
    cells = (
        f"[{kind.name}](#{kind.name.lower()})",
        f"{kind.quad} {QUADS[kind.quad]}",
        kind.rung,
        f"{kind.intensity:g}",
        kind.definition,
        " ".join(kind.modes) or "-",
        kind.planned_as or "-",
        " ".join(kind.cameo),
    )
    return f"| {' | '.join(cells)} |\n"


def _section(kind: EventType) -> str:
    lines = ["", f"## {kind.name}", "", kind.definition, "", f"On pages: {kind.noun}. Intensity: {kind.intensity_source}."]
    if kind.modes:
        lines += ["", "| mode | intensity | rung | the actor ... |", "|---|---|---|---|"]
        lines += [f"| {n} | {m.intensity:g} | {m.rung or kind.rung} | {m.definition} |" for n, m in kind.modes.items()]
    for rule in kind.rung_by_words:
        unless = f", unless also by {', '.join(rule.unless)}" if rule.unless else ""
        lines += ["", f"Rung {rule.rung} when told by words that begin with {', '.join(rule.stems)}{unless}."]
    return "\n".join([*lines, "", *(f"- {note}" for note in kind.notes)]) + "\n"


def rules() -> str:
    """A table for each question that rules answer, a row a module, in the words of its docstring.

    ValueError names a module without a question.
    """
    parts = [f"# Rules\n\n{NOTE}{ABOUT_RULES}"]
    for room, (heading, questions) in RULES.items():
        folder = SOURCE / room
        there = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.py") if path.stem != "__init__"}
        if there != (filed := {name for names in questions.values() for name in names.split()}):
            raise ValueError(f"RULES in docs/generate.py: no question for {there - filed}, or no module for {filed - there}.")
        parts.append(f"\n## {heading}\n")
        for question, names in questions.items():
            rows = (f"| [{name}](../src/facta/{room}/{name}.py) | {_first(folder / f'{name}.py')} |\n" for name in names.split())
            parts.append(f"\n### {question}\n\n| module | what it decides |\n|---|---|\n{''.join(rows)}")
    return "".join(parts)


def _first(path: Path) -> str:
    """The first paragraph of a module's docstring, for a cell of a table."""
    told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return told.partition("\n\n")[0].replace("\n", " ").replace("|", "\\|")


PAGES = {"commands.md": commands, "settings.md": setting_table, "ontology.md": event_types, "rules.md": rules}


def main() -> None:
    """Write every page."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), "utf-8")


if __name__ == "__main__":
    main()
