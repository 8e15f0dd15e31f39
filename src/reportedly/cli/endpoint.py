"""The options of a reader that asks a language model: an endpoint is asked only where ``--reader llm`` says so."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from reportedly.llm import LlmReader

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Llm:
    """Which endpoint is asked, and how much may be spent."""

    url: str
    model: str
    budget: int | None
    cache: str | None

    def reader(self) -> LlmReader:
        """The reader; its key comes from the environment alone.

        :raises InputError: if the address is none.
        """
        from reportedly.llm import Endpoint, LlmReader
        from reportedly.llm.cache import Cache, default
        from reportedly.llm.endpoint import KEY

        endpoint = Endpoint(self.url, self.model, os.environ.get(KEY) or None, self.budget)
        return LlmReader(endpoint, Cache(self.cache or default()))


def llm_options(command: Command) -> Command:
    """Which reader reads, and how a model is reached."""
    options = (
        click.option(
            "--reader",
            type=click.Choice(["bundled", "llm"]),
            default="bundled",
            show_default=True,
            help="Who reads; llm sends the articles to --llm-url.",
        ),
        click.option(
            "--llm-url",
            metavar="URL",
            help="An OpenAI-compatible endpoint, such as http://localhost:8000/v1; "
            "its key, if it needs one, in REPORTEDLY_LLM_KEY.",
        ),
        click.option("--llm-model", metavar="NAME", help="The model to ask for."),
        click.option(
            "--llm-budget",
            type=click.IntRange(min=1),
            metavar="TOKENS",
            help="The most tokens to spend in this run.",
        ),
        click.option(
            "--llm-cache",
            type=click.Path(file_okay=False),
            metavar="DIR",
            help="Where answers are kept, so that none is paid for twice.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def llm_of(options: Mapping[str, Any]) -> Llm | None:
    """The endpoint of a command line, None where the bundled reader reads."""
    given = [
        name for name in ("llm_url", "llm_model", "llm_budget", "llm_cache") if options[name] is not None
    ]
    if options["reader"] != "llm":
        if given:
            name = given[0].replace("_", "-")
            raise click.UsageError(f"--{name} goes with --reader llm; without it nothing is sent anywhere")
        return None
    for name in ("llm_url", "llm_model"):
        if not options[name]:
            raise click.UsageError(f"--reader llm needs --{name.replace('_', '-')}")
    return Llm(options["llm_url"], options["llm_model"], options["llm_budget"], options["llm_cache"])
