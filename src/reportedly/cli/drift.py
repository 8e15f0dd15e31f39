"""``reportedly drift``: how certainty changes in the copying, over a whole collection."""

from __future__ import annotations

import click

from reportedly.cli.options import jobs_option, stories_options
from reportedly.cli.place import ledger_option, told


@click.command(
    "drift", epilog="Exit codes: 0 all was read, 1 some inputs failed (the others count), 2 wrong usage."
)
@click.argument("inputs", nargs=-1, metavar="[PATH|URL|-]...")
@ledger_option
@stories_options
@jobs_option
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    inputs: tuple[str, ...], ledger: str, query: str | None, form: str, every: bool, labels: str, jobs: int
) -> None:
    """Tell which outlets make copied claims surer or less sure, which cues they drop or add, and on what.

    Inputs are those of `corroborate`. Without any, the ledger's articles.
    """
    from reportedly.cli.corroborate import given, judged, kept
    from reportedly.cli.reading import Tally
    from reportedly.corroborate import corroborate
    from reportedly.corroborate.summary import summary

    tally = Tally()
    with told():
        found = given(inputs, None, jobs, tally) if inputs else kept(ledger, query or "")
        result = summary(corroborate(found, every=every, judgements=() if inputs else judged(ledger)))
        if form == "json":
            import msgspec

            click.echo(msgspec.json.encode(result))
        else:
            from reportedly.show.drift import render

            click.echo(render(result, labels), nl=False)
    click.get_current_context().exit(1 if tally.failed else 0)
