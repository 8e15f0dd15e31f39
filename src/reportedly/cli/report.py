"""``reportedly report``: an event or an article as one file to send to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportedly.cli.place import ledger_option, told

if TYPE_CHECKING:
    from reportedly.ledger import View

MISSING = "a report needs more than is installed ({name}): pip install 'reportedly[web]'"


@click.command(
    "report", epilog="Exit codes: 0 written, 1 nothing of that id or extra `web` missing, 2 wrong usage."
)
@click.argument("key", metavar="EVENT|ARTICLE|CLAIM")
@ledger_option
@click.option("--labels", type=click.Choice(["fr", "en"]), default="en", show_default=True,
              help="The language of headings and labels.")  # fmt: skip
@click.option("--output", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE",
              help="Write to this file, which appears only when it is complete.")  # fmt: skip
def command(key: str, ledger: str, labels: str, output: str | None) -> None:
    """Write an event, or an article with its claims, as one HTML file that needs no network and runs nothing.

    The id of a claim stands for the event that it tells.
    """
    from reportedly.cli.destination import destination
    from reportedly.ledger import View

    with told(), View(ledger) as view:
        page = made(view, key, labels)
        with destination(output) as out:
            out.write(page.encode("utf-8", "replace"))


def made(view: View, key: str, labels: str) -> str:
    """The report of whatever has this id: events before articles."""
    from datetime import UTC, datetime

    from reportedly.errors import MissingError

    try:
        from reportedly.web.report import of_article, of_event
    except ModuleNotFoundError as error:
        raise click.ClickException(MISSING.format(name=error.name)) from error
    today = datetime.now(UTC).date()
    try:
        return of_event(view, key, labels, today)
    except MissingError as missing:
        try:
            return of_article(view, key, labels, today)
        except MissingError:
            raise MissingError(f"{view.path}: neither an event nor an article is called {key!r}") from missing
