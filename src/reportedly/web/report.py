"""A page to send to somebody: one HTML file that holds its style, runs nothing and fetches nothing."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from urllib.parse import quote

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reportedly import __version__
from reportedly.export.selection import within_ontology
from reportedly.ledger import View
from reportedly.show import html
from reportedly.web.filters import day as in_words
from reportedly.web.pages import event
from reportedly.web.rendering import environment, language_of
from reportedly.web.statics import statics
from reportedly.web.words import labels

#: The style of an event's report: that of its page.
STYLES = ("page.css", "drawing.css", "story.css")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a template knows where there is no page around it: nobody can do anything, and nothing leads elsewhere."""

    language: str
    path: str = ""
    token: str = ""
    by: str = ""
    read_only: bool = True


@cache
def style() -> str:
    """The style, as it stands between its tags."""
    text = "\n".join(statics()[name].body.decode("utf-8") for name in STYLES)
    return re.sub(r"/\*.*?\*/\n?", "", text, flags=re.DOTALL)


@cache
def policy() -> str:
    """A page that shows this style and nothing else, whatever an article holds."""
    mark = b64encode(hashlib.sha256(style().encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{mark}'"


def of_event(view: View, key: str, language: str, day: date) -> str:
    """An event as one file.

    :raises MissingError: if there is no such event.
    """
    told = event.build(view, event.Asked(id=key))
    return (
        environment()
        .get_template("report.html")
        .render(
            it=told,
            asked=event.Asked(id=told.id),
            page=Sheet(language),
            w=labels(language),
            alone=True,
            style=Markup(style()),  # noqa: S704  # our own file
            policy=policy(),
            day=day.isoformat(),
            version=__version__,
        )
    )


def of_article(view: View, key: str, language: str, day: date) -> str:
    """An article with its claims as one file.

    :raises LedgerError: if there is no such article, or it has not been read.
    """
    w = labels(language)
    made = w("report", "made", version=__version__, day=in_words(day.isoformat(), language))
    reading = within_ontology(view.reading(key))
    return html.render(reading, labels=language, notes=(made, w("report", "article_rights")))


async def event_report(request: Request) -> Response:
    """One event, to be kept or sent."""
    key, language = request.path_params["id"], language_of(request)

    def make() -> str:
        with request.app.state.desk.view() as view:
            return of_event(view, key, language, datetime.now(UTC).date())

    return sent(await run_in_threadpool(make), f"event-{key}", policy())


async def article_report(request: Request) -> Response:
    """One article, to be kept or sent."""
    key, language = request.path_params["id"], language_of(request)

    def make() -> str:
        with request.app.state.desk.view() as view:
            return of_article(view, key, language, datetime.now(UTC).date())

    return sent(await run_in_threadpool(make), f"article-{key}", html.POLICY)


def sent(page: str, name: str, allowed: str) -> Response:
    """A file to look at or keep, which may do what it says of itself and no more."""
    headers = {
        "Content-Security-Policy": f"{allowed}; frame-ancestors 'none'",
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(name, safe='')}.html",
    }
    return Response(page.encode("utf-8", "replace"), media_type="text/html; charset=utf-8", headers=headers)


ROUTES = [
    Route("/events/{id}/report", event_report, name="event.report"),
    Route("/articles/{id}/report", article_report, name="article.report"),
]
