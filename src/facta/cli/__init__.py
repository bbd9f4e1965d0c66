"""The command line: thin commands over the library's own calls, one file each in `commands/`.

Only click is imported before a command runs, so `facta --help` answers at once.
"""

import errno
import os
import sys
from typing import Any

import click

from facta import plugins
from facta.errors import DataError, FactaError, UsageError, unknown
from facta.values.collecting import rarely

COMMANDS = "facta.cli.commands"
COMPLETION = "_FACTA_COMPLETE"
"""The variable by which a shell asks for completion."""
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: its threads wait for each other longer than they work here
_UNWRITABLE = {getattr(errno, name, None) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO")}
"""What a write of output may fail with through nobody's mistake in facta; other errors of the system are bugs to be seen."""


class Commands(click.Group):
    """A group whose commands are the files of `commands/`, each imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in alphabetical order; `export_site.py` is called `export-site`."""
        return [name.replace("_", "-") for name in plugins.names(COMMANDS)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The `command` object of a file in `commands/`."""
        if cmd_name.replace("_", "-") not in (known := self.list_commands(ctx)):
            raise UsageError(unknown("command", cmd_name, known))
        command: click.Command = plugins.load(COMMANDS, cmd_name.replace("-", "_")).command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; an option that takes one value and is given several is refused, where click would take the last."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and not ctx.resilient_parsing:
            _once(command, click.Context(command, info_name=name, parent=ctx, **command.context_settings), rest)
        return name, command, rest


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(None, "--version", "-V", package_name="facta", message="facta %(version)s")
def group() -> None:
    """Deeds, not words: who said and did what to whom, when, on whose word, with the sentence that proves it.

    \b
    facta demo                            see it work on the samples
    facta show page.html                  read one page as facta reads it
    facta code news/ --into news.duckdb   code a folder into a store
    facta events --actor RUS --recipient CHN --store news.duckdb
    """


def _once(command: click.Command, context: click.Context, args: list[str]) -> None:
    try:
        given = command.make_parser(context).parse_args(list(args))[2]
    except click.UsageError as error:
        error.ctx = error.ctx or context  # so that its line names the command
        raise
    for one in given:
        if isinstance(one, click.Option) and not one.multiple and not one.is_flag and given.count(one) > 1:
            raise click.UsageError(f"{' or '.join(one.opts)} takes one value, but {given.count(one)} are given", context)


def main(args: list[str] | None = None) -> Any:
    """Run a command; errors meant for a person become one line on stderr, and the exit code says which kind."""
    rarely()
    given = list(sys.argv[1:] if args is None else args)
    try:
        asked = os.environ.get(COMPLETION)
        code = _complete(asked) if asked and args is None else _run(given)
        sys.stdout.flush()  # here and not at the exit of Python, where a failure can no longer be told in a line
    except BrokenPipeError:  # the reader of our output, `head` for instance, has seen enough
        _drop_output()
        code = 0
    except UnicodeEncodeError:
        if not (strange := next(filter(_is_bytes, given), None)):
            raise
        code = _say(f"{strange!r} is not UTF-8, and so nothing that could be asked for.", 2)
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        _drop_output()
        where = f" to {error.filename}" if error.filename else ""
        code = _say(f"the output cannot be written{where}: {error.strerror}.", 1)
    sys.exit(code)


def _complete(asked: str) -> int:
    """Answer a shell that completes a line, or asks how that is done; whatever is wrong in the line is said when it is run."""
    from click.shell_completion import shell_complete

    try:
        return shell_complete(group, {}, "facta", COMPLETION, asked)
    except (click.ClickException, FactaError):
        return 0


def _run(args: list[str]) -> int:
    """The exit code of a command; whatever is wrong with what was asked is said. Without a word the help is shown."""
    try:
        # not group.main(): that ends with 1 when `head` has seen enough
        with group.make_context("facta", args or ["--help"]) as context:
            code = group.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _say("stopped.", 130)
    except click.ClickException as error:
        wrong = error.format_message()
        store = " A store is named with --store FILE." if _is_store(error, args) else ""
        return _say(f"{wrong}{'' if wrong.endswith(('.', '?')) else '.'}{store} Try: {_asked(error)} --help", 2)
    except (UsageError, DataError) as error:
        return _say(str(error), 2)
    except FactaError as error:
        return _say(str(error), 1)
    return code if isinstance(code, int) else 0


def _is_bytes(arg: str) -> bool:
    """Whether an argument holds bytes that are not UTF-8, which Python hands over as surrogates; a file may be named so."""
    return any("\ud800" <= letter <= "\udfff" for letter in arg)


def _drop_output() -> None:
    """Send what is still unwritten nowhere, so that Python's own flush at the end does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_store(error: click.ClickException, args: list[str]) -> bool:
    """Whether a command has no place for an argument that is a store's file (`facta serve news.duckdb`)."""
    named = any(arg.startswith("--store") for arg in args)
    return not named and "unexpected extra argument" in error.message and any(arg.endswith(".duckdb") for arg in args)


def _asked(error: click.ClickException) -> str:
    """The command that a usage error is about."""
    context = getattr(error, "ctx", None)
    return context.command_path if context else "facta"


def _say(message: str, code: int) -> int:
    click.echo(f"facta: {message}", err=True)
    return code
