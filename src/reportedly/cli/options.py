"""Options that several commands share, each worded once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from reportedly.cli.config import ontology

Command = Callable[..., Any]


def jobs_option(command: Command) -> Command:
    """How many processes read at once."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar="N",
        help="How many processes read at once.",
    )(command)


def ontology_option(command: Command) -> Command:
    """A user's own ontology; without it, that of the settings."""
    return click.option(
        "--ontology",
        type=click.Path(exists=True, dir_okay=False),
        default=ontology,
        metavar="FILE",
        help="Your own ontology.",
    )(command)


def stories_options(command: Command) -> Command:
    """What of the ledger is corroborated, how much of it is told, and in which words."""
    options = (
        click.option(
            "--query",
            metavar="QUERY",
            help="Without inputs: the articles of the ledger that meet it, as in `search`.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            help="What to print.",
        ),
        click.option("--all", "every", is_flag=True, help="Also events outside the ontology."),
        click.option(
            "--labels",
            type=click.Choice(["fr", "en"]),
            default="en",
            help="The language of headings and labels.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command
