"""The reading format at the edges: dicts, JSON and the JSON Schema, all made from the model."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from reportedly.errors import ContractError
from reportedly.model import Reading

#: Encodes with keys in the model's order, so that the same reading gives the same bytes.
_ENCODER = msgspec.json.Encoder()


def to_dict(reading: Reading) -> dict[str, Any]:
    """Plain builtins in the format's order: tuples become lists."""
    data: dict[str, Any] = msgspec.to_builtins(reading)
    return data


def from_dict(data: dict[str, Any]) -> Reading:
    """The reading again, exactly.

    :raises ContractError: with the path of the first thing that is wrong.
    """
    try:
        return msgspec.convert(data, Reading)
    except msgspec.ValidationError as error:
        raise ContractError(f"not a reading: {error}") from error


def to_json(reading: Reading) -> bytes:
    """One line of UTF-8 JSON without its newline."""
    return _ENCODER.encode(reading)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the reading format."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Reading)}
    for definition in schema["$defs"].values():
        definition["additionalProperties"] = False
        if "description" in definition:
            definition["description"] = re.sub(r"\s+", " ", definition["description"]).strip()
    return schema
