"""``reportedly judge``: what a person makes of claims; nothing is ever overwritten."""

from __future__ import annotations

import getpass
from dataclasses import asdict

import click

from reportedly.cli.place import ledger_option, told
from reportedly.cli.tables import format_option, show

VERDICTS = ("same", "different", "right", "wrong", "undo", "list")
COLUMNS = ("number", "verdict", "left", "right", "by", "at", "why", "undone")


@click.command("judge")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("what", nargs=-1, metavar="[CLAIM|NUMBER]...")
@ledger_option
@click.option("--by", default=getpass.getuser, metavar="NAME", help="Who judges; by default your user name.")
@click.option("--why", metavar="WORDS", help="The reason.")
@format_option
def command(  # one parameter per option
    verdict: str, what: tuple[str, ...], ledger: str, by: str, why: str | None, form: str | None
) -> None:
    """Say that two claims are of the same event, or of different ones, or that one is right or wrong.

    `same A B`, `different A B`, `right A`, `wrong A` take claims' ids; `undo N` takes a judgement back by its number;
    `list` shows all that was judged.
    """
    from reportedly.ledger import View, Writer

    if verdict == "list":
        with told(), View(ledger) as view:
            rows = [asdict(one) for one in view.judgements()]
        show(rows, form, COLUMNS, COLUMNS)
        return
    needed = 2 if verdict in ("same", "different") else 1
    if len(what) != needed:
        raise click.UsageError(f"{verdict} takes {needed} {'claims' if needed == 2 else 'id'}")
    with told(), Writer(ledger) as writer:
        if verdict == "undo":
            if not what[0].isdecimal():
                raise click.UsageError(f"undo takes a judgement's number, not {what[0]!r}")
            number = writer.undo(int(what[0]), by=by, why=why)
        else:
            number = writer.judge(verdict, what[0], what[1] if needed == 2 else None, by=by, why=why)  # type: ignore[arg-type]
    click.echo(number)
