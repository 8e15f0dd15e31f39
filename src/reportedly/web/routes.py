"""All addresses of the page.

``/``                     the reader's box, and what changed lately
``/read``                 one text or address, read; nothing is kept unless asked (POST)
``/events``               events of many articles
``/claims``               claims that meet a query
``/articles``             articles that meet a query
``/articles/{id}``        one article, its text and its claims
``/articles/{id}/beside/{other}``  two articles side by side
``/articles/{id}/versions``  what changed from version to version
``/claims/{id}``          one claim, and the way from its words to its verdict
``/claims/{id}/judge``    what can be said of it; POST says it
``/events/{id}``          one event of many articles
``/actors/{name}``        somebody, over time
``/map``                  a selection on the map
``/timeline``             a selection in time
``/sources``              sources and outlets
``/judgements``           what people judged
``/judgements/{number}/undo``  POST takes one back
``/export/{format}``      what a query chooses, in another format
``/login``, ``/logout``   where a password is asked for
``/openapi.json``         all of this for programs
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.web import exports, openapi, report
from reportedly.web.endpoints import routes_of, routes_of_act
from reportedly.web.errors import Refused
from reportedly.web.page import Act, Page
from reportedly.web.pages import (  # one a line: pages come one at a time
    actor,
    article,
    beside,
    claim,
    event,
    events,
    front,
    judging,
    login,
    read,
    search,
    selection,
    sources,
    versions,
)
from reportedly.web.statics import statics

#: In the order in which addresses are tried.
PAGES: tuple[Page, ...] = (
    front.PAGE,
    events.PAGE,
    event.PAGE,
    actor.PAGE,
    selection.MAP,
    selection.TIMELINE,
    search.CLAIMS,
    search.ARTICLES,
    sources.PAGE,
    versions.PAGE,
    beside.PAGE,
    article.PAGE,
    judging.PAGE,
    claim.PAGE,
    judging.TAKING_BACK,
    judging.LIST,
)
ACTS: tuple[Act, ...] = (read.ACT, judging.JUDGE, judging.UNDO)


async def static(request: Request) -> Response:
    """One of our files, out of memory."""
    found = statics().get(request.path_params["name"])
    if found is None:
        raise Refused(404, "there is no such file")
    kept = {"Cache-Control": "public, max-age=31536000, immutable", "ETag": f'"{found.mark}"'}
    return Response(found.body, media_type=found.type, headers=kept)


def all_routes() -> list[BaseRoute]:
    """Every route of the application."""
    return [
        Route("/static/{name}", static, name="static"),
        *login.ROUTES,
        *report.ROUTES,
        *exports.ROUTES,
        *openapi.ROUTES,
        *(route for page in PAGES for route in routes_of(page)),
        *(route for act in ACTS for route in routes_of_act(act)),
    ]
