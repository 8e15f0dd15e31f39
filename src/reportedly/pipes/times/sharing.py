"""What one date leaves to the next: "July 9 and 10", « les 9 et 10 juillet »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from reportedly.numbers.tokens import Tokens
from reportedly.pipes.times.builders.lengths import duration
from reportedly.pipes.times.lexicon import TimeWords
from reportedly.pipes.times.standing import Standing, bare
from reportedly.pipes.times.terms import Cal, Every, Length, Term
from reportedly.pipes.times.values import Answer


class Found(NamedTuple):
    """A time over tokens ``[start, end)``."""

    start: int
    end: int
    term: Term
    category: str


def months_shared(found: list[Found]) -> Iterator[Found]:
    """Bare days with the month of the day that follows: « les 9 et 10 juillet »."""
    for one, two in zip_longest(found, found[1:]):
        day, full = one.term, two.term if two else None
        if (
            isinstance(day, Cal) and isinstance(full, Cal) and two.start - one.end <= 2
            and bare(day, "day") and day.day and full.day and full.month
        ):  # fmt: skip
            yield one._replace(term=replace(day, month=full.month, year=full.year))
        else:
            yield one


def days_after(tokens: Tokens, words: TimeWords, standing: Standing, found: Found) -> list[Found]:
    """A date, and further days of its month: "July 9, 10 and 11, 2025"."""
    date, days = found.term, [found]
    if not isinstance(date, Cal) or not date.day or not date.month or date.timed or date.rel:
        return days
    while place := _joined(tokens, words, days[-1].end):
        start, end, value = place
        before = days[-1].term.day if isinstance(days[-1].term, Cal) else None
        if not (before or 0) < value <= 31:
            break
        days.append(Found(start, end, replace(date, day=value, weekday=None), "further"))
    while len(days) > 1 and not (standing.loose(days[-1].end) or _year(tokens, days[-1].end)):
        days.pop()  # "on July 9 and 10 people died"
    return _with_year(tokens, days)


#: Tokens before "a year" among which an amount makes it a rate.
_RATED = 4


def as_rate(tokens: Tokens, words: TimeWords, found: Found) -> Found:
    """ "a year" after an amount comes again each year: "15 a year", "$3m in fuel a year", "twice a week"."""
    term, start = found.term, found.start
    if not isinstance(term, Length) or len(term.parts) != 1 or term.parts[0][0] != 1.0 or term.bound:
        return found
    if found.end - start != 2 or tokens.words[start] not in words.rate_articles:
        return found
    before = tokens.words[max(0, start - _RATED) : start]
    if not before or before[-1] in words.for_words or before[-1] in words.told_from or before[-1] in ",;:":
        return found
    amounts = any(word[0].isnumeric() or word in words.amounts for word in before)
    return found._replace(term=Every(duration(term)), category="set") if amounts else found


def as_open(tokens: Tokens, words: TimeWords, found: Found) -> Found:
    """ "the day after the vote", « au lendemain du sommet »: told from what no date may stand for."""
    term, end = found.term, found.end
    if not isinstance(term, Cal) or term.told != "always" or end >= len(tokens):
        return found
    goes_on = tokens.words[end] in words.leads_on
    return found._replace(term=replace(term, told="never")) if goes_on else found


def same_year(found: Found, before: Answer | None) -> Found:
    """A month or day without a year takes that of a date before it in the sentence: "in 2011 …, in March …"."""
    term, value = found.term, (before.value or "") if before else ""
    open_ = isinstance(term, Cal) and term.month and not term.year and term.rel is None and term.turn is None
    if not open_ or not isinstance(term, Cal) or not value[:4].isdecimal() or len(value) > 7:
        return found  # "born Sept. 8, 1954, he died on Nov. 2" is of two years
    earlier = value[5:7].isdecimal() and int(value[5:7]) > (term.month or 0)
    return found._replace(term=replace(term, year=int(value[:4]) + earlier))


def same_month(made: Answer, before: Answer) -> Answer:
    """A further day in the year that the day before it turned out to be in."""
    day = f"{(before.value or '')[:8]}{(made.value or '')[8:]}"
    bound = day if made.earliest and before.earliest and day[:4].isdecimal() else None
    return Answer("DATE", day, bound, bound)


def _with_year(tokens: Tokens, days: list[Found]) -> list[Found]:
    """All with the year that stands after the last."""
    last = days[-1]
    year = _year(tokens, last.end) if len(days) > 1 else None
    if year is None or not isinstance(last.term, Cal) or last.term.year:
        return days
    end, value = year
    dated = [day._replace(term=replace(day.term, year=value)) for day in days if isinstance(day.term, Cal)]
    return [*dated[:-1], dated[-1]._replace(end=end)]


def _year(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """Where a year after a date ends, and which it is."""
    place = end + 1 if tokens.words[end : end + 1] == (",",) else end
    word = tokens.words[place] if place < len(tokens) else ""
    return (
        (place + 1, int(word)) if word.isdecimal() and len(word) == 4 and 1900 <= int(word) < 2200 else None
    )


def _joined(tokens: Tokens, words: TimeWords, end: int) -> tuple[int, int, int] | None:
    """Where a day in digits stands that "and" or a comma joins to what ends at ``end``, and which day."""
    if end + 1 >= len(tokens) or (tokens.words[end] != "," and tokens.words[end] not in words.joiners):
        return None
    start = end + 1
    place = start + 1 if tokens.words[start] in words.determiners and start + 1 < len(tokens) else start
    day = tokens.words[place]
    if not day.isdecimal() or len(day) > 2 or tokens.glued(place):
        return None
    ordinal = tokens.glued(place + 1) and tokens.words[place + 1] in words.guards.ordinal_end
    return start, place + 1 + ordinal, int(day)
