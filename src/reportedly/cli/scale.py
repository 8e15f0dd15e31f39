"""``reportedly scale``: read and corroborate archives, in pieces that survive a kill."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.options import ontology_option
from reportedly.cli.place import told
from reportedly.cli.read import parsed_pipelines

if TYPE_CHECKING:
    from reportedly.scale.layout import Archive
    from reportedly.scale.units import Settings

#: What is told of each step when it is done.
DONE = {
    "intake": "files taken in",
    "read": "parts read",
    "links": "days joined",
    "stories": "blocks corroborated",
    "merge": "merged",
}


@click.command(
    "scale",
    epilog="Exit codes: 0 everything is done, 1 some pieces failed (the others stand; run it again), 2 wrong usage, "
    "130 interrupted: run it again to go on.",
)
@click.argument("inputs", nargs=-1, metavar="[PATH]...")
@click.option("--to", "root", type=click.Path(file_okay=False), required=True, metavar="DIR",
              help="The archive: a new folder, or one that this command has made.")  # fmt: skip
@click.option("--runner", type=click.Choice(["native", "ray"]), default="native", show_default=True,
              help="Daft on this machine's cores, or on Ray (RAY_ADDRESS; without it, on this machine).")  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
              help="How many pieces are worked on at once.")  # fmt: skip
@click.option("--window", type=click.IntRange(min=0), default=7, show_default=True, metavar="DAYS",
              help="How many days back originals and events are looked for.")  # fmt: skip
@click.option("--block", type=click.IntRange(min=1), default=7, show_default=True, metavar="DAYS",
              help="How many days are corroborated together.")  # fmt: skip
@click.option("--part", type=click.IntRange(min=1), default=500, show_default=True, metavar="N",
              help="How many articles are read as one piece.")  # fmt: skip
@click.option("--no-corroborate", is_flag=True, help="Only read; a later run corroborates.")
@click.option("--pipeline", "pipelines", multiple=True, callback=parsed_pipelines, metavar="[LANG=]NAME",
              help="A spaCy pipeline instead of the bundled one, as with `read`; repeatable.")  # fmt: skip
@ontology_option
def command(  # noqa: PLR0913, PLR0917  # one parameter per option
    inputs: tuple[str, ...],
    root: str,
    runner: str,
    jobs: int,
    window: int,
    block: int,
    part: int,
    no_corroborate: bool,
    pipelines: dict[str, str],
    ontology: str | None,
) -> None:
    """Read and corroborate Parquet files, web archives or any files that `read` takes, into Parquet tables by day.

    What is done stays done: a run that was stopped or killed goes on where it was, and files that were added or
    changed are all that a later run works on. Without inputs, what is in the archive is gone on with.
    """
    with told():
        from reportedly.scale.needed import needed

        needed()
        from reportedly.scale.layout import Archive
        from reportedly.scale.runners import bring_down
        from reportedly.scale.units import STEPS, Settings

        archive = Archive.opened(root, make=bool(inputs))
        named = {language: whole(name) for language, name in pipelines.items()}
        settings = Settings(named, ontology and whole(ontology), window, block, part)
        failed = 0
        try:
            for step in STEPS[: 2 if no_corroborate else len(STEPS)]:
                if step != "intake" or inputs:
                    failed += done(archive, step, settings, inputs, runner, jobs)
        finally:
            bring_down()
    click.get_current_context().exit(1 if failed else 0)


def whole(name: str) -> str:
    """A path from wherever a worker stands; a package's name as it is."""
    return str(Path(name).resolve()) if Path(name).exists() else name


def done(
    archive: Archive, step: str, settings: Settings, inputs: tuple[str, ...], runner: str, jobs: int
) -> int:
    """Do what is left of a step; how many pieces failed."""
    from reportedly.cli.progress import counting
    from reportedly.cli.reading import say
    from reportedly.scale.runners import run
    from reportedly.scale.units import units_of, waiting

    units = units_of(step, archive, settings, inputs)
    left = waiting(archive, units)
    failed = rows = 0
    with counting(step, len(left)) as advance:
        for result in run(archive, left, settings, runner, jobs):
            advance()
            rows += result["rows"]
            if result["error"]:
                failed += 1
                say(f"{step} {result['key']}: {result['error']}")
    fresh = f"{len(left) - failed} of {len(units)} {DONE[step]} now"
    say(f"{step}: {fresh}, {rows} rows" + (f", {failed} failed" if failed else ""))
    return failed
