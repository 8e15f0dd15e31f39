"""``reportedly compare``: how far two readers agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.endpoint import llm_of, llm_options
from reportedly.cli.options import jobs_option
from reportedly.cli.place import told

if TYPE_CHECKING:
    from reportedly.cli.reading import Tally
    from reportedly.model import Article, Reading

#: Names of readers besides pipelines.
BUNDLED, LLM = "bundled", "llm"


@click.command(
    "compare",
    epilog="Exit codes: 0 all was read, 1 some inputs failed (the others count), 2 wrong usage, 130 interrupted.",
)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.argument("inputs", nargs=-1, metavar="[PATH|URL|-]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="What to print.")  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Also claims outside the ontology.")
@click.option("--examples", type=click.IntRange(min=0), default=5, show_default=True, metavar="N",
              help="How many examples of each disagreement.")  # fmt: skip
@click.option(
    "--labels", type=click.Choice(["fr", "en"]), default="en", help="The language of headings and labels."
)
@llm_options
@jobs_option
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    one: str,
    other: str,
    inputs: tuple[str, ...],
    form: str,
    every: bool,
    examples: int,
    labels: str,
    jobs: int,
    **llm: Any,
) -> None:
    """Tell how far two readers agree: on which claims, and on what about those that both found.

    A and B are files of readings that `read` has printed as JSON Lines. With inputs, each may also be a reader, which
    then reads them: `bundled`, a spaCy pipeline as with `read --pipeline`, or `llm` (with its options).
    """
    from reportedly.cli.reading import Tally
    from reportedly.compare import compare

    tally = Tally()
    llm["reader"] = LLM if LLM in (one, other) else llm["reader"]
    articles = Articles(inputs, tally)
    with told():
        sides = [readings_of(name, articles, jobs, llm) for name in (one, other)]
        found = compare(*sides, names=(one, other), every=every, examples=examples)
        if form == "json":
            import msgspec

            click.echo(msgspec.json.format(msgspec.json.encode(found.to_dict()), indent=2))
        else:
            from reportedly.show.comparison import render

            click.echo(render(found, labels), nl=False)
    click.get_current_context().exit(1 if tally.failed else 0)


class Articles:
    """The inputs' articles, taken in once for both readers."""

    def __init__(self, inputs: Sequence[str], tally: Tally) -> None:
        self.inputs = inputs
        self.tally = tally
        self.found: list[Article] | None = None

    def taken_in(self, name: str) -> list[Article]:
        """All of them.

        :param name: the reader that asks for them.
        """
        from reportedly.cli.reading import Job, taken_in

        if not self.inputs:
            raise click.UsageError(
                f"{name!r} is no file of readings; to let a reader read, name articles behind A and B"
            )
        if self.found is None:
            job = Job(tuple(self.inputs), "json", None, None, None, True, False, None, {}, 1)
            self.found = list(taken_in(job, self.tally))
        return self.found


def readings_of(name: str, articles: Articles, jobs: int, llm: dict[str, Any]) -> Iterable[Reading]:
    """The readings of a file, or those of a reader."""
    from reportedly.ingest.readings import matches, readings

    if matches(name):
        return list(readings(name))
    found = articles.taken_in(name)
    if name == LLM:
        endpoint = llm_of(llm)
        assert endpoint is not None  # noqa: S101
        return list(endpoint.reader().read_many(found, jobs))
    from reportedly.cli.read import pipelines_of
    from reportedly.reading import Reader

    pipelines = {} if name == BUNDLED else pipelines_of([name])
    return list(Reader(pipelines).read_many(found, jobs))
