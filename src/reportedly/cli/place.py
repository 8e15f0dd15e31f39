"""Which ledger a command works on, and how it ends when that cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from reportedly.cli.config import setting

DEFAULT = "reportedly.db"


def _default() -> str:
    return setting("ledger") or DEFAULT


def ledger_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option ``--ledger``, which every command on the ledger has."""
    return click.option(
        "--ledger",
        type=click.Path(dir_okay=False),
        envvar="REPORTEDLY_LEDGER",
        default=_default,
        metavar="FILE",
        help="The ledger's file; else REPORTEDLY_LEDGER, the setting `ledger`, or reportedly.db in this folder.",
    )(command)


@contextmanager
def told() -> Iterator[None]:
    """Our errors as the command line shows them, with exit code 1."""
    from reportedly.errors import ReportedlyError

    try:
        yield
    except ReportedlyError as error:
        raise click.ClickException(str(error)) from error
