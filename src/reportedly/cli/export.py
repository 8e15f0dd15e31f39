"""``reportedly export``: the ledger, or what a query chooses of it, in another format."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from reportedly.cli.place import ledger_option, told
from reportedly.export import FORMATS


@click.command("export", epilog="Exit codes: 0, 1 for a ledger or a query that cannot be, 2 wrong usage.")
@click.argument("query", nargs=-1)
@ledger_option
@click.option(
    "--to",
    "form",
    type=click.Choice(sorted([*FORMATS, "corrections"])),
    help="The format; else what --output's ending says.",
)
@click.option("--output", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE",
              help="Write to this file, which appears only when it is complete; else to standard output.")  # fmt: skip
def command(query: tuple[str, ...], ledger: str, form: str | None, output: str | None) -> None:
    """Export all claims, or those that a QUERY as in `search` chooses."""
    from reportedly.cli.destination import destination
    from reportedly.ledger import View

    if form == "corrections":
        if query:
            raise click.UsageError("corrections are exported whole, without a query")
        from reportedly.export import corrections

        with told(), View(ledger) as view, destination(output) as out:
            corrections.export(view, out)
        return
    module = chosen(form, output)
    with told(), View(ledger) as view, destination(output) as out:
        module.export(view.kept(" ".join(query)), out)


def chosen(form: str | None, output: str | None) -> Any:
    """The module of the format that was asked for, by name or by the file's ending."""
    if form:
        return import_module(f"reportedly.export.{FORMATS[form]}")
    name = Path(output or "").name.lower()
    modules = [import_module(f"reportedly.export.{module}") for module in dict.fromkeys(FORMATS.values())]
    endings = {ending: module for module in modules for ending in module.SUFFIXES if name.endswith(ending)}
    if endings:
        return endings[max(endings, key=len)]
    raise click.UsageError(f"say --to: one of {', '.join(sorted(FORMATS))}")
