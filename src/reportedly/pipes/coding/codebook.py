"""PLOVER's codebook as data: the types, the rule on intentions, and the crosswalk to CAMEO."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import EventType, Tense


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One of the event types; ``recipients`` is the order in which the party acted upon is looked for."""

    name: EventType | None
    definition: str
    quad: str
    intended: EventType | None
    recipients: tuple[str, ...]
    #: Two parties who act on one another are both actors.
    symmetric: bool
    #: Where an act stands for the party, its doers are meant, not those it is done to.
    through_actors: bool
    #: With a support verb, the owner of its noun is who does it: "reiterated Norway's support".
    owner_acts: bool
    #: Decided on, it is done: courts and governments act by decree.
    by_decree: bool


#: An act of a user's own that PLOVER has no type for, where its family does not say otherwise.
OUTSIDE = TypeEntry(
    name=None,
    definition="An act outside PLOVER.",
    quad="",
    intended=None,
    recipients=("to", "against", "object", "with", "from"),
    symmetric=False,
    through_actors=False,
    owner_acts=False,
    by_decree=False,
)


@cache
def types() -> dict[str, TypeEntry]:
    """The ontology's types by name."""
    return {
        name: TypeEntry(
            name=name,
            definition=entry["definition"],
            quad=entry["quad"],
            intended=entry.get("intended"),
            recipients=tuple(entry["recipients"].split()),
            symmetric=bool(entry.get("symmetric")),
            through_actors=entry.get("through") == "actors",
            owner_acts=entry.get("owner") == "actor",
            by_decree=bool(entry.get("decree")),
        )
        for name, entry in load("plover", "ontology")["types"].items()
    }


def codebook_type(act: EventType | None, tense: Tense) -> EventType | None:
    """What the codebook codes for an act.

    One still to come is an agreement to it if it is cooperative, and a threat of it if it is a material conflict.

    >>> codebook_type("AID", "future"), codebook_type("RETREAT", "future"), codebook_type("ASSAULT", "future")
    ('AGREE', 'AGREE', 'THREATEN')
    """
    if act is None or tense != "future":
        return act
    return types()[act].intended or act


def cameo_code(kind: EventType | None, mode: str | None, act: str | None) -> str | None:
    """The nearest CAMEO code, from the act, else from the mode, else from the type.

    >>> cameo_code("COERCE", "arrest", None), cameo_code("AID", None, "supply"), cameo_code(None, None, None)
    ('173', '072', None)
    """
    if kind is None:
        return None
    table = load("cameo", "ontology")
    by_mode = table["modes"].get(kind, {})
    found = by_mode.get(mode) or table["acts"].get(act or "") or table["types"][kind]
    return str(found)
