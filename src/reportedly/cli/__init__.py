"""The command ``reportedly``: one file per command, and nothing heavy imported before a command runs."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Any

import click

from reportedly import __version__

#: The commands, in the order of the help page; each stands in its own module as ``command``.
COMMANDS = (
    "read",
    "why",
    "add",
    "list",
    "search",
    "show",
    "corroborate",
    "drift",
    "compare",
    "judge",
    "stats",
    "problems",
    "export",
    "report",
    "watch",
    "scale",
    "serve",
    "vacuum",
    "ontology",
    "schema",
)
#: Where a command's name is one of Python's own.
MODULES = {"list": "listing"}
#: New objects after which the console looks for garbage; Python by itself looks after 700.
RARELY = 50_000
INTERRUPTED = 130
#: The pipelines' matrices are small: sharing one among threads takes twice the work; --jobs is for more cores.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
#: What a shell reports of a program that a closed pipe ended.
PIPE_CLOSED = 141


class Program(click.Group):
    """The group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The names, in the help page's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One command, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"reportedly.cli.{MODULES.get(cmd_name, cmd_name)}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an interruption or a reader that went away ends it without a word."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # What is still buffered has nowhere to go; without this the interpreter would complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(PIPE_CLOSED)


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all inputs were read, 1 some failed, 2 the command line is wrong, 130 interrupted.",
)
@click.version_option(__version__, prog_name="reportedly")
def main() -> None:
    """Read news into an attributed event ledger.

    Who reportedly does what to whom, who says so and through whom, and how sure it is.
    """


def entry() -> None:
    """The console's command: `main`, and then the process simply ends.

    Giving the pipelines' memory back piece by piece, as the interpreter does on its way out, takes half a second.
    """
    for variable in ONE_THREAD:
        os.environ.setdefault(variable, "1")
    # Loading makes hundreds of thousands of objects that stay; to go over them again and again finds no garbage.
    gc.set_threshold(RARELY, 20, 20)
    code: object = 0
    try:
        main()
    except SystemExit as done:
        code = done.code or 0
    if not isinstance(code, int):
        print(code, file=sys.stderr)  # noqa: T201  # what sys.exit does with a message
        code = 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or PIPE_CLOSED
    os._exit(code)
