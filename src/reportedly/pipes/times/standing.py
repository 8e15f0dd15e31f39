"""Does a parse stand where a time would? What is around it decides."""

from __future__ import annotations

from reportedly.numbers.chart import Edge
from reportedly.numbers.tokens import Tokens
from reportedly.pipes.times.lexicon import TimeWords
from reportedly.pipes.times.terms import Cal, Length, Shift, Stretch

_STOPS = ".,;:!?)"


class Standing:
    """Judges the parses over one text."""

    def __init__(self, tokens: Tokens, words: TimeWords) -> None:
        self.tokens = tokens
        self.words = words

    def passes(self, edge: Edge, start: int) -> bool:
        """Is a parse that begins at ``start`` a time?"""
        meaning = edge.meaning
        if edge.category == "slash":
            return self._strong_slash(start, edge.end)
        if isinstance(meaning, Stretch):
            return self._real_span(meaning, start, edge.end)
        if isinstance(meaning, Shift):
            return not meaning.loose or self._stands_alone(edge.end)
        if isinstance(meaning, Length):
            if edge.rule == "length.unspecified" and (self._word(edge.end),) in self.words.openers["of"]:
                return False  # "for hours of footage"
            return not self._age(meaning, start, edge.end)
        return not isinstance(meaning, Cal) or self._real_date(meaning, start, edge.end)

    def _word(self, position: int) -> str:
        return self.tokens.words[position] if 0 <= position < len(self.tokens) else ""

    def _stands_alone(self, end: int) -> bool:
        """Is "three years after" all that is said, and not "three years after the vote"?"""
        return self._word(end - 1) not in self.words.told_from or not self._word(end)[:1].isalnum()

    def _real_span(self, span: Stretch, start: int, end: int) -> bool:
        """Two bare numbers are a time only where nothing follows that they could count."""
        ends = [e for e in (span.first, span.last) if isinstance(e, Cal)]
        if len(ends) == 1 and span.open:
            return self._real_end(ends[0], end)
        counted = self._word(start).isdecimal() and (self._word(end - 1),) in self.words.openers.get(
            "hour_word", ()
        )
        if counted and all(bare(e, "hour") for e in ends):
            return False  # « 4 à 12 heures »
        if len(ends) == 2 and bare(ends[1], "day") and not bare(ends[0], "day") and not self.loose(end):
            return False  # « le mois dernier à 25 ans de prison »
        if len(ends) < 2 or not all(bare(e, "day") or (bare(e, "hour") and not e.meridiem) for e in ends):
            return True
        return self._word(end) in _STOPS

    def _real_end(self, cal: Cal, end: int) -> bool:
        """Is "since the 8th" all that is said, and not "after the 1999 election"?"""
        if bare(cal, "year") and self._word(end - 2) in self.words.determiners:
            return not self._word(end)[:1].isalnum()
        return not bare(cal, "day") or self.loose(end)

    def _strong_slash(self, start: int, end: int) -> bool:
        """A day and a month with nothing beside them: only with a slash and two digits each."""
        parts = self.tokens.words[start:end]
        return parts[1] == "/" and len(parts[0]) == 2 and len(parts[-1]) == 2

    def _age(self, length: Length, start: int, end: int) -> bool:
        """Is it an age: « une fillette de 6 ans », « les moins de 17 ans », "29 years old"?"""
        after = self.tokens.words[end : end + 2]
        if after[:1] in self.words.age_after or after in self.words.age_after or after[1:] == ("old",):
            return True
        if any(unit != "year" for _, unit in length.parts):
            return False
        if length.bound and self._word(start - 1) in self.words.age_bound:
            return True
        before = self.tokens.words[max(0, start - 5) : start]
        if not before or before[-1] not in self.words.age_links:
            return False
        return bool(set(before[:-1]) & self.words.age_nouns) or self._demonym(start - 2)

    def _demonym(self, position: int) -> bool:
        """Is a capital word with an article before it somebody: « une Alsacienne de 6 ans »?"""
        return (
            position > 0
            and self.tokens.capital(position)
            and self._word(position - 1) in self.words.person_articles
        )

    def _real_date(self, cal: Cal, start: int, end: int) -> bool:
        before = self._word(start - 1)
        if cal.year is not None and bare(cal, "year"):
            return self._real_year(start, end)
        if bare(cal, "hour"):  # « 4 à 12 heures » is no time of day
            return not before.isdecimal() or (self.tokens.words[start],) not in self.words.openers["at"]
        if cal.daypart and bare(cal, "daypart"):
            return end - start > 1 or self._definite(before) or len(self.tokens) <= end - start + 1
        if cal.decade is not None and cal.decade < 100 and end - start < 3:
            return self._definite(before) or before in self.words.year_before or self._listed(start)
        return self._real_unit(cal, start, end)

    def _real_unit(self, cal: Cal, start: int, end: int) -> bool:
        """Is it no "second day", no "fall of the city", and no "18th" or "the day" of something?"""
        if bare(cal, "nth", "told"):
            return self._word(start - 1) in self.words.rank_before
        if bare(cal, "season") and (self._word(end),) in self.words.openers["of"]:
            return False
        loose = bare(cal, "day") or (bare(cal, "rel") and cal.rel is not None and cal.rel[1] == 0)
        first = self.tokens.words[start]
        named = cal.day or (first in self.words.definites and first not in self.words.pointing)
        return not (loose and named) or self.loose(end)

    def _listed(self, start: int) -> bool:
        """Is it the second of "the 70s and 80s"?"""
        return self._word(start - 1) in self.words.joiners and self._word(start - 2) == "s"

    def _definite(self, before: str) -> bool:
        return before in self.words.definites

    def loose(self, end: int) -> bool:
        """Does nothing follow that the time could belong to?"""
        word = self._word(end)
        return (not word[:1].isalnum() and (not word or word not in "'-")) or word in self.words.loose_next

    def _real_year(self, start: int, end: int) -> bool:
        """Four digits are a year where nothing is counted by them, two after « en »."""
        start = (
            end - 1
            if self._word(end - 1).isdecimal() and self._word(start) in self.words.definites
            else start
        )
        before, after = self._word(start - 1), self._word(end)
        if end - start > 1:
            digits = any(word[0].isdecimal() for word in self.tokens.words[start:end])
            return digits or (before in self.words.year_before and self.loose(end))  # "nineteen ninety-six"
        if len(self.tokens.words[start]) == 2:
            return (
                before in ("en", "in", "'")
                and not after[:1].isalnum()
                and (not after or after not in "%$€°-")
            )
        if (
            before in self.words.year_not_after
            or (before and before in "$€£#/")
            or after in self.words.year_not_before
            or self._chained(start, end)
        ):
            return False
        value = int(self.tokens.words[start]) if self.tokens.words[start].isdecimal() else 0
        if before in self.words.year_before:
            return 1400 <= value <= 2199
        return (1900 <= value <= 2060 and value % 100 != 0) or (value == 2000 and not after[:1].isalpha())

    def _chained(self, start: int, end: int) -> bool:
        """Do digits hang on a year by a hyphen or a slash, as in a number of a file?"""
        if self._word(start - 1) == "-" and self.tokens.glued(start):
            return True
        return self._word(end) in ("-", "/") and self.tokens.glued(end) and self._word(end + 1).isdecimal()


def bare(cal: Cal, *names: str) -> bool:
    """Is nothing set but these fields?"""
    return all(getattr(cal, f) is None or f in names for f in Cal.__dataclass_fields__)
