"""The description of the API, OpenAPI 3.1: made from what pages and acts declare, so that it cannot be wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import MISSING, fields
from functools import cache
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reportedly import __version__
from reportedly.contract import json_schema
from reportedly.web import exports
from reportedly.web.answers import SHAPES
from reportedly.web.errors import Failure
from reportedly.web.page import Act, Page
from reportedly.web.pages import login
from reportedly.web.security import TOKEN
from reportedly.web.sessions import COOKIE

Schema = dict[str, Any]
REFERENCE = "#/components/schemas/{name}"
#: How records are called where several have one name.
_LONG = re.compile(r"reportedly\.(?:\w+\.)*(\w+)\.(\w+)")
Refs = dict[type, Schema]
#: What may go wrong anywhere.
FAILURES = {
    "400": "What was asked means nothing.",
    "401": "A password or a token is asked for.",
    "403": "It is not allowed.",
    "404": "It is not there.",
    "413": "It is too much.",
    "414": "The address is too long.",
    "415": "This kind of body is not taken in.",
    "422": "It could not be taken in.",
    "503": "The ledger cannot be asked just now.",
}


#: How whoever asks is known: programs by a token of the server's, everybody else by a session and its own token.
SCHEMES = {
    "token": {"type": "http", "scheme": "bearer"},
    "csrf": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token"},
    "session": {"type": "apiKey", "in": "cookie", "name": COOKIE},
}


@cache
def description(pages: tuple[Page, ...], acts: tuple[Act, ...]) -> bytes:
    """The document, as JSON."""
    types = _types(pages, acts)
    told, components = msgspec.json.schema_components(types, ref_template=REFERENCE)
    refs = dict(zip(types, told, strict=True))
    paths: dict[str, Schema] = defaultdict(dict)
    for page in pages:
        paths[f"{page.path}.json"]["get"] = _page(page, refs)
    for act in acts:
        body = components[refs[act.asked]["$ref"].rpartition("/")[2]]
        paths[f"{act.path}.json"]["post"] = _act(act, refs, body)
    paths["/export/{format}"]["get"] = _export()
    paths[TOKEN]["get"] = _token(refs)
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": "reportedly",
            "version": __version__,
            "description": "Who reportedly does what to whom, who says so, and how sure it is.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": components | _reading(),
            "securitySchemes": SCHEMES,
        },
        "security": [{}, {"token": []}],
    }
    text = _LONG.sub(_short, msgspec.json.encode(document).decode())
    return msgspec.json.format(text.encode(), indent=2)


def _short(name: re.Match[str]) -> str:
    """A record's name without its packages: ``EventTold`` for that of ``pages/event.py``."""
    return f"{name[1].title().replace('_', '')}{name[2]}"


def _types(pages: Iterable[Page], acts: Iterable[Act]) -> list[type]:
    asked = [page.asked for page in pages] + [act.asked for act in acts]
    told = [page.told for page in pages] + [act.told for act in acts]
    return list(dict.fromkeys([Failure, login.Token, exports.Asked, *asked, *told]))


def _page(page: Page, refs: Refs) -> Schema:
    """Looking at a page."""
    parameters = _parameters(page.asked, page.path)
    told = _told(refs[page.told], page.rows)
    if page.rows:
        shape = {"type": "string", "enum": list(SHAPES), "default": SHAPES[0]}
        parameters.append(
            {
                "name": "_shape",
                "in": "query",
                "required": False,
                "description": "How rows come.",
                "schema": shape,
            }
        )
    return {
        "operationId": page.name,
        "summary": page.summary,
        "parameters": parameters,
        "responses": _responses({"application/json": {"schema": told}}),
    }


