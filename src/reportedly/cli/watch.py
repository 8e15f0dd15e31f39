"""``reportedly watch``: feeds polled with good manners; told is only what changes an event."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from reportedly.cli.place import ledger_option, told

if TYPE_CHECKING:
    from reportedly.ingest.feed import Outline
    from reportedly.ingest.web import Web
    from reportedly.ledger import Writer


@click.command(
    "watch",
    epilog="Exit codes: 0, 1 for a ledger, a list of feeds or a rule that cannot be, 130 interrupted: nothing is lost.",
)
@click.argument("sources", nargs=-1, metavar="[OPML|FEED]...")
@ledger_option
@click.option(
    "--rule", "rules", multiple=True, metavar="NAME=QUERY", help="Save a search to be told of; repeatable."
)
@click.option("--notify", multiple=True, metavar="URL", help="Where the rules given here tell, as apprise names places "
              "(desktop, mail, chat, webhook); without it, on standard output.")  # fmt: skip
@click.option("--every", type=click.FloatRange(min=1), default=15, show_default=True, metavar="MINUTES",
              help="How often a feed is asked.")  # fmt: skip
@click.option("--once", is_flag=True, help="Ask what is due, tell, and end: for cron and timers.")
@click.option("--private", is_flag=True, help="Also feeds in private networks.")
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    sources: tuple[str, ...],
    ledger: str,
    rules: tuple[str, ...],
    notify: tuple[str, ...],
    every: float,
    once: bool,
    private: bool,
) -> None:
    """Follow feeds, add what is new, and tell when a watched event changes.

    Sources are OPML lists (files) and feeds (addresses); they are remembered, and so are rules. Told is only that an
    event of a rule's search changed status, gained a second independent origin, or was denied: never each article.
    """
    from reportedly.ingest.web import Web
    from reportedly.ledger import Writer
    from reportedly.watch.feeds import follow
    from reportedly.watch.rules import Rule, save

    with told(), Writer(ledger) as writer:
        follow(writer, [outline for source in sources for outline in feeds_of(source)])
        for text in rules:
            name, equals, query = text.partition("=")
            if not equals or not name or not query:
                raise click.UsageError(f"--rule is NAME=QUERY, not {text!r}")
            save(writer, Rule(name, query, notify))
        web = Web(private=private)
        while True:
            look(writer, web, every)
            if once:
                return
            time.sleep(60)


def feeds_of(source: str) -> list[Outline]:
    """The feeds of a list, or the one at an address."""
    from reportedly.ingest.feed import Outline, outlines
    from reportedly.ingest.source import Source

    named = Source(source)
    if named.is_url:
        return [Outline(source, None, ())]
    try:
        return outlines(named.data())
    except OSError as error:
        raise click.ClickException(f"{source}: {error.strerror}") from error


def look(writer: Writer, web: Web, every: float) -> None:
    """Ask the feeds that are due, read what came, bring the ledger's stories up to date, tell what changed."""
    from reportedly.cli.reading import say
    from reportedly.ingest import Remark
    from reportedly.ledger.growing import follow
    from reportedly.ledger.intake import read_waiting
    from reportedly.reading import Reader
    from reportedly.watch.feeds import poll
    from reportedly.watch.rules import news

    count = 0
    for one in poll(writer, web, every):
        if isinstance(one, Remark):
            say(one.message)
        else:
            count += one.outcome != "known"
    for _ in read_waiting(writer, Reader()):
        pass
    if count:
        say(f"{count} new")
    follow(writer, wait=True)
    for each in news(writer):
        tell(each.title, each.body, each.rule.notify)


def tell(title: str, body: str, places: tuple[str, ...]) -> None:
    """Tell it where the rule says; a place that does not take it is named on standard error."""
    from reportedly.cli.reading import say

    if not places:
        click.echo(f"{title}\n{body}\n")
        return
    try:
        from apprise import Apprise
    except ImportError as error:
        raise click.ClickException("--notify needs apprise: pip install 'reportedly[watch]'") from error
    for place in places:
        messenger = Apprise()
        if not messenger.add(place) or not messenger.notify(title=title, body=body):
            say(f"{place.partition('://')[0]}: could not be told")
