"""A reading's records by their ids: what views, findings, exports and stories all begin with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportedly.model import Attribution, Claim, Entity, Quantity, Reading, Time


class ById:
    """Looks a reading's records up by id; whoever has a ``reading`` can be one."""

    reading: Reading

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.reading.claims}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.reading.entities}

    @cached_property
    def times(self) -> dict[str, Time]:
        """Times by id."""
        return {time.id: time for time in self.reading.times}

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        """Quantities by id."""
        return {quantity.id: quantity for quantity in self.reading.quantities}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {attribution.id: attribution for attribution in self.reading.attributions}


@dataclass(frozen=True, eq=False)
class Known(ById):
    """A reading and nothing but its records by id."""

    reading: Reading
