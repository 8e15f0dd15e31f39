"""The reading format at the edges: dicts, JSON and the JSON Schema, all made from the model.

The format says of times and quantities that they have a span, and programs that speak it look for its offsets in both
places: under ``span`` and beside ``id``, as mentions have them. So both are written.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from reportedly.errors import ContractError
from reportedly.model import Reading

#: The lists whose records repeat their span's fields, and what these records are called.
REPEATED = {"times": "Time", "quantities": "Quantity"}

#: Encodes with keys in the model's order, so that the same reading gives the same bytes.
_ENCODER = msgspec.json.Encoder()


def to_dict(reading: Reading) -> dict[str, Any]:
    """Plain builtins in the format's order: tuples become lists."""
    data: dict[str, Any] = msgspec.to_builtins(reading)
    for name in REPEATED:
        data[name] = [{"id": record["id"], **record["span"], **record} for record in data[name]]
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
    return _ENCODER.encode(to_dict(reading))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the reading format."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Reading)}
    span = schema["$defs"]["Span"]
    for name in REPEATED.values():
        schema["$defs"][name]["properties"] |= span["properties"]
        schema["$defs"][name]["required"] += span["required"]
    for definition in schema["$defs"].values():
        definition["additionalProperties"] = False
        if "description" in definition:
            definition["description"] = re.sub(r"\s+", " ", definition["description"]).strip()
    return schema
