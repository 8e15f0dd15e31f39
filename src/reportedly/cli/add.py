"""``reportedly add``: articles into the ledger."""

from __future__ import annotations

from collections import Counter

import click

from reportedly.cli.options import jobs_option, ontology_option
from reportedly.cli.place import ledger_option, told


@click.command(
    "add",
    epilog="Exit codes: 0 everything was taken in, 1 some was not (see `reportedly problems`), 2 wrong usage, "
    "130 interrupted: what was stored stays, and `reportedly add` reads on.",
)
@click.argument("sources", nargs=-1, metavar="[PATH|URL|-]...")
@ledger_option
@click.option(
    "--outlet", metavar="NAME", help="Who published all of these, where they do not say it themselves."
)
@click.option("--language", type=click.Choice(["fr", "en"]), help="The language of all of these.")
@click.option("--published", metavar="DATE", help="The day on which all of these appeared (ISO 8601).")
@click.option("--no-read", is_flag=True, help="Only store; a later `reportedly add` reads what waits.")
@ontology_option
@jobs_option
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    sources: tuple[str, ...],
    ledger: str,
    outlet: str | None,
    language: str | None,
    published: str | None,
    no_read: bool,
    ontology: str | None,
    jobs: int,
) -> None:
    """Take articles into the ledger and read them.

    A source is whatever `read` takes. Without any, what waits in the ledger is read. Articles that are there
    already are kept once; a page that has changed gets a new version.
    """
    from reportedly.cli.interrupt import stopping_workers
    from reportedly.cli.progress import counting
    from reportedly.cli.reading import say
    from reportedly.ingest import Remark
    from reportedly.ledger import Writer
    from reportedly.ledger.intake import read_waiting, take_in, unread
    from reportedly.reading import Reader

    given = {"outlet": outlet, "language": language, "published": published}
    count: Counter[str] = Counter()
    with told(), Writer(ledger) as writer, stopping_workers(jobs):
        with counting("stored") as advance:
            for one in take_in(writer, sources, {key: value for key, value in given.items() if value}):
                advance()
                if isinstance(one, Remark):
                    say(one.message)
                    count["failed"] += one.failed
                else:
                    count[one.outcome] += 1
        if not no_read:
            reader = Reader(ontology=ontology)
            with counting("read", unread(writer, reader)) as advance:
                for reading in read_waiting(writer, reader, jobs):
                    advance()
                    count["read"] += 1
                    count["failed"] += any(problem.stage == "reader" for problem in reading.problems)
    say(
        f"{ledger}: "
        + ", ".join(f"{count[key]} {key}" for key in ("new", "changed", "known", "read", "failed"))
    )
    click.get_current_context().exit(1 if count["failed"] else 0)
