"""``reportedly schema``: the reading format as JSON Schema."""

from __future__ import annotations

import json

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the readings that `read --format json` prints."""
    from reportedly.contract import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
