"""``reportedly why``: the argument for a claim or an event, from the words to the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.options import ontology_option
from reportedly.cli.place import ledger_option, told

if TYPE_CHECKING:
    from reportedly.cli.reading import Job, Tally
    from reportedly.model import Claim, Reading

#: An id of the ledger: a letter for its kind, and twelve more; an event's is that of its first claim behind an "s".
_ID = re.compile("[ac][a-z2-7]{12}|sc[a-z2-7]{12}")
#: What `corroborate` calls an event.
_EVENT = re.compile(r"e\d+")
_URL = re.compile(r"https?://", re.IGNORECASE)


@click.command(
    "why",
    epilog="Exit codes: 0 all was told, 1 an article could not be read or a claim is not there, 2 wrong usage.",
)
@click.argument("names", nargs=-1, required=True, metavar="[PATH|URL|-]... [ID|CLAIM|EVENT]...")
@ledger_option
@click.option("--language", type=click.Choice(["fr", "en"]), help="The language of the article.")
@click.option("--published", metavar="DATE", help="The day on which the article appeared (ISO 8601).")
@ontology_option
@click.option("--labels", type=click.Choice(["fr", "en"]), help="The language of the argument.")
@click.option("--all", "every", is_flag=True, help="Also claims and events outside the ontology.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="What to print.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    names: tuple[str, ...],
    ledger: str,
    language: str | None,
    published: str | None,
    ontology: str | None,
    labels: str | None,
    every: bool,
    form: str,
    as_json: bool,
) -> None:
    """Tell why a claim is read as it is: which words name the act, who takes part, who says so, how sure it is.

    Or why claims of many articles are one event, and why it has as many origins as it has. A CLAIM is an id that
    `read --explain` or JSON shows (c3) or the word that names the act; without any, all claims are argued. An EVENT
    is an id that `corroborate` shows for the same articles (e3). An ID is that of a claim, an article or an event of
    the ledger; without articles, events are the ledger's.
    """
    from reportedly.cli.reading import Job, Tally
    from reportedly.errors import LexiconError, PipelineError

    inputs, wanted = parted(names)
    events = [name for name in wanted if _EVENT.fullmatch(name) or is_story(name)]
    claims = tuple(name for name in wanted if name not in events)
    tally, as_json = Tally(), as_json or form == "json"
    try:
        with told():
            if claims and not inputs:
                tell_kept(claims[0], claims[1:], ledger, labels, as_json, tally)
            elif claims or not events:
                job = Job(
                    inputs,
                    "text",
                    None,
                    language,
                    published,
                    every or bool(claims),
                    False,
                    labels,
                    {},
                    1,
                    ontology,
                )
                tell_read(job, claims, as_json, tally)
            if events:
                from reportedly.cli.why_event import tell_events

                tell_events(inputs, events, ledger, ontology, labels, every, as_json, tally)
    except (LexiconError, PipelineError) as error:
        raise click.UsageError(str(error)) from error
    click.get_current_context().exit(1 if tally.failed else 0)


def parted(names: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is to be read, and what is asked for; what is no id comes first and is to be read, there or not."""
    ahead = names[0]
    known = [name for place, name in enumerate(names) if readable(name) or (place == 0 and not is_id(ahead))]
    return tuple(known), tuple(name for name in names if name not in known)


def readable(name: str) -> bool:
    """Whether a name is that of something to read."""
    return name == "-" or _URL.match(name) is not None or Path(name).exists()


def is_id(name: str) -> bool:
    """Whether a name can be that of something in the ledger."""
    return _ID.fullmatch(name) is not None or _EVENT.fullmatch(name) is not None


def is_story(name: str) -> bool:
    """Whether a name is that of an event of the ledger."""
    return _ID.fullmatch(name) is not None and name.startswith("s")


def tell_read(job: Job, claims: tuple[str, ...], as_json: bool, tally: Tally) -> None:
    """Print the argument for claims of articles that are read now."""
    from reportedly.cli.reading import readings

    seen, unmet = [], set(claims)
    for reading in readings(job, tally):
        lines, missing = tell(reading, claims, job.labels, as_json)
        for line in lines:
            click.echo(line)
        unmet &= set(missing)
        seen.append(reading.document.id or job.inputs[0])
    where = seen[0] if len(seen) == 1 else f"{len(seen)} articles"
    for name in sorted(unmet) if seen else ():
        tally.fail(f"{where}: there is no claim {name!r}")


def tell_kept(
    name: str, wanted: tuple[str, ...], ledger: str, labels: str | None, as_json: bool, tally: Tally
) -> None:
    """Print the argument for a claim of the ledger, or for those of an article."""
    from reportedly.ledger import View

    with View(ledger) as view:
        if name.startswith("c"):
            claim = view.claim(name)
            name, wanted = claim.article, (claim.local, *wanted)
        lines, missing = tell(view.reading(name), wanted, labels, as_json)
        for line in lines:
            click.echo(line)
    for each in missing:
        tally.fail(f"{name}: there is no claim {each!r}")


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

    yield from printed(title(claim, reading, labels), argument(claim, reading, labels))


def printed(title: str, steps: Sequence[tuple[str, list[str]]]) -> Iterator[str]:
    """An argument as lines, each step under its heading, and an empty line behind it."""
    yield title
    for heading, lines in steps:
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
