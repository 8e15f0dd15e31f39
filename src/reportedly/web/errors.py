"""What went wrong, told in one shape: to people as a page, to programs as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response


@dataclass(frozen=True, slots=True)
class Failure:
    """The shape of every error in JSON."""

    #: The first of the errors.
    error: str
    errors: list[str]
    #: HTTP's status.
    status: int
    ok: Literal[False] = False


class Refused(HTTPException):
    """A request that is not answered, with the reasons in words."""

    def __init__(self, status: int, *errors: str) -> None:
        super().__init__(status, errors[0] if errors else None)
        self.errors = errors


def wants_json(request: Request) -> bool:
    """Whether a program asks: by the address, or because it takes JSON and no page."""
    path, accept = request.url.path, request.headers.get("accept", "")
    if path.endswith(".json"):
        return True
    return "text/html" not in accept and ("application/json" in accept or path.startswith("/export/"))


def failure(request: Request, status: int, errors: Sequence[str]) -> Response:
    """The answer that says what went wrong."""
    from http import HTTPStatus

    from reportedly.web.answers import json_answer
    from reportedly.web.rendering import html_answer

    told = [each for each in errors if each] or [HTTPStatus(status).phrase]
    if wants_json(request):
        return json_answer(Failure(told[0], told, status), status)
    return html_answer(request, "error.html", {"status": status, "errors": told}, status=status)


async def on_http(request: Request, error: Exception) -> Response:
    """Refusals, ours and Starlette's."""
    if isinstance(error, Refused):
        return failure(request, error.status_code, error.errors)
    if isinstance(error, HTTPException):
        answer = failure(request, error.status_code, [])
        answer.headers.update(error.headers or {})
        return answer
    raise error


async def on_ledger(request: Request, error: Exception) -> Response:
    """What the ledger cannot tell: what is not there, what means nothing, and what is broken."""
    from reportedly.errors import MissingError, QueryError

    status = 404 if isinstance(error, MissingError) else 400 if isinstance(error, QueryError) else 503
    ledger = request.app.state.desk.settings.ledger
    return failure(request, status, [str(error).removeprefix(f"{ledger}: ")])


async def on_input(request: Request, error: Exception) -> Response:
    """What could not be taken in."""
    return failure(request, 422, [str(error)])


async def on_bug(request: Request, error: Exception) -> Response:  # noqa: ARG001  # Starlette's signature; it logs the error
    """A fault of ours: nothing of it is told to the world."""
    return failure(request, 500, [])
