"""``reportedly why``: the argument for a claim, from the words to the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.place import ledger_option, told

if TYPE_CHECKING:
    from reportedly.model import Claim, Reading

#: An id of the ledger: a letter for its kind, and twelve more.
_ID = re.compile("[ac][a-z2-7]{12}")


@click.command(
    "why",
    epilog="Exit codes: 0 all was told, 1 an article could not be read or a claim is not there, 2 wrong usage.",
)
@click.argument("article", metavar="PATH|URL|-|ID")
@ledger_option
@click.argument("claims", nargs=-1, metavar="[CLAIM]...")
@click.option("--language", type=click.Choice(["fr", "en"]), help="The language of the article.")
@click.option("--published", metavar="DATE", help="The day on which the article appeared (ISO 8601).")
@click.option(
    "--ontology", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="Your own ontology."
)
@click.option("--labels", type=click.Choice(["fr", "en"]), help="The language of the argument.")
@click.option("--all", "every", is_flag=True, help="Also claims outside the ontology.")
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object a claim.")
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    article: str,
    claims: tuple[str, ...],
    ledger: str,
    language: str | None,
    published: str | None,
    ontology: str | None,
    labels: str | None,
    every: bool,
    as_json: bool,
) -> None:
    """Tell why a claim is read as it is: which words name the act, who takes part, who says so, how sure it is.

    A CLAIM is an id that `read --explain` or JSON shows (c3) or the word that names the act; without any, all
    claims are argued. An ID is that of a claim or an article of the ledger.
    """
    from reportedly.cli.reading import Job, Tally, readings
    from reportedly.errors import InputError, LexiconError, PipelineError

    if kept(article):
        with told():
            click.get_current_context().exit(tell_kept(article, claims, ledger, labels, as_json))
    job = Job(
        (article,), "text", None, language, published, every or bool(claims), False, labels, {}, 1, ontology
    )
    tally = Tally()
    try:
        for reading in readings(job, tally):
            lines, missing = tell(reading, claims, labels, as_json)
            for line in lines:
                click.echo(line)
            for name in missing:
                tally.fail(f"{reading.document.id or article}: there is no claim {name!r}")
    except (InputError, LexiconError, PipelineError) as error:
        raise click.UsageError(str(error)) from error
    click.get_current_context().exit(1 if tally.failed else 0)


def kept(name: str) -> bool:
    """Whether a name is that of something in the ledger, and of no file."""
    return _ID.fullmatch(name) is not None and not Path(name).exists()


def tell_kept(name: str, wanted: tuple[str, ...], ledger: str, labels: str | None, as_json: bool) -> int:
    """Print the argument for a claim of the ledger, or for those of an article; the exit code."""
    from reportedly.ledger import View

    with View(ledger) as view:
        if name.startswith("c"):
            claim = view.claim(name)
            name, wanted = claim.article, (claim.local, *wanted)
        lines, missing = tell(view.reading(name), wanted, labels, as_json)
        for line in lines:
            click.echo(line)
    for each in missing:
        click.echo(f"reportedly: {name}: there is no claim {each!r}", err=True)
    return 1 if missing else 0


def tell(
    reading: Reading, wanted: tuple[str, ...], labels: str | None, as_json: bool
) -> tuple[Iterator[str], list[str]]:
    """The lines to print, and the claims that were asked for in vain."""
    from reportedly.show.why import find

    found, missing = find(reading, wanted)
    lines = (
        line for claim in found for line in (json_lines if as_json else text_lines)(claim, reading, labels)
    )
    return lines, missing


def text_lines(claim: Claim, reading: Reading, labels: str | None) -> Iterator[str]:
    """A claim's argument for people."""
    from reportedly.show.why import argument, title

    yield title(claim, reading, labels)
    for heading, lines in argument(claim, reading, labels):
        yield f"  {heading}"
        yield from (f"    {line}" for line in lines)
    yield ""


def json_lines(claim: Claim, reading: Reading, labels: str | None) -> Iterator[str]:
    """A claim's argument as one JSON object."""
    import json

    from reportedly.show.why import argument, title

    steps = [{"heading": heading, "lines": lines} for heading, lines in argument(claim, reading, labels)]
    told = {
        "article": reading.document.id,
        "claim": claim.id,
        "title": title(claim, reading, labels),
        "steps": steps,
    }
    yield json.dumps(told, ensure_ascii=False)
