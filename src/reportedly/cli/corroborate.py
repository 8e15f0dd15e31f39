"""``reportedly corroborate``: one event, many articles, how many origins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reportedly.cli.options import jobs_option, ontology_option, stories_options
from reportedly.cli.place import ledger_option, told

if TYPE_CHECKING:
    from reportedly.corroborate import Stories
    from reportedly.corroborate.judgements import Judged
    from reportedly.model import Reading


@click.command(
    "corroborate",
    epilog="Exit codes: 0 all was read, 1 some inputs failed (the others count), 2 wrong usage, 130 interrupted.",
)
@click.argument("inputs", nargs=-1, metavar="[PATH|URL|-]...")
@ledger_option
@stories_options
@click.option(
    "--anew", is_flag=True, help="Without inputs: compare all articles anew, not only what came since."
)
@click.option("--changes", is_flag=True, help="Without inputs: print only the events that are others now.")
@click.option("--output", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE",
              help="Write to this file, which appears only when it is complete.")  # fmt: skip
@ontology_option
@jobs_option
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    inputs: tuple[str, ...],
    ledger: str,
    query: str | None,
    form: str,
    output: str | None,
    every: bool,
    labels: str,
    anew: bool,
    changes: bool,
    ontology: str | None,
    jobs: int,
) -> None:
    """Tell which claims are one event, which articles share an origin, and how certainty changed in the copying.

    Inputs are whatever `read` takes, or readings that it has printed as JSON Lines. Without any, the ledger's: what is
    found in all of it is kept in it, and the next time only what came, changed or was judged since is compared.
    """
    from reportedly.cli.destination import destination
    from reportedly.cli.reading import Tally
    from reportedly.corroborate import corroborate

    whole = not (inputs or query or every)
    if (anew or changes) and not whole:
        raise click.UsageError(
            "--anew and --changes are for the whole ledger: without inputs, --query and --all"
        )
    tally = Tally()
    with told(), destination(output) as out:
        if whole:
            stories = of_ledger(ledger, anew=anew, changes=changes)
        else:
            found = given(inputs, ontology, jobs, tally) if inputs else kept(ledger, query or "")
            stories = corroborate(found, every=every, judgements=() if inputs else judged(ledger))
        if form == "json":
            import msgspec

            out.write(msgspec.json.encode(stories.to_dict()) + b"\n")
        else:
            from reportedly.show.stories import render

            out.write(render(stories, labels).encode("utf-8"))
    click.get_current_context().exit(1 if tally.failed else 0)


def given(inputs: tuple[str, ...], ontology: str | None, jobs: int, tally: object) -> Iterator[Reading]:
    """The readings of the inputs: read now, or read before."""
    from reportedly.cli.reading import Job, Tally, readings
    from reportedly.ingest.readings import matches
    from reportedly.ingest.readings import readings as stored

    assert isinstance(tally, Tally)  # noqa: S101
    for name in inputs:
        if matches(name):
            yield from stored(name)
        else:
            yield from readings(
                Job((name,), "json", None, None, None, True, False, None, {}, jobs, ontology), tally
            )


def kept(ledger: str, query: str) -> Iterator[Reading]:
    """The readings of the ledger's articles that meet a query."""
    from reportedly.ledger import View

    with View(ledger) as view:
        yield from view.readings(query)


def of_ledger(ledger: str, *, anew: bool, changes: bool) -> Stories:
    """The stories of a whole ledger, brought up to date in it; a ledger that cannot be written is told of."""
    from reportedly.corroborate import corroborate
    from reportedly.errors import LedgerError
    from reportedly.ledger import View, Writer
    from reportedly.ledger.growing import follow
    from reportedly.ledger.retold import changed_stories, kept_stories

    judgements = judged(ledger)
    try:
        with Writer(ledger) as writer:
            done = follow(writer, anew=anew)
    except LedgerError as error:
        click.echo(f"the stories were not kept: {error}", err=True)
        return corroborate(kept(ledger, ""), judgements=judgements)
    with View(ledger) as view:
        if changes and done is not None and done.how != "anew":
            return changed_stories(view, done.events, judgements)
        return kept_stories(view, judgements)


def judged(ledger: str) -> list[Judged]:
    """The ledger's standing judgements, on claims that are still there."""
    from reportedly.ledger import View
    from reportedly.ledger.growing.readings import judged

    with View(ledger) as view:
        return judged(view.connection)
