"""What a request asks, checked against what a page takes."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_origin, get_type_hints

import msgspec
from starlette.datastructures import FormData, ImmutableMultiDict
from starlette.requests import Request

from reportedly.web.errors import Refused

#: Of every page, and no question: how it is shown.
MANNERS = frozenset({"lang", "theme", "_shape"})
#: In forms: how we know that they are ours, and where to go afterwards.
FORM = frozenset({"token", "back"})


def asked(kind: type, request: Request, *, strict: bool) -> Any:
    """The question in an address: parameters of the path and of the query.

    :param strict: whether a name that nobody knows is an error; people's addresses may carry anything.
    :raises Refused: naming what is wrong.
    """
    values = collected(kind, request.query_params, strict=strict)
    return checked(kind, {**values, **request.path_params}, strict=False)


async def posted(kind: type, request: Request) -> Any:
    """The question in a body: a form, or JSON."""
    kind_of_body = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind_of_body == "application/json":
        try:
            data = msgspec.json.decode(await request.body())
        except msgspec.DecodeError as error:
            raise Refused(400, f"the body is no JSON: {error}") from error
        if not isinstance(data, dict):
            raise Refused(400, "the body must be an object")
        known = {each.name for each in fields(kind)} - set(request.path_params)
        if unknown := [name for name in data if name not in known]:
            raise Refused(400, *(f"{name}: there is no such field" for name in unknown))
        return checked(kind, {**data, **of_path(kind, request)}, strict=True)
    if kind_of_body not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise Refused(415, "send a form or application/json")
    form = await request.form(max_files=0, max_fields=100)
    values = {name: as_typed(value) for name, value in collected(kind, form, strict=False).items()}
    return checked(kind, {**values, **request.path_params}, strict=False)


def as_typed(value: object) -> object:
    """A form's value with lines that end as they were typed: browsers send them as mail does."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def of_path(kind: type, request: Request) -> dict[str, object]:
    """What the path itself tells, which is text whatever it means."""
    hints = get_type_hints(kind)
    return {
        name: int(value) if hints.get(name) is int and value.isdecimal() else value
        for name, value in request.path_params.items()
    }


def collected(
    kind: type, given: ImmutableMultiDict[str, Any] | FormData, *, strict: bool
) -> dict[str, object]:
    """The values of the names that a page takes; a field of a form that was left empty is none."""
    hints = get_type_hints(kind, include_extras=False)
    names = {each.name for each in fields(kind)}
    if strict and (unknown := sorted({name for name in given if name not in names | MANNERS})):
        raise Refused(400, *(f"{name}: there is no such parameter" for name in unknown))
    found: dict[str, object] = {}
    for name in names:
        values = [each for each in given.getlist(name) if isinstance(each, str) and (each or strict)]
        if values:
            found[name] = values if get_origin(hints[name]) in (tuple, list) else values[-1]
    return found


def checked(kind: type, values: dict[str, object], *, strict: bool) -> Any:
    """Values as a page's own record."""
    try:
        return msgspec.convert(values, kind, strict=strict)
    except msgspec.ValidationError as error:
        raise Refused(400, _plain(str(error))) from error


def _plain(message: str) -> str:
    """msgspec's words with the field first: ``limit: Expected `int` <= 200``."""
    told, _, place = message.partition(" - at `$")
    return f"{place.rstrip('`').lstrip('.')}: {told}" if place else told
