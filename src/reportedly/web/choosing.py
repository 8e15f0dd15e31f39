"""Choosing among what the ledger holds: a query in words, and the fields that a form offers; the same on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from msgspec import Meta

from reportedly.model import Certainty, EventType, Status

Limit = Annotated[int, Meta(ge=1, le=200, description="How many at most.")]
Offset = Annotated[int, Meta(ge=0, le=1_000_000, description="How many to leave out before.")]
Typed = Annotated[str, Meta(max_length=2000, description="A query as `reportedly search` takes it.")]
Day = Annotated[
    str, Meta(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$", description="A day, a month or a year: 2024-08-20.")
]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which claims, or what tells of them."""

    q: Typed = ""
    type: EventType | None = None
    status: Status | None = None
    certainty: Certainty | None = None
    #: Of the articles.
    language: Literal["en", "fr"] | None = None
    since: Day | None = None
    until: Day | None = None

    @property
    def query(self) -> str:
        """All of it in the words of `reportedly search`."""
        fields = (
            ("type", self.type),
            ("status", self.status),
            ("certainty", self.certainty),
            ("lang", self.language),
            ("since", self.since),
            ("until", self.until),
        )
        return " ".join([self.q, *(f"{name}:{value}" for name, value in fields if value)]).strip()

    @property
    def narrowed(self) -> bool:
        """Whether the form's fields say anything."""
        return any((self.type, self.status, self.certainty, self.language, self.since, self.until))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Choice):
    """A choice, some at a time."""

    limit: Limit = 20
    offset: Offset = 0

    def cut(self, found: Sequence[Row]) -> tuple[list[Row], int | None]:
        """What is shown of one row more than is shown, and the offset of what follows; None at the end."""
        more = len(found) > self.limit
        return list(found[: self.limit]), self.offset + self.limit if more else None
