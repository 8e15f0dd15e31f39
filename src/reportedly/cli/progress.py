"""A progress bar on standard error, where somebody is there to see it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(inputs: tuple[str, ...], output: str | None) -> Iterator[Callable[[], None]]:
    """A function to call after each article.

    There is a bar only if standard error is a terminal, the output does not go to that same terminal, and
    there may be more than one article.
    """
    to_terminal = output in {None, "-"} and sys.stdout.isatty()
    if not sys.stderr.isatty() or to_terminal or _single(inputs):
        yield lambda: None
        return
    with counting() as advance:
        yield advance


@contextmanager
def counting(what: str = "", total: int | None = None) -> Iterator[Callable[[], None]]:
    """A function to call after each step; the bar shows only where standard error is a terminal.

    :param total: how many steps there will be, if that is known.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def _single(inputs: tuple[str, ...]) -> bool:
    """Whether this is surely one article: one input that is neither a table nor a folder."""
    from reportedly.ingest import folder, jsonfile, jsonlines
    from reportedly.ingest.source import Source

    source = Source(inputs[0])
    return len(inputs) == 1 and not any(form.matches(source) for form in (folder, jsonfile, jsonlines))
