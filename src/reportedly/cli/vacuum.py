"""``reportedly vacuum``: the ledger checked, brought to the newest schema and made small."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.place import ledger_option, told


@click.command("vacuum")
@ledger_option
def command(ledger: str) -> None:
    """Check that the ledger is sound, bring it to the newest schema, and give back unused space."""
    from reportedly.ledger import Writer

    if not Path(ledger).is_file():
        raise click.ClickException(f"{ledger}: there is no such ledger")
    before = Path(ledger).stat().st_size
    with told(), Writer(ledger) as writer:
        writer.tidy()
    click.echo(f"{ledger}: sound; {before:,} bytes before, {Path(ledger).stat().st_size:,} now", err=True)
