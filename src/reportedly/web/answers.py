"""Answers in JSON: ``"ok": true`` before what is told, and the shapes that lists can take."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import msgspec
from starlette.responses import Response

from reportedly.model import Reading
from reportedly.web.errors import Refused

#: How a list can be had: objects within the answer, rows within the answer, objects alone.
SHAPES = ("objects", "arrays", "array")


def json_answer(told: object, status: int = 200) -> Response:
    """Anything as JSON."""
    return Response(msgspec.json.encode(told), status, media_type="application/json")


def shaped(told: object, rows: str | None, shape: str) -> object:
    """What a page tells, with its list in the shape that was asked for.

    :param rows: the field that is the page's list, if it has one.
    """
    if shape not in SHAPES or (rows is None and shape != "objects"):
        raise Refused(400, f"_shape: {shape!r} is none of {', '.join(SHAPES if rows else SHAPES[:1])}")
    data = plain(told)
    if rows is None or shape == "objects":
        return {"ok": True, **data}
    if shape == "array":
        return data[rows]
    columns = list(data[rows][0]) if data[rows] else []
    return {"ok": True, **data, "columns": columns, rows: [list(row.values()) for row in data[rows]]}


def plain(told: Any) -> dict[str, Any]:
    """A record as plain builtins; readings in the words of the reading format."""
    data: dict[str, Any] = msgspec.to_builtins(told)
    for each in fields(told):
        value = getattr(told, each.name)
        if isinstance(value, Reading):
            data[each.name] = value.to_dict()
    return data
