"""Coming in with a password, leaving, and the token that whoever writes must send."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from reportedly.web.answers import json_answer, shaped
from reportedly.web.errors import Refused
from reportedly.web.rendering import html_answer
from reportedly.web.security import TOKEN, cookie
from reportedly.web.sessions import COOKIE, fresh, same, token

#: Seconds that a wrong password costs; one at a time, however many try.
PAUSE = 0.5
_one_at_a_time = asyncio.Lock()


async def form(request: Request) -> Response:
    """The form that asks for the password."""
    if request.app.state.desk.settings.password is None:
        raise Refused(404, "no password is asked for here")
    return html_answer(request, "login.html", {"wrong": False}, name="login")


async def login(request: Request) -> Response:
    """A new session for who knows the password."""
    settings = request.app.state.desk.settings
    if settings.password is None:
        raise Refused(404, "no password is asked for here")
    given = (await request.form(max_files=0)).get("password")
    async with _one_at_a_time:
        if not isinstance(given, str) or not same(given, settings.password):
            await asyncio.sleep(PAUSE)
            return html_answer(request, "login.html", {"wrong": True}, name="login", status=401)
    answer = RedirectResponse("/", 303)
    answer.headers.append("set-cookie", cookie(fresh(known=True), settings))
    return answer


async def logout(request: Request) -> Response:  # noqa: ARG001  # Starlette's signature
    """The session is forgotten by the browser."""
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE)
    return answer


@dataclass(frozen=True, slots=True)
class Token:
    """What must come as X-CSRF-Token with whatever is written, together with the cookie that comes with this answer."""

    token: str


async def csrf(request: Request) -> Response:
    """The token of this session, for programs; pages elsewhere can neither read it nor send the cookie."""
    secret = request.app.state.desk.settings.secret
    return json_answer(shaped(Token(token(request.state.session, secret)), None, "objects"))


ROUTES = [
    Route(TOKEN, csrf, name="token"),
    Route("/login", form, name="login"),
    Route("/login", login, methods=["POST"], name="login.do"),
    Route("/logout", logout, methods=["POST"], name="logout"),
]
