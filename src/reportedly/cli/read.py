"""``reportedly read``: articles in, readings out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from reportedly.cli.config import ontology
from reportedly.cli.endpoint import llm_of, llm_options
from reportedly.cli.options import jobs_option

FORMATS = ("text", "json", "jsonl", "html")
SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html"}


def _date(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """The date as given, once it is known to be one."""
    from reportedly.ingest.record import is_iso_date

    if value is not None and not is_iso_date(value):
        raise click.BadParameter(f"{value!r} is not an ISO 8601 date such as 2026-03-04")
    return value


def parsed_pipelines(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Those of the settings, and those that are given here."""
    from reportedly.cli.config import pipelines

    return {**pipelines(), **pipelines_of(values)}


def pipelines_of(values: Iterable[str]) -> dict[str, str]:
    """Pipelines by language; a bare name says its language as spaCy's names do, a folder in its meta.json."""
    found: dict[str, str] = {}
    for value in values:
        language, equals, name = value.partition("=")
        if not equals or not language.isalpha():
            language, name = _language_of_pipeline(value), value
        found[language.lower()] = name
    return found


def _language_of_pipeline(name: str) -> str:
    import json

    meta = Path(name) / "meta.json"
    if meta.is_file():
        return str(json.loads(meta.read_text(encoding="utf-8")).get("lang", ""))
    prefix, underscore, _ = Path(name).name.partition("_")
    if underscore and len(prefix) in {2, 3} and prefix.isalpha():
        return prefix
    raise click.BadParameter(f"cannot tell the language of {name!r}: write LANG={name}")


@click.command(
    "read",
    epilog="Exit codes: 0 all inputs were read, 1 some failed (the others are printed), 2 wrong usage, "
    "130 interrupted.",
)
@click.argument("inputs", nargs=-1, metavar="[PATH|URL|-]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="What to print; by default what the ending of --output says, else text.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write to this file, which appears only when it is complete.",
)
@click.option(
    "--language",
    type=click.Choice(["fr", "en"]),
    help="The language of the articles, if the reader is not to find out.",
)
@click.option(
    "--published",
    callback=_date,
    metavar="DATE",
    help="The day on which the articles appeared (ISO 8601); dates are resolved against it.",
)
@click.option("--all", "every", is_flag=True, help="Also claims outside the ontology.")
@click.option(
    "--gate/--no-gate",
    default=True,
    help="Leave unparsed, and empty, an article of which no word may name an act; it has no claims.  [default: gate, "
    "but with --all]",
)
@click.option(
    "--explain", is_flag=True, help="For each claim, the path from the words to the verdict (text, html)."
)
@click.option(
    "--labels",
    type=click.Choice(["fr", "en"]),
    help="The language of headings and labels; by default the article's own.",
)
@click.option(
    "--pipeline",
    "pipelines",
    multiple=True,
    callback=parsed_pipelines,
    metavar="[LANG=]NAME",
    help="A spaCy pipeline, by name or path, instead of the bundled one; repeatable.",
)
@click.option(
    "--ontology",
    type=click.Path(exists=True, dir_okay=False),
    default=ontology,
    metavar="FILE",
    help="Your own acts and the words that name them, beside PLOVER's; `reportedly ontology FILE` checks it.",
)
@llm_options
@jobs_option
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    inputs: tuple[str, ...],
    form: str | None,
    output: str | None,
    language: str | None,
    published: str | None,
    every: bool,
    gate: bool,
    explain: bool,
    labels: str | None,
    pipelines: dict[str, str],
    ontology: str | None,
    jobs: int,
    **llm: Any,
) -> None:
    """Read articles and print what they report.

    An input is a text file, a web page (a file or an address), JSON Lines or JSON with one object per
    article, a folder of these, or - for standard input (plain text, or JSON Lines when it parses as such).
    """
    if not inputs:
        if sys.stdin.isatty():
            click.echo(click.get_current_context().get_help())
            return
        inputs = ("-",)
    form = form or SUFFIXES.get(Path(output or "").suffix.lower(), "text")
    if explain and form in {"json", "jsonl"}:
        raise click.UsageError("--explain goes with --format text or html; JSON carries the cues themselves")
    from reportedly.cli.reading import Job, run

    job = Job(
        inputs,
        form,
        output,
        language,
        published,
        every,
        explain,
        labels,
        pipelines,
        jobs,
        ontology,
        llm_of(llm),
        gate,
    )
    click.get_current_context().exit(run(job))