def _act(act: Act, refs: Refs, asked: Schema) -> Schema:
    """Doing something; what stands in the address does not stand in the body, nor what nobody knows."""
    known = {name: each for name, each in asked["properties"].items() if name not in _in_path(act.path)}
    required = [name for name in asked.get("required", []) if name in known]
    schema = {"type": "object", "properties": known, "required": required, "additionalProperties": False}
    body = {"application/json": {"schema": schema}}
    return {
        "operationId": act.name,
        "summary": act.summary,
        "parameters": [each for each in _parameters(act.asked, act.path) if each["in"] == "path"],
        "security": [{"csrf": [], "session": []}, {"token": []}],
        "requestBody": {"required": True, "content": body},
        "responses": _responses({"application/json": {"schema": _told(refs[act.told], None)}}),
    }


def _export() -> Schema:
    """Taking something away."""
    kinds: Schema = {
        kind.partition(";")[0]: {} for kind in (*exports.TYPES.values(), "application/octet-stream")
    }
    return {
        "operationId": "export",
        "summary": "What a query chooses, as a file in another format.",
        "parameters": _parameters(exports.Asked, "/export/{format}"),
        "responses": _responses(kinds),
    }


def _token(refs: Refs) -> Schema:
    """What whoever writes must send."""
    return {
        "operationId": "token",
        "summary": "The token that must come with everything that is written, and the cookie that belongs to it.",
        "parameters": [],
        "responses": _responses({"application/json": {"schema": _told(refs[login.Token], None)}}),
    }


def _responses(content: Schema) -> Schema:
    told: Schema = {"200": {"description": "What was asked for.", "content": content}}
    failed = {"application/json": {"schema": {"$ref": REFERENCE.format(name="Failure")}}}
    return told | {code: {"description": words, "content": failed} for code, words in FAILURES.items()}


def _parameters(kind: type, path: str) -> list[Schema]:
    """What an address takes: what stands in its path, and the rest after its question mark."""
    in_path = _in_path(path)
    _, components = msgspec.json.schema_components([kind], ref_template=REFERENCE)
    properties = components[kind.__name__]["properties"]
    found = []
    for each in fields(kind):
        schema = _without_null(properties[each.name])
        required = each.default is MISSING and each.default_factory is MISSING
        place = "path" if each.name in in_path else "query"
        if place == "path" and schema.get("type") == "string":
            schema = {"minLength": 1, **schema}  # an empty part is another address
        told = {"name": each.name, "in": place, "required": required, "schema": schema}
        if words := schema.pop("description", None):
            told["description"] = words
        found.append(told)
    return found


def _in_path(path: str) -> set[str]:
    """The names of a path's parameters."""
    return set(re.findall(r"\{(\w+)", path))


def _without_null(schema: Schema) -> Schema:
    """A schema of what may be left out, as one of what stands there when it is not."""
    kinds = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    if len(kinds) == 1:
        return {**kinds[0]}
    left = {key: value for key, value in schema.items() if not (key == "default" and value is None)}
    if None in left.get("enum", []):
        left["enum"] = [each for each in left["enum"] if each is not None]
    return left


def _told(kind: Schema, rows: str | None) -> Schema:
    """What is told, with the mark of success before it, in each shape that it can have."""
    ok: Schema = {"type": "object", "properties": {"ok": {"const": True}}, "required": ["ok"]}
    whole = {"allOf": [ok, kind]}
    if rows is None:
        return whole
    lists = {"type": "array", "items": {"type": "array"}}
    columns = {"type": "array", "items": {"type": "string"}}
    arrays = {
        "allOf": [
            ok,
            {"type": "object", "properties": {rows: lists, "columns": columns}, "required": ["columns"]},
        ]
    }
    return {"anyOf": [whole, arrays, {"type": "array", "items": {"type": "object"}}]}


def _reading() -> Schema:
    """The records of the reading format, as its own schema has them."""
    text = msgspec.json.encode(json_schema()["$defs"]).replace(b"#/$defs/", b"#/components/schemas/")
    found: Schema = msgspec.json.decode(text)
    return found


async def openapi(_request: Request) -> Response:
    """The description, for programs."""
    from reportedly.web.routes import ACTS, PAGES

    return Response(description(PAGES, ACTS), media_type="application/json")


ROUTES = [Route("/openapi.json", openapi, name="openapi")]
