"""What the gazetteer holds: one entry for each form of each thing that it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from reportedly.model import EntityKind, Place

Role = Literal[
    "country",
    "demonym",
    "capital",
    "town",
    "region",
    "organization",
    "outlet",
    "person",
    "people",
    "body",
    "mass",
    "title",
    "weapon",
    "arm",
    "state",
    "place",
    "document",
]
#: Roles of nouns, which are matched with their accents and in any case.
NOUNS = frozenset({"people", "body", "mass", "arm", "state", "place", "document"})
#: Roles of names of places that may be governments' seats.
PLACES = frozenset({"country", "capital", "town"})


@dataclass(slots=True, eq=False)
class Entry:
    """One form of one thing that the gazetteer knows; not to be changed, but frozen ones are slow to make."""

    form: str
    role: Role
    name: str
    kind: EntityKind
    key: str | None = None
    country: str | None = None
    sector: str | None = None
    plural: bool = False
    #: Other things have this name too.
    ambiguous: bool = False
    #: A weapon's class; a person's years in office, or those in which a body governs, as "2005-2021".
    detail: str | None = None
    #: A weapon's name that goes on with letters or figures of a variant.
    open: bool = False
    #: Only as it is written: "MEND", not "Mend".
    exact: bool = False
    #: Where a place is.
    place: Place | None = None


class Row(NamedTuple):
    """A line of the ontology that becomes entries when one of its names is met."""

    make: Callable[[Row], Iterator[Entry]]
    #: Spellings of one thing, with years before or degrees after them where the table has such.
    text: str
    #: Section, sector or category, and country: what the table says of the row.
    about: tuple[str | None, ...]
