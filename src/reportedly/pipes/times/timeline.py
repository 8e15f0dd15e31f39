"""A text's times, resolved in order: each against the day of publication and against those before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from reportedly.numbers.tokens import Tokens
from reportedly.pipes.times.context import direction
from reportedly.pipes.times.lexicon import TimeWords
from reportedly.pipes.times.periods import Direction
from reportedly.pipes.times.render import answer
from reportedly.pipes.times.resolve import Anchor
from reportedly.pipes.times.sharing import Found, same_month, same_year
from reportedly.pipes.times.story import Story
from reportedly.pipes.times.terms import Cal
from reportedly.pipes.times.values import Answer

#: Which way the time at some code points looks, where a tree tells it.
Told = Callable[[int, int], Direction]


class Timeline:
    """Resolves the times of one text, handed in from left to right."""

    def __init__(self, tokens: Tokens, words: TimeWords, published: str | None, told: Told | None) -> None:
        self.tokens = tokens
        self.words = words
        self.moment = moment_of(published)
        self.told = told
        self.story = Story()
        self.place = 0
        #: Of the sentence so far: the day it named, the last date with a year, and the last answer.
        self.day: date | None = None
        self.dated: Answer | None = None
        self.last: Answer | None = None

    def answer(self, found: Found) -> Answer | None:
        """What a time comes to; None for what is no time after all."""
        if found.start and self._new_sentence(found.start):
            self.day = self.dated = None
        self.place = found.start
        found = same_year(found, self.dated)
        made = answer(found.term, self._anchor(found), self.day)
        if found.category == "further" and made and self.last:
            made = same_month(made, self.last)
        if made is None or self._dateline(found, made):
            return None
        made = self.story.retold(found.term, made, found.start)
        self._note(found, made)
        return made

    def _note(self, found: Found, made: Answer) -> None:
        self.story.note(made, found.start)
        self.day = _day(made) or self.day
        self.last = made
        if isinstance(found.term, Cal) and found.term.year:
            self.dated = made

    def _anchor(self, found: Found) -> Anchor | None:
        return Anchor(self.moment, self._direction(found)) if self.moment else None

    def _direction(self, found: Found) -> Direction:
        first, last = self.tokens.starts[found.start], self.tokens.ends[found.end - 1]
        known = self.told(first, last) if self.told else "unknown"
        if known != "unknown":
            return known
        return direction(self.tokens, found.start, found.end, self.words.tense)

    def _dateline(self, found: Found, made: Answer) -> bool:
        """Is it a paragraph that is nothing but the day of publication? That is the article's, not the story's."""
        breaks, end = self.tokens.breaks, found.end
        alone = found.start in breaks and (end in breaks or end == len(self.tokens))
        return alone and self.moment is not None and made.value == self.moment.date().isoformat()

    def _new_sentence(self, here: int) -> bool:
        tokens, last = self.tokens, self.place
        return any(
            tokens.words[p] in ".!?"
            and p + 1 < len(tokens)
            and tokens.capital(p + 1)
            and not tokens.glued(p + 1)
            for p in range(last, min(here, last + 60))
        )


def moment_of(published: str | None) -> datetime | None:
    """The moment of publication, its zone dropped; None where it is not ISO 8601."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published.strip()).replace(tzinfo=None)
    except ValueError:
        return None
    # further out there is no room for "last" and "next" on the calendar
    return moment if 1000 <= moment.year <= 9000 else None


def _day(made: Answer) -> date | None:
    """The day that a time names, if it names one."""
    first, last = made.earliest, made.latest
    if first and last and first[:10] == last[:10] and len(made.value or "") >= 10:
        return date.fromisoformat(first[:10])
    return None
