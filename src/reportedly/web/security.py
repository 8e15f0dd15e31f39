"""What stands before every request: our own names, bounded sizes, strict headers, known visitors, forms of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.web.errors import Refused, failure, wants_json
from reportedly.web.sessions import COOKIE, LASTING, Session, fresh, opened, same, sealed, token
from reportedly.web.settings import Settings

#: A page that loads its own style and script, and nothing else from anywhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # nothing to others; `no-referrer` would make browsers hide our own forms' origin
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = frozenset({"GET", "HEAD"})
#: Where programs without a token of their own get that of their session, with its cookie.
TOKEN = "/token.json"  # noqa: S105  # an address
STRANGE = "this form is not of this page, or too old; load the page again"
TOKENLESS = (
    f"send the token of {TOKEN} as X-CSRF-Token, with the cookie that comes with it; or a bearer token"
)
#: Addresses for which nobody needs to be known.
OPEN = ("/login", "/static/")


class Layer:
    """What stands between the server and the page; it answers requests, and lets everything else through."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (self.answer if scope["type"] == "http" else self.app)(scope, receive, send)

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What becomes of a request."""
        raise NotImplementedError


class Headers(Layer):
    """Every answer carries the same headers; pages are kept by nobody but the browser that asked."""

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)  # a report says for itself what it may do: less
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, with_headers)


class Bounds(Layer):
    """Answers to our own names, and takes in no more than the settings allow.

    A page elsewhere whose name is made to lead to this machine would else read the ledger through its visitor's eyes.
    """

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            self.check(request)
            body = await self.body(request) if request.method not in SAFE else b""
        except Refused as refused:
            answer = failure(request, refused.status_code, refused.errors)
            await answer(scope, receive, send)
            return
        await self.app(scope, replay(body, receive), send)

    def check(self, request: Request) -> None:
        """Is this asked of us, and short enough?"""
        if named(request.headers.get("host", "")) not in self.settings.hosts:
            raise Refused(421, "this is not a name of this page; `--host-name` adds one")
        if len(request.scope["query_string"]) > self.settings.largest_query:
            raise Refused(414, f"the address may have {self.settings.largest_query} bytes after its ?")

    async def body(self, request: Request) -> bytes:
        """The body, whole, as long as it is small enough."""
        limit, parts, size = self.settings.largest_body, [], 0
        async for part in request.stream():
            size += len(part)
            if size > limit:
                raise Refused(413, f"more than {limit} bytes are not taken in")
            parts.append(part)
        return b"".join(parts)


class Gate(Layer):
    """Lets in who may come in, and lets through only what our own forms or a program sent."""

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await Request(scope, receive).body()  # bounded above; told again to whoever asks below
        request = Request(scope, replay(body, receive))
        found = opened(request.cookies.get(COOKIE, ""), self.settings.secret)
        session = found or fresh()
        scope.setdefault("state", {})["session"] = session
        refused = await self.refusal(request, session)
        known = found or refused or request.method not in SAFE
        sender = send if known else self.introducing(send, session, request.url.path)
        if refused is not None:
            await refused(scope, receive, send)
            return
        await self.app(scope, replay(body, receive), sender)

    async def refusal(self, request: Request, session: Session) -> Response | None:
        """The answer to a request that goes no further."""
        program = bearer(request, self.settings)
        if self.settings.guarded and not (session.known or program or request.url.path.startswith(OPEN)):
            return self.stranger(request)
        if request.method in SAFE or program:
            return None
        if foreign(request) or not await self.ours(request, session):
            return failure(request, 403, [TOKENLESS if is_json(request) else STRANGE])
        return None

    def stranger(self, request: Request) -> Response:
        """To people the way to the form, to programs a refusal."""
        if wants_json(request) or request.method not in SAFE or self.settings.password is None:
            answer = failure(request, 401, ["this page asks for a token or a password"])
            answer.headers["WWW-Authenticate"] = 'Bearer realm="reportedly"'
            return answer
        return RedirectResponse("/login", 303)

    async def ours(self, request: Request, session: Session) -> bool:
        """Whether a request carries this session's token, in a header or its form."""
        given = request.headers.get("x-csrf-token")
        if given is None:
            try:
                form = await request.form(max_files=0)
            except Exception:  # whatever the parser says of it, it is no form of ours
                return False
            given = str(form.get("token", ""))
        return same(given, token(session, self.settings.secret))

    def introducing(self, send: Send, session: Session, path: str) -> Callable[[Message], Any]:
        """Gives a new visitor the cookie that forms need, and programs that ask for a token."""

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if path == TOKEN or headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", cookie(session, self.settings))
            await send(message)

        return with_cookie


def cookie(session: Session, settings: Settings) -> str:
    """The header that sets a session's cookie."""
    answer = Response()
    answer.set_cookie(
        COOKIE, sealed(session, settings.secret), max_age=LASTING, httponly=True, samesite="strict",
        secure=settings.secure,
    )  # fmt: skip
    return answer.headers["set-cookie"]


def named(host: str) -> str:
    """A Host header without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()


def bearer(request: Request, settings: Settings) -> bool:
    """Whether a program showed the token."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    return settings.token is not None and scheme.lower() == "bearer" and same(given.strip(), settings.token)


def foreign(request: Request) -> bool:
    """Whether a browser says that another page sent this."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("origin")
    return origin is not None and origin.partition("://")[2] != request.headers.get("host")


def is_json(request: Request) -> bool:
    """Whether the body is JSON."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"


def replay(body: bytes, receive: Receive) -> Receive:
    """A body that was read already, to be read again; then whatever else comes, as that the client went away."""
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
