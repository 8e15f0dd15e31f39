"""What ``reportedly read`` does once its command line is understood: take in, read, write, count failures."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

import click

from reportedly.cli.destination import destination
from reportedly.cli.endpoint import Llm
from reportedly.cli.interrupt import stopping_workers
from reportedly.cli.progress import progress
from reportedly.errors import InputError, LexiconError, PipelineError
from reportedly.export import jsondoc, jsonl
from reportedly.export.selection import within_ontology
from reportedly.ingest import Remark, articles
from reportedly.model import Article, Reading

if TYPE_CHECKING:
    from reportedly.llm import LlmReader
    from reportedly.reading import Reader

Write = Callable[[Iterable[Reading], BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Job:
    """A command line of ``reportedly read``, understood."""

    inputs: tuple[str, ...]
    form: str
    output: str | None
    language: str | None
    published: str | None
    every: bool
    explain: bool
    labels: str | None
    pipelines: dict[str, str]
    jobs: int
    ontology: str | None = None
    llm: Llm | None = None
    gate: bool = False


@dataclass(slots=True)
class Tally:
    """How much went wrong so far."""

    failed: int = 0
    seen: list[str] = field(default_factory=list)

    def fail(self, message: str) -> None:
        """Say what failed, and remember that something did."""
        self.failed += 1
        say(message)


def say(message: str) -> None:
    """One line for people, kept off the standard output."""
    click.echo(f"reportedly: {message}", err=True)


def run(job: Job) -> int:
    """Read everything and write it; the exit code."""
    logging.getLogger("reportedly").addHandler(logging.NullHandler())
    tally = Tally()
    try:
        with stopping_workers(job.jobs), destination(job.output) as out:
            write = writer(job, out)
            write(readings(job, tally), out)
    except (InputError, LexiconError, PipelineError) as error:
        raise click.UsageError(str(error)) from error
    return 1 if tally.failed else 0


def readings(job: Job, tally: Tally) -> Iterator[Reading]:
    """The readings in the order of the inputs, without what was not asked for."""
    reader = reader_of(job)
    with progress(job.inputs, job.output) as advance:
        for reading in reader.read_many(taken_in(job, tally), jobs=job.jobs):
            advance()
            for problem in reading.problems:
                if problem.stage == "reader":
                    tally.fail(f"{reading.document.id or 'article'}: could not be read: {problem.message}")
            yield reading if job.every else within_ontology(reading)


def reader_of(job: Job) -> Reader | LlmReader:
    """The reader that was asked for: the bundled one, unless somebody named an endpoint."""
    if job.llm is not None:
        return job.llm.reader()
    from reportedly.reading import Reader

    return Reader(job.pipelines, ontology=job.ontology, every=job.every, gate=job.gate)


def taken_in(job: Job, tally: Tally) -> Iterator[Article]:
    """The articles of all inputs, with what the command line says of them; remarks go to standard error."""
    given = {key: value for key in ("language", "published") if (value := getattr(job, key))}
    for name in job.inputs:
        for found in articles(name):
            if isinstance(found, Remark):
                tally.fail(found.message) if found.failed else say(found.message)
            else:
                yield replace(found, **given)


def writer(job: Job, out: BinaryIO) -> Write:
    """The function that writes readings in the format asked for."""
    if job.form == "json":
        return jsondoc.write
    if job.form == "jsonl":
        return jsonl.write
    from reportedly.show import html, text

    if job.form == "html":
        return lambda found, to: html.write(found, to, labels=job.labels, explain=job.explain)
    style = text.style_for(out, labels=job.labels, explain=job.explain)
    return lambda found, to: text.write(found, to, style)
