"""Places around an act: where it happens, and where they stand for whom it is done to."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.pipes.coding.parties import Parties, unique
from reportedly.pipes.draft import Argument, Filler


def ground(arguments: Iterable[Argument], parties: Parties, taken: set[int], *, sites: bool) -> list[Filler]:
    """Where it is done, if that stands for whom it is done to: named places, and "parts of the north".

    :param taken: the heads (tokens) that have a role already.
    :param sites: buildings count too.
    """
    cases = parties.lexicon.cases["place"]
    offers = [
        (one, parties.doc[one.head]) for one in arguments if one.case in cases and one.head not in taken
    ]
    return unique(
        Filler(one.start, one.end, one.head)
        for one, token in offers
        if not parties.is_date(token) and (parties.is_ground(token) or (sites and parties.is_site(token)))
    )


def locations(arguments: Iterable[Argument], parties: Parties, taken: set[int]) -> list[Filler]:
    """Where it happens: named places, and buildings and the like."""
    cases = parties.lexicon.cases["place"]
    offers = [
        (one, parties.doc[one.head]) for one in arguments if one.case in cases and one.head not in taken
    ]
    return unique(
        Filler(one.start, one.end, one.head)
        for one, token in offers
        if parties.is_place(token) or parties.is_site(token)
    )
