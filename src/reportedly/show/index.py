"""A reading with its records by id, and what the views ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportedly.byid import ById
from reportedly.model import Claim, Entity, Reading, Role
from reportedly.reading.wording import running, small_words

#: What an article may hold and a terminal must not be given: characters that move the cursor or turn the
#: order of reading, whatever the words say.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")


def flat(text: str) -> str:
    """The words on one line, with control characters made visible."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """The text, as long as before, with control characters made visible."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(frozen=True)
class Index(ById):
    """A reading, looked up by the ids in it."""

    reading: Reading

    @cached_property
    def mentioned_at(self) -> dict[int, Entity]:
        """Entities by where a mention of theirs begins."""
        return {mention.start: entity for entity in self.reading.entities for mention in entity.mentions}

    @cached_property
    def findings_on(self) -> dict[str, list[int]]:
        """Positions of the findings on a claim, by its id."""
        found: dict[str, list[int]] = {}
        for position, finding in enumerate(self.reading.findings):
            for claim_id in finding.claims:
                found.setdefault(claim_id, []).append(position)
        return found

    def mentioned_in(self, start: int, end: int) -> Iterator[Entity]:
        """The entities with a mention that begins in a stretch of the text."""
        return (self.mentioned_at[place] for place in range(start, end) if place in self.mentioned_at)

    def in_headline(self, claim: Claim) -> bool:
        """Whether the headline makes this claim."""
        headline = self.reading.document.headline
        return headline is not None and headline.start <= claim.anchor.start < headline.end

    def name(self, role: Role) -> str:
        """What to call a filler: its entity's name, else its own words."""
        entity = self.entities.get(role.entity or "")
        return self.running(entity.name if entity else role.text)

    def names(self, roles: tuple[Role, ...]) -> list[str]:
        """The fillers' names, each once."""
        return list(dict.fromkeys(filter(None, map(self.name, roles))))

    def words(self, start: int, end: int) -> str:
        """A stretch of the article on one line."""
        return self.running(self.reading.document.text[start:end])

    def running(self, words: str) -> str:
        """Words on one line, as they would stand within a sentence: ``Two officials`` as ``two officials``.

        A first word loses its capital only if the article has it without one elsewhere.
        """
        return running(flat(words), self.vocabulary)

    @cached_property
    def vocabulary(self) -> set[str]:
        """The words that the article writes without a capital."""
        return small_words(self.reading.document.text)

    def events_of_claims(self) -> list[list[Claim]]:
        """The claims of each event, and each claim that is in none by itself, in the order of the article."""
        groups = [[self.claims[key] for key in event.claims] for event in self.reading.events]
        placed = {claim.id for group in groups for claim in group}
        groups.extend([claim] for claim in self.reading.claims if claim.id not in placed)
        position = {claim.id: number for number, claim in enumerate(self.reading.claims)}
        return sorted(filter(None, groups), key=lambda group: min(position[claim.id] for claim in group))
