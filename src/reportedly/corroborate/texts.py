"""An article as corroboration sees it: its reading, its words, its credits, what it puts in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportedly.byid import ById
from reportedly.corroborate.credits import Credit, credits_of, own_agency
from reportedly.corroborate.passages import Words, words_of
from reportedly.model import Reading
from reportedly.naming import folded

#: Roles of sources whose word is their body's.
OFFICIAL = ("group", "official", "organization", "spokesperson")


@dataclass(frozen=True, eq=False)
class Text(ById):
    """One article of the set, with what is worked out of it once."""

    id: str
    reading: Reading

    @cached_property
    def outlet(self) -> str | None:
        return self.reading.document.outlet

    @cached_property
    def published(self) -> str:
        """When it appeared, as a string that sorts; empty where that is not known."""
        return self.reading.document.published or ""

    @property
    def order(self) -> tuple[str, str]:
        """Earlier articles first; those of unknown time last."""
        return (self.published or "~", self.id)

    @cached_property
    def words(self) -> Words:
        return words_of(self.reading.document.text)

    @cached_property
    def credits(self) -> list[Credit]:
        """The agencies that it was made from, if it is not an agency's own."""
        return [] if self.agency else credits_of(self.reading.document)

    @cached_property
    def agency(self) -> str | None:
        """The agency that published it."""
        return own_agency(self.reading.document)

    @cached_property
    def folded(self) -> str:
        """Its words folded, with a space before and behind each: what names are looked for in."""
        return f" {folded(self.reading.document.text)} "

    @cached_property
    def officials(self) -> frozenset[str]:
        """The entities that speak as officials somewhere in it."""
        sources = (attribution.source for attribution in self.reading.attributions)
        return frozenset(
            source.entity for source in sources if source and source.entity and source.role in OFFICIAL
        )

    def quoted(self) -> Iterator[tuple[int, int]]:
        """Stretches that it gives as somebody's own words."""
        for attribution in self.reading.attributions:
            if attribution.kind != "indirect":
                yield from ((span.start, span.end) for span in attribution.content)


def texts_of(readings: list[Reading]) -> list[Text]:
    """The articles in order of time, each under its own id or, where it has none, its place in the list."""
    found = [
        Text(reading.document.id or f"article-{place}", reading) for place, reading in enumerate(readings, 1)
    ]
    return sorted(found, key=lambda text: text.order)
