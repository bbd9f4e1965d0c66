"""Writes the pages of docs/ that the code knows best, so that they cannot go stale: `python docs/generate.py`."""

from pathlib import Path

import click

from facta import settings
from facta.cli import group

DOCS = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py; change the code, then run it again. -->\n\n"


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


PAGES = {"commands.md": commands, "settings.md": setting_table}


def main() -> None:
    """Write every page."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), "utf-8")


if __name__ == "__main__":
    main()
