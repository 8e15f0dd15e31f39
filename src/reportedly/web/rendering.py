"""Templates: escaped throughout, strict about names, in the visitor's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from reportedly.web import filters, pictures, telling
from reportedly.web.sessions import token
from reportedly.web.statics import statics
from reportedly.web.words import LANGUAGES, Labels, labels, preferred

THEMES = ("auto", "light", "dark")
#: Seconds for which a browser remembers how somebody likes the page.
YEAR = 365 * 24 * 3600
#: The cookie with the name under which somebody judges, and how long that may be.
NAME = "by"
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page knows of the request and of how it is served."""

    name: str
    path: str
    query: dict[str, str]
    language: str
    theme: str
    token: str
    has_ledger: bool
    read_only: bool
    guarded: bool
    known: bool
    #: The name under which the visitor judges, as far as it was told.
    by: str
    #: The names of all pages that there are.
    pages: frozenset[str]
    #: Whether the same is there as JSON.
    json: bool = False

    def link(self, path: str | None = None, **changes: object) -> str:
        """This page's address with other parameters; None takes one away."""
        query = {**self.query, **{key: str(value) for key, value in changes.items() if value is not None}}
        left = {key: value for key, value in query.items() if value and changes.get(key, value) is not None}
        where = quote(path if path is not None else self.path, safe="/~:@!$&'()*+,;=-._")
        return f"{where}?{urlencode(left)}" if left else where

    def static(self, name: str) -> str:
        """The address of one of our files."""
        return statics()[name].url


@cache
def environment() -> Environment:
    """The templates."""
    made = Environment(
        loader=PackageLoader("reportedly.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(filters.FILTERS)
    made.globals.update(telling.GLOBALS)
    made.globals["draw"] = pictures.GLOBALS
    return made


def finalized(value: object) -> object:
    """A value as it can stand in a page: NUL cannot be written, None says nothing."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup) and "\0" in value:
        return value.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return value


def language_of(request: Request) -> str:
    """The language that was asked for, remembered, or preferred by the browser."""
    for told in (request.query_params.get("lang"), request.cookies.get("lang")):
        if told in LANGUAGES:
            return told
    return preferred(request.headers.get("accept-language", ""))


def theme_of(request: Request) -> str:
    """Light, dark, or as the machine is set."""
    for told in (request.query_params.get("theme"), request.cookies.get("theme")):
        if told in THEMES:
            return told
    return "auto"


def name_of(request: Request) -> str:
    """The name that the visitor judged under last."""
    name = unquote(request.cookies.get(NAME, ""))
    return name if name.isprintable() and len(name) <= LONGEST_NAME else ""


def introduced(answer: Response, name: str, *, secure: bool) -> None:
    """Remember under which name somebody judges."""
    answer.set_cookie(NAME, quote(name), max_age=YEAR, samesite="strict", httponly=True, secure=secure)


def shell_of(request: Request, name: str, *, json: bool = False) -> Shell:
    """What every page knows."""
    settings = request.app.state.desk.settings
    session = getattr(request.state, "session", None)
    query = {key: value for key, value in request.query_params.items() if key not in ("lang", "theme")}
    return Shell(
        name=name,
        path=request.url.path,
        query=query,
        language=language_of(request),
        theme=theme_of(request),
        token=token(session, settings.secret) if session else "",
        has_ledger=settings.ledger is not None,
        read_only=settings.read_only,
        guarded=settings.guarded,
        known=bool(session and session.known),
        by=name_of(request),
        pages=request.app.state.pages,
        json=json,
    )


def html_answer(
    request: Request,
    template: str,
    context: Mapping[str, Any],
    *,
    name: str = "",
    json: bool = False,
    status: int = 200,
) -> HTMLResponse:
    """A page."""
    shell = shell_of(request, name, json=json)
    words: Labels = labels(shell.language)
    text = environment().get_template(template).render(**context, page=shell, w=words)
    answer = HTMLResponse(text.encode("utf-8", "replace"), status)
    answer.headers["Content-Language"] = shell.language
    for key, chosen in (("lang", shell.language), ("theme", shell.theme)):
        if request.query_params.get(key) == chosen:
            answer.set_cookie(
                key,
                chosen,
                max_age=YEAR,
                samesite="strict",
                httponly=True,
                secure=request.url.scheme == "https",
            )
    return answer
