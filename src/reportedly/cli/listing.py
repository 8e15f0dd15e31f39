"""``reportedly list``: the articles of the ledger."""

from __future__ import annotations

from dataclasses import asdict

import click

from reportedly.cli.place import ledger_option, told
from reportedly.cli.tables import format_option, show

COLUMNS = ("id", "published", "outlet", "language", "title", "claims", "versions", "url")
SHORT = ("id", "published", "outlet", "language", "claims", "title")


@click.command("list")
@click.argument("query", nargs=-1)
@ledger_option
@format_option
@click.option(
    "--limit", type=click.IntRange(min=0), default=50, show_default=True, help="How many; 0 for all."
)
def command(query: tuple[str, ...], ledger: str, form: str | None, limit: int) -> None:
    """List articles, the newest first; a QUERY as in `search` chooses among them."""
    from reportedly.ledger import View

    with told(), View(ledger) as view:
        rows = view.articles(" ".join(query), limit=limit or None)
        show((asdict(row) for row in rows), form, COLUMNS, SHORT)
