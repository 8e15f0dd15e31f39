"""``reportedly search``: claims, or articles, that meet a query."""

from __future__ import annotations

from dataclasses import asdict

import click

from reportedly.cli.place import ledger_option, told
from reportedly.cli.tables import format_option, show

SHORT_CLAIMS = ("id", "published", "outlet", "type", "status", "actors", "recipients", "sources", "evidence")
ARTICLES = ("id", "published", "outlet", "language", "title", "claims", "versions", "snippet", "url")
SHORT_ARTICLES = ("id", "published", "outlet", "title", "snippet")


@click.command(
    "search", epilog="Exit codes: 0, 1 for a query that means nothing or a ledger that is not there."
)
@click.argument("query", nargs=-1, required=True)
@ledger_option
@format_option
@click.option(
    "--articles",
    "whole",
    is_flag=True,
    help="Articles instead of claims; words are looked for in all their text.",
)
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, help="How many; 0 for all."
)
@click.option("--offset", type=click.IntRange(min=0), default=0, help="How many to leave out before.")
def command(  # one parameter per option
    query: tuple[str, ...], ledger: str, form: str | None, whole: bool, limit: int, offset: int
) -> None:
    """Search the ledger.

    Words must all occur: "side by side", missil* for any ending, -word to exclude, OR for either. Fields:
    actor: recipient: object: place: type: act: status: certainty: source: event: outlet: lang: since: until:
    article:, each with a minus before it to exclude. Accents and case do not matter; a country is found
    under its name in either language.
    """
    from reportedly.export.flat import COLUMNS
    from reportedly.ledger import View

    text = " ".join(query)
    with told(), View(ledger) as view:
        if whole:
            found = (asdict(row) for row in view.articles(text, limit=limit or None, offset=offset))
            show(found, form, ARTICLES, SHORT_ARTICLES)
        else:
            claims = (asdict(row) for row in view.claims(text, limit=limit or None, offset=offset))
            show(claims, form, COLUMNS, SHORT_CLAIMS)
