"""A chosen claim with everything of its article that a row or a graph may want to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reportedly.byid import ById, Known
from reportedly.ledger.records import ClaimRow, Kept
from reportedly.model import Attribution, Claim, Entity, Quantity, Reading, Role, Time


@dataclass(frozen=True)
class Fact:
    """A row of the ledger beside the claim that it was made of."""

    kept: Kept
    row: ClaimRow
    claim: Claim
    #: The article's records, looked up once for all of its claims.
    known: ById

    @property
    def reading(self) -> Reading:
        return self.kept.reading

    @property
    def time(self) -> Time | None:
        """When the act is put."""
        return self.known.times.get(self.claim.time or "")

    @cached_property
    def quantities(self) -> list[Quantity]:
        return [one for key, one in self.known.quantities.items() if key in self.claim.quantities]

    @cached_property
    def attributions(self) -> list[Attribution]:
        """From the outermost voice to the innermost."""
        found = self.known.attributions
        return [found[key] for key in self.claim.attribution if key in found]

    def entity(self, role: Role) -> Entity | None:
        """Whom a filler names."""
        return self.known.entities.get(role.entity or "")

    def name(self, role: Role) -> str:
        """The filler's name, else its words."""
        entity = self.entity(role)
        return entity.name if entity else " ".join(role.text.split())

    def names(self, side: str) -> list[str]:
        """The names on one side: ``actors``, ``recipients``, ``objects``, ``locations``."""
        return [self.name(role) for role in getattr(self.claim.roles, side)]

    def countries(self, side: str) -> list[str]:
        """The countries on one side, ISO 3166-1 alpha-3."""
        found = (self.entity(role) for role in getattr(self.claim.roles, side))
        return list(dict.fromkeys(entity.country for entity in found if entity and entity.country))

    def sectors(self, side: str) -> list[str]:
        """PLOVER's actor sectors on one side."""
        found = (self.entity(role) for role in getattr(self.claim.roles, side))
        return list(dict.fromkeys(entity.sector for entity in found if entity and entity.sector))

    @cached_property
    def chain(self) -> str:
        """The voices in one line, the outermost first."""
        return " < ".join(self.row.sources)

    @cached_property
    def day(self) -> str | None:
        """The first day on which the act may be, else the day of publication."""
        return (self.row.earliest or self.row.published or "")[:10] or None


def facts(found: Iterable[Kept]) -> Iterator[Fact]:
    """Every chosen claim of every article."""
    for kept in found:
        known = Known(kept.reading)
        for row in kept.claims:
            if row.local in known.claims:
                yield Fact(kept, row, known.claims[row.local], known)
