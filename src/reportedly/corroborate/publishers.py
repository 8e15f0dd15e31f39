"""Who owns what: outlets of one owner share desks and copy, and count as one origin."""

from __future__ import annotations

from functools import cache

from reportedly.lexicon import load
from reportedly.naming import folded


@cache
def owners() -> dict[str, str]:
    """The owner of each masthead, by its folded name."""
    tables = load("publishers", "ontology").values()
    return {
        folded(masthead): owner
        for table in tables
        for owner, mastheads in table.items()
        for masthead in (owner, *mastheads)
    }


def publisher(outlet: str) -> str:
    """The owner of an outlet, else the outlet itself, folded.

    >>> publisher("Sunday Mirror") == publisher("The Mirror"), publisher("The Valley Gazette")
    (True, 'valley gazette')
    """
    name = folded(outlet)
    owner = owners().get(name)
    return folded(owner) if owner else name
