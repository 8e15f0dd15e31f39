"""``reportedly drift``: how certainty changes in the copying, over a whole collection."""

from __future__ import annotations

import click

from reportedly.cli.place import ledger_option, told


@click.command(
    "drift", epilog="Exit codes: 0 all was read, 1 some inputs failed (the others count), 2 wrong usage."
)
@click.argument("inputs", nargs=-1, metavar="[PATH|URL|-]...")
@ledger_option
@click.option(
    "--query",
    metavar="QUERY",
    help="Without inputs: the articles of the ledger that meet it, as in `search`.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="What to print.")  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Also events outside the ontology.")
@click.option(
    "--labels", type=click.Choice(["fr", "en"]), default="en", help="The language of headings and labels."
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
              help="How many processes read at once.")  # fmt: skip
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
