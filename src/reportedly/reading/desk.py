"""A reading with its records by id, and its sources in words, as the findings ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportedly.byid import ById
from reportedly.lexicon import load
from reportedly.model import Claim, Event, Reading, Role, Source, Span
from reportedly.reading.wording import running, small_words

#: Sources that are no secret without a name: a spokesperson speaks for a body, a document is known by what it is.
PUBLIC = ("document", "outlet", "spokesperson")


@dataclass(frozen=True)
class Desk(ById):
    """A reading as the findings see it."""

    reading: Reading
    language: str
    #: Quotations that nobody is said to say.
    quotes: tuple[Span, ...]

    @cached_property
    def messages(self) -> dict[str, Any]:
        return load("messages", self.language)

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        return {key: frozenset(words) for key, words in load("findings", self.language).items()}

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The nouns of people who may speak without a name: "diplomat", "source"."""
        roles = load("attribution", self.language)["roles"]
        return frozenset([*roles["official"], *roles["person"]]) - self.words["institutions"]

    @cached_property
    def small(self) -> set[str]:
        """The words that may begin without a capital in the middle of a sentence."""
        known = [*self.words["one"], *self.words["pointing"], *self.words["beginnings"]]
        return small_words(self.reading.document.text).union(known)

    @cached_property
    def public(self) -> set[str]:
        """Who is known by a name or speaks for a body somewhere in the article, by entity."""
        return {
            source.entity
            for attribution in self.reading.attributions
            if (source := attribution.source)
            and source.entity
            and (source.named or source.role == "spokesperson")
        }

    def of(self, event: Event) -> list[Claim]:
        return [self.claims[key] for key in event.claims]

    def sources(self, claim: Claim) -> list[Source]:
        """Who stands behind a claim, outermost first."""
        found = (self.attributions[key].source for key in claim.attribution)
        return [source for source in found if source]

    def full_name(self, source: Source) -> str:
        """The source as it was first spoken of, else in the words of the claim's own sentence."""
        entity = self.entities.get(source.entity or "")
        mentions = entity.mentions if entity else ()
        first = next((mention.text for mention in mentions if mention.type != "pronoun"), source.text)
        # "An official who asked not to be named" says more than "an official", "the ministry" than "it".
        text = source.text if first.casefold() in source.text.casefold() else first
        return running(text.split(",")[0], self.small)

    def voice(self, claim: Claim) -> str | None:
        """Who vouches for a claim, by identity; None is the article."""
        sources = self.sources(claim)
        return (sources[-1].entity or sources[-1].text.casefold()) if sources else None

    def voice_name(self, claim: Claim) -> str:
        """Who vouches for a claim, in words."""
        sources = self.sources(claim)
        return self.full_name(sources[-1]) if sources else self.messages["article"]

    def named(self, roles: tuple[Role, ...]) -> Iterator[str]:
        """The fillers of a role that have a name, by entity."""
        for role in roles:
            entity = self.entities.get(role.entity or "")
            if entity and (entity.country or any(mention.type == "name" for mention in entity.mentions)):
                yield entity.country or entity.id

    def in_headline(self, claim: Claim) -> bool:
        headline = self.reading.document.headline
        return headline is not None and headline.start <= claim.anchor.start < headline.end

    def joined(self, names: list[str]) -> str:
        """A list in words: "a, b and c"."""
        *most, last = names
        return self.messages["join"].format(most=", ".join(most), last=last) if most else last

    def withheld(self, source: Source) -> bool:
        """Whether a source is people whose names are kept back, and no office, body or group that is known as such."""
        entity = self.entities.get(source.entity or "")
        if source.named or source.role in PUBLIC or source.entity in self.public:
            return False
        if entity and entity.kind == "person" and any(mention.type == "name" for mention in entity.mentions):
            return False
        words = head_words(self.full_name(source))
        if source.role == "organization" and not self.words["secret"].intersection(head_words(source.text)):
            return False
        return self.noun_of(words) is not None and not self.is_known(words, source)

    def noun_of(self, words: list[str]) -> str | None:
        """The noun of those who speak among the words of a source."""
        return next((word for word in words if word in self.speakers or word[:-1] in self.speakers), None)

    def is_known(self, words: list[str], source: Source) -> bool:
        """Whether the article points at one whom a reader can tell: "the president", "our correspondent"."""
        one = source.role != "group" and (source.count or 1) < 2 and words[0] not in self.words["one"]
        points = words[0] in self.words["pointing"] or (one and words[0] in self.words["owning"])
        return points and not any(word in self.words["secret"] for word in words)

    def several(self, source: Source) -> bool:
        """Whether a source is more than one."""
        words = head_words(self.full_name(source))
        noun = self.noun_of(words) or ""
        return (source.count or 1) > 1 or (words[0] not in self.words["one"] and noun not in self.speakers)


def head_words(text: str) -> list[str]:
    """The words of a source before its first comma, in lower case; the "l'" of "l'un" is left out."""
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split(",")[0]
    words = re.findall(r"[\w-]+", plain) or [""]
    return words[1:] if words[0] == "l" and words[1:2] in (["un"], ["une"]) else words
