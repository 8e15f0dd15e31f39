"""What a page is: what it is asked, what it tells, and how that is made of a ledger; and what an act is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.ledger import View
    from reportedly.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Nothing:
    """No questions asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Something to look at: the address ``path`` shows it to people, ``path.json`` tells it to programs.

    ``asked`` and ``told`` are frozen dataclasses: the first is checked against the address (the path's parameters and
    the query's), the second is what JSON prints and what the template knows as ``it``.
    """

    name: str
    path: str
    #: One English sentence for the description of the API.
    summary: str
    asked: type = Nothing
    told: type
    #: Pure: what is seen depends on the ledger and on what was asked, and on nothing else.
    build: Callable[[View, Any], Any]
    template: str
    #: The field of ``told`` that is a list of rows, which ``_shape`` can change.
    rows: str | None = None
    #: Whether it also shows something where no ledger is served; ``build`` is then given None.
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to do, by POST: a form for people, who are then sent on or shown a page; JSON for programs."""

    name: str
    path: str
    summary: str
    asked: type
    told: type
    run: Callable[[Desk, Any], Any]
    #: What people see afterwards: a template, or the address that `onward` gives.
    template: str | None = None
    onward: Callable[[Any], str] | None = None
    #: Whether it changes the ledger: refused where that may only be read.
    writes: bool = True
