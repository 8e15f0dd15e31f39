"""Rows for people and for programs: a table on a terminal, TSV in a pipe, JSON Lines, JSON or CSV when asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

import click

from reportedly.export.rows import one_line, separated

FORMATS = ("table", "jsonl", "json", "csv", "tsv")


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option ``--format`` of every command that prints rows."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        help="What to print; without it a table on a terminal, and tab-separated values in a pipe.",
    )(command)


def show(
    rows: Iterable[Mapping[str, Any]], form: str | None, columns: Sequence[str], short: Sequence[str]
) -> None:
    """Print rows as they come.

    :param columns: the keys in order; rows may lack some.
    :param short: the keys that a table shows, since a terminal is narrow.
    """
    form = form or ("table" if sys.stdout.isatty() else "tsv")
    if form == "table":
        table(rows, short)
        return
    for line in lines(rows, form, columns):
        click.echo(line, nl=False)


def lines(rows: Iterable[Mapping[str, Any]], form: str, columns: Sequence[str]) -> Iterator[str]:
    """The rows in a format for programs, line by line."""
    if form == "jsonl":
        yield from (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    elif form == "json":
        yield from _json(rows)
    else:
        yield from separated(rows, columns, "," if form == "csv" else "\t")


def _json(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    rest = iter(rows)
    first = list(islice(rest, 1))
    yield "["
    for number, row in enumerate(chain(first, rest)):
        yield (",\n" if number else "\n") + json.dumps(row, ensure_ascii=False)
    yield "\n]\n" if first else "]\n"


def table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """A table as wide as the terminal; long fields are wrapped."""
    from rich.console import Console
    from rich.table import Table

    from reportedly.show.index import harmless

    found = list(rows)
    grid = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for number, key in enumerate(columns):
        grid.add_column(key, no_wrap=not number, overflow="fold")
    for row in found:
        grid.add_row(*(harmless(one_line(row.get(key))) for key in columns))
    Console(highlight=False, markup=False, emoji=False).print(grid)
