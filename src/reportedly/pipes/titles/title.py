"""A headline in its parts: what its marks of punctuation set apart, and the words in each that doubt or deny."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportedly.pipes.draft import Draft
from reportedly.pipes.plain import AnyDoc, plain
from reportedly.pipes.titles.lexicon import Index, TitleLexicon, title_lexicon
from reportedly.pipes.tokens import Doc

#: What parts a headline wherever it stands, and what does so between spaces.
BREAKS = frozenset([":", ";", "|", "–", "—", "?", "!", "…", "...", ".", "--"])
DASHES = frozenset(["-"])
#: How many tokens behind a word may make it say something else.
AFTER = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the lexicon at tokens ``[start, end)``, and what they are."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``[start, end)`` of a headline between two marks; ``closed_by`` is the mark after them, if any."""

    start: int
    end: int
    closed_by: str

    def holds(self, i: int) -> bool:
        return self.start <= i < self.end


class Title:
    """A document's headline: tokens ``[start, end)``."""

    def __init__(self, doc: Doc, start: int, end: int, language: str) -> None:
        self.doc, self.start, self.end = doc, start, end
        self.lexicon: TitleLexicon = title_lexicon(language)
        self.forms = [token.form for token in doc[start:end]]

    def holds(self, i: int) -> bool:
        """Whether a token stands in the headline."""
        return self.start <= i < self.end

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The stretches between the headline's marks, none of them empty."""
        found, first = [], self.start
        for i in range(self.start, self.end):
            if self._breaks(i):
                found.append(Part(first, i, self.doc[i].text))
                first = i + 1
        found.append(Part(first, self.end, ""))
        return tuple(part for part in found if any(t.is_alpha for t in self.doc[part.start : part.end]))

    def part_of(self, i: int) -> Part | None:
        """The part that holds a token."""
        return next((part for part in self.parts if part.holds(i)), None)

    def _breaks(self, i: int) -> bool:
        token = self.doc[i]
        if token.text in BREAKS:
            # "U.S." is one token; a stop with no space after it stands in a number or an address.
            return token.text != "." or bool(token.whitespace_) or i + 1 == self.end
        spaced = i > self.start and bool(self.doc[i - 1].whitespace_)
        return token.text in DASHES and spaced

    def marks(self, index: Index, start: int | None = None, end: int | None = None) -> Iterator[Mark]:
        """Where the words of an index stand in the headline, the longest match at each place."""
        low, high = self.start if start is None else start, self.end if end is None else end
        i = low
        while i < high:
            found = self._mark_at(i, high, index)
            if found is not None:
                yield found
            i = found.end if found is not None else i + 1

    def _mark_at(self, i: int, high: int, index: Index) -> Mark | None:
        for words, kind in index.get(self.forms[i - self.start], ()):
            end = i + len(words)
            same = tuple(self.forms[i - self.start : end - self.start]) == words
            if same and end <= high and not self._otherwise(i, end):
                return Mark(i, end, kind)
        return None

    def _otherwise(self, i: int, end: int) -> bool:
        """Whether the words beside one make it say something else: "flood claims five lives", "May 12"."""
        at, last = i - self.start, end - self.start
        before = self.lexicon.unless_before.get(self.forms[at], frozenset())
        if before and at and (self.forms[at - 1] in before or (end < self.end and self.doc[end].like_num)):
            return True
        words = self.lexicon.unless.get(self.forms[at], frozenset())
        return not words.isdisjoint(self.forms[last : last + AFTER])


def title_of(doc: AnyDoc, draft: Draft) -> Title | None:
    """The headline of a document; None where it has none, or one of marks alone."""
    if draft.headline is None or draft.headline[0] >= draft.headline[1]:
        return None
    title = Title(plain(doc), *draft.headline, draft.language)
    return title if title.parts else None
