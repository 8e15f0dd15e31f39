"""The application."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from reportedly.errors import InputError, LedgerError
from reportedly.web.desk import Desk
from reportedly.web.errors import on_bug, on_http, on_input, on_ledger
from reportedly.web.routes import PAGES, all_routes
from reportedly.web.security import Bounds, Gate, Headers
from reportedly.web.settings import Settings


def create_app(settings: Settings) -> Starlette:
    """The page as an ASGI application."""
    app = Starlette(
        routes=all_routes(),
        middleware=[
            Middleware(Headers, settings=settings),
            Middleware(Bounds, settings=settings),
            Middleware(Gate, settings=settings),
        ],
        exception_handlers={
            HTTPException: on_http,
            LedgerError: on_ledger,
            InputError: on_input,
            Exception: on_bug,
        },
    )
    app.state.desk = Desk(settings)
    app.state.pages = frozenset(page.name for page in PAGES)
    return app
