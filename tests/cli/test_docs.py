"""The page on the command names every option and every exit code there is."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli import COMMANDS, main

PAGE = (Path(__file__).parents[2] / "docs" / "command.md").read_text(encoding="utf-8")

#: The first columns of all tables.
ROWS = [line.split(" | ")[0] for line in PAGE.splitlines() if line.startswith("| `")]


def test_every_option_of_every_command_is_documented() -> None:
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        assert f"reportedly {name}" in PAGE
        for parameter in command.params:
            for option in parameter.opts if isinstance(parameter, click.Option) else ():
                assert any(f"`{option}" in row for row in ROWS), option


def test_every_exit_code_is_documented() -> None:
    for code in (0, 1, 2, 130, 141):
        assert f"| {code} |" in PAGE
