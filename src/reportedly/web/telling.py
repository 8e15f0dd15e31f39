"""What templates call to turn a reading into words and marks in the visitor's language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportedly.corroborate.model import Passage
from reportedly.model import Claim, Finding, Reading
from reportedly.show.beside import beside
from reportedly.show.cards import Card, card_of, cards_of
from reportedly.show.digest import Digest, digest
from reportedly.show.index import Index
from reportedly.show.marked import LAYERS, Marked
from reportedly.show.markup import Markup
from reportedly.show.why import Step, argument
from reportedly.web.words import Labels

#: Claims up to which each card holds its whole argument; of more, it stands on the claim's own page.
FEW = 60
#: Layers that are shown until somebody chooses others; the rest is for those who look for it.
SHOWN = frozenset(LAYERS) - {"object", "place", "content"}


@dataclass(frozen=True)
class Sheet:
    """A reading as a page shows it: marked text, cards, and the numbers by which each speaks of the other."""

    reading: Reading
    words: Labels

    @cached_property
    def cards(self) -> list[Card]:
        """The claims in the order of the text."""
        return cards_of(self.reading, self.words)

    @property
    def many(self) -> bool:
        """Whether there are too many cards for each to tell all."""
        return len(self.cards) > FEW

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The cards' numbers by their claims' ids."""
        return {each.local: each.number for each in self.cards}

    @cached_property
    def text(self) -> Marked:
        return Marked(Index(self.reading), self.words, numbers=self.numbers)

    @cached_property
    def headline(self) -> Markup | None:
        """The headline, marked, where the text begins with it."""
        found = self.reading.document.headline
        return self.text.part(found.start, found.end) if found and self.text.body else None

    @cached_property
    def body(self) -> Markup:
        """All that follows."""
        return self.text.part(self.text.body, len(self.reading.document.text))

    @cached_property
    def told(self) -> Digest:
        return digest(self.reading, self.words)

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """The findings besides the warnings by kind, each wording once."""
        found: dict[str, list[Finding]] = {}
        for finding, _ in self.told.findings:
            found.setdefault(finding.kind, []).append(finding)
        return found


def sheet(reading: Reading, words: Labels) -> Sheet:
    """A reading in the visitor's words."""
    return Sheet(reading, words)


def card(claim: Claim, reading: Reading, words: Labels) -> Card:
    """One claim."""
    return card_of(claim, Index(reading), words)


def quoted(claim: Claim, reading: Reading, words: Labels) -> Markup:
    """A claim's sentence, its act and its cues marked."""
    return Marked(Index(reading), words).evidence(claim)


def sides(
    left: Reading, right: Reading, passages: tuple[Passage, ...], label: str, *, alike: bool
) -> tuple[Markup, Markup]:
    """Two texts with what they share."""
    return beside(left, right, passages, label, alike=alike)


def why(claim: Claim, reading: Reading, words: Labels) -> list[Step]:
    """The argument for a claim, a heading and its lines at a time."""
    return argument(claim, reading, words.language)


GLOBALS = {"SHOWN": SHOWN, "card": card, "quoted": quoted, "sheet": sheet, "sides": sides, "why": why}
