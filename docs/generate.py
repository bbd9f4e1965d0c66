"""Writes the pages of docs/ that the code knows best, so that they cannot go stale: `python docs/generate.py`."""

from pathlib import Path

import click

from facta import settings
from facta.cli import group
from facta.events.ontology import QUADS, EventType, ontology

DOCS = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py; change the code or its data files, then run it again. -->\n\n"


def commands() -> str:
    """A heading and the help text for every command."""
    root = click.Context(group, info_name="facta", terminal_width=100, help_option_names=["-h", "--help"])
    about = (
        "Data goes to stdout, everything else to stderr. Exit codes: 0 done, 1 some inputs had problems (named on stderr),\n"
        "2 usage.\n\n"
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
    """A table of all event types, then a section for each."""
    kinds = ontology().types.values()
    columns = ("type", "quad", "rung", "intensity", "the actor ...", "modes", "promised or announced", "CAMEO")
    head = f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|\n"
    return f"# Event types\n\n{NOTE}{head}{''.join(map(_row, kinds))}{''.join(map(_section, kinds))}"


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


PAGES = {"commands.md": commands, "settings.md": setting_table, "ontology.md": event_types}


def main() -> None:
    """Write every page."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), "utf-8")


if __name__ == "__main__":
    main()
