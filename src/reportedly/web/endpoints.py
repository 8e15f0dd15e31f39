"""Pages and acts as routes: ask, make, answer in HTML or JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from reportedly.web.answers import json_answer, shaped
from reportedly.web.asking import asked, posted
from reportedly.web.desk import Desk
from reportedly.web.errors import Refused, wants_json
from reportedly.web.page import Act, Page
from reportedly.web.rendering import html_answer, introduced


def routes_of(page: Page) -> list[Route]:
    """A page's two addresses; that of programs first, so that no parameter swallows its ending."""

    async def as_json(request: Request) -> Response:
        question = asked(page.asked, request, strict=True)
        told = await run_in_threadpool(made, page, request.app.state.desk, question)
        return json_answer(shaped(told, page.rows, request.query_params.get("_shape", "objects")))

    async def as_html(request: Request) -> Response:
        if (
            "" in request.query_params.values()
        ):  # fields of a form that were left empty: an address to keep has none
            return RedirectResponse(filled(request), 303)
        question = asked(page.asked, request, strict=False)

        def render() -> Response:
            told = made(page, request.app.state.desk, question)
            context = {"it": told, "asked": question}
            return html_answer(request, page.template, context, name=page.name, json=True)

        return await run_in_threadpool(render)

    return [
        Route(f"{page.path}.json", as_json, name=f"{page.name}.json"),
        Route(page.path, as_html, name=page.name),
    ]


def filled(request: Request) -> str:
    """The address that was asked for, without what is empty."""
    told = urlencode([(key, value) for key, value in request.query_params.multi_items() if value])
    path = quote(request.url.path, safe="/~:@!$&'()*+,;=-._")
    return f"{path}?{told}" if told else path


def made(page: Page, desk: Desk, question: Any) -> Any:
    """What a page tells."""
    if page.alone and desk.settings.ledger is None:
        build: Callable[[Any, Any], Any] = page.build
        return build(None, question)
    with desk.view() as view:
        return page.build(view, question)


def routes_of_act(act: Act) -> list[Route]:
    """An act's two addresses."""

    async def do(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        if act.writes and desk.settings.read_only:
            raise Refused(403, "this page is for reading only")
        question = await posted(act.asked, request)
        told = await run_in_threadpool(act.run, desk, question)
        if wants_json(request):
            return json_answer(shaped(told, None, "objects"))
        if act.template:
            context = {"it": told, "asked": question}
            return await run_in_threadpool(html_answer, request, act.template, context, name=act.name)
        form = await request.form()
        answer = RedirectResponse(local(form.get("back")) or (act.onward(told) if act.onward else "/"), 303)
        if isinstance(name := getattr(question, "by", None), str):
            introduced(answer, name, secure=desk.settings.secure)
        return answer

    return [
        Route(f"{act.path}.json", do, methods=["POST"], name=f"{act.name}.json"),
        Route(act.path, do, methods=["POST"], name=act.name),
    ]


def local(address: object) -> str | None:
    """An address of ours to go back to, or None: nobody is sent elsewhere."""
    if not isinstance(address, str) or not address.startswith("/") or address.startswith(("//", "/\\")):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if not parts.scheme and not parts.netloc and address.isprintable() else None
