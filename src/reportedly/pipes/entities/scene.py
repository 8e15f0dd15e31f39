"""What the steps of the phrase grammar share: the document and the parts found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.pipes.entities.lexicon import Grammar
from reportedly.pipes.entities.parts import Part
from reportedly.pipes.tokens import Doc, Token

ACTORS = frozenset({"people", "body", "mass"})
PLACES = frozenset({"place", "state"})
NAMES = frozenset({"country", "capital", "town", "region", "organization", "outlet", "person", "demonym"})
BUILT = frozenset({*ACTORS, *PLACES, "arm", "document"})
HYPHENS = frozenset({"-", "‐", "‑", "–"})


@dataclass(slots=True)
class Scene:
    """The state of the phrase grammar over one document."""

    doc: Doc
    grammar: Grammar
    french: bool
    #: The part that holds a token.
    covered: dict[int, Part]
    #: Grown phrases by their first token.
    outer: dict[int, Part] = field(default_factory=dict)
    #: Parties that coordination adds: "Hungarian" in "Hungarian and Romanian officials".
    siblings: list[Part] = field(default_factory=list)

    def token(self, at: int) -> Token | None:
        """The token at an index, None outside the document."""
        return self.doc[at] if 0 <= at < len(self.doc) else None

    def starts(self, at: int, ceiling: int) -> Part | None:
        """The largest part that starts at a token, its article left out or not."""
        if at >= ceiling:
            return None
        found = self.outer.get(at)
        return found if found is not None and not found.absorbed else self.covered.get(at)

    def add_sibling(self, demonym: Part, part: Part) -> None:
        """Makes a demonym a party of its own beside a phrase whose noun it shares."""
        if demonym.absorbed or part.role not in ACTORS:
            return
        demonym.absorbed = True
        sibling = Part(
            demonym.start,
            demonym.end,
            demonym.head,
            part.role,
            part.kind,
            "nominal",
            self.doc[demonym.start].text,
            country=demonym.country,
            plural=part.plural,
            entry=part.entry,
            noun=(demonym.start, demonym.end),
            settled=True,
            leader=part,
        )
        self.siblings.append(sibling)
