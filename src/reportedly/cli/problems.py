"""``reportedly problems``: what was dropped, and why."""

from __future__ import annotations

import click

from reportedly.cli.place import ledger_option, told
from reportedly.cli.tables import format_option, show

COLUMNS = ("at", "stage", "source", "message", "article")


@click.command("problems")
@ledger_option
@format_option
@click.option(
    "--limit", type=click.IntRange(min=0), default=100, show_default=True, help="How many; 0 for all."
)
def command(ledger: str, form: str | None, limit: int) -> None:
    """List what could not be taken in or read, the newest first."""
    from reportedly.ledger import View

    with told(), View(ledger) as view:
        show(view.problems(limit=limit or None), form, COLUMNS, COLUMNS)
