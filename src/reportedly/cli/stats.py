"""``reportedly stats``: how much there is in the ledger."""

from __future__ import annotations

import json

import click

from reportedly.cli.place import ledger_option, told


@click.command("stats")
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object.")
def command(ledger: str, as_json: bool) -> None:
    """Count articles, claims, outlets, kinds of claim and how sure they are."""
    from reportedly.ledger import View

    with told(), View(ledger) as view:
        found = view.stats()
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for key, value in found.items():
        told_value = (
            ", ".join(f"{name} {number}" for name, number in value.items())
            if isinstance(value, dict)
            else value
        )
        click.echo(f"{key.replace('_', ' '):16} {'' if told_value is None else told_value}")
