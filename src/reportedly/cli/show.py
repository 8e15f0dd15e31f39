"""``reportedly show``: one article of the ledger, read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reportedly.cli.place import ledger_option, told

if TYPE_CHECKING:
    from reportedly.ledger import View
    from reportedly.model import Reading


@click.command("show")
@click.argument("keys", nargs=-1, required=True, metavar="ARTICLE|CLAIM...")
@ledger_option
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl", "html"]), default="text",
              show_default=True, help="What to print.")  # fmt: skip
@click.option("--labels", type=click.Choice(["fr", "en"]), help="The language of headings and labels.")
@click.option(
    "--explain", is_flag=True, help="For each claim, the path from the words to the verdict (text, html)."
)
@click.option("--all", "every", is_flag=True, help="Also claims outside the ontology.")
@click.option("--versions", is_flag=True, help="What changed from one version of the article to the next.")
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    keys: tuple[str, ...],
    ledger: str,
    form: str,
    labels: str | None,
    explain: bool,
    every: bool,
    versions: bool,
) -> None:
    """Show articles as they were read, by their ids or those of claims in them."""
    from reportedly.cli.reading import Job, writer
    from reportedly.export.selection import within_ontology
    from reportedly.ledger import View

    with told(), View(ledger) as view:
        if versions:
            for key in keys:
                for line in changes(view, key):
                    click.echo(line)
            return
        job = Job(keys, form, None, None, None, every, explain, labels, {}, 1)
        found = (reading if every else within_ontology(reading) for reading in wanted(view, keys))
        writer(job, sys.stdout.buffer)(found, sys.stdout.buffer)


def wanted(view: View, keys: tuple[str, ...]) -> Iterator[Reading]:
    """The readings of the articles that are named, or that hold the claims that are."""
    from reportedly.errors import LedgerError

    for key in keys:
        try:
            article = view.claim(key).article
        except LedgerError:
            article = key
        yield view.reading(article)


def changes(view: View, key: str) -> Iterator[str]:
    """What each version of an article took away and brought."""
    from difflib import unified_diff

    before: list[str] = []
    for version in view.versions(key):
        yield f"version {version.ordinal} · {version.added_at} · {version.modified or version.published or ''}".rstrip(
            " ·"
        )
        after = [line for line in [version.title or "", *version.text.splitlines()] if line.strip()]
        if version.ordinal > 1:
            yield from (
                line
                for line in unified_diff(before, after, lineterm="", n=0)
                if line[:2] not in ("--", "++", "@@")
            )
        before = after
