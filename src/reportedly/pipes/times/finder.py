"""Finds the times of a text: islands of time words are parsed, the best parses are kept and resolved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from reportedly.model import Span, Time
from reportedly.numbers.chart import Edge
from reportedly.numbers.lexicon import numerals
from reportedly.numbers.tokens import Tokens, tokenize
from reportedly.pipes.times.context import direction
from reportedly.pipes.times.lexicon import TimeWords, time_words
from reportedly.pipes.times.periods import Direction
from reportedly.pipes.times.render import Answer, answer
from reportedly.pipes.times.resolve import Anchor
from reportedly.pipes.times.terminals import Terminals
from reportedly.pipes.times.terms import Cal, Every, Length, Shift, Stretch, Term

#: Categories that are times, those before winning over those after where they cover the same words.
TIMES = ("time", "date", "span", "shift", "set", "open", "tod", "bounded", "length", "loose_day", "slash", "short_year")
RANK = {category: rank for rank, category in enumerate(TIMES)}
#: Tokens that stand in shapes of digits: "8:30 a.m.", "9h30", "2019-Q1".
SHAPED = frozenset(":./-") | {"am", "pm", "a", "p", "m", "h", "mn", "s", "q", "t", "z"}
#: Tokens of an island that is parsed at once; longer ones are parsed in pieces.
ISLAND = 60


class Found(NamedTuple):
    """A time over tokens ``[start, end)``."""

    start: int
    end: int
    term: Term
    category: str


def find(text: str, language: str, published: str | None = None) -> tuple[Time, ...]:
    """All times of a text, in order of place.

    :param language: ``fr`` or ``en``.
    :param published: ISO 8601 date or date-time; without it, what is relative stays unresolved.
    """
    tokens = tokenize(text)
    words = time_words(language)
    moment = moment_of(published)
    times: list[Time] = []
    day: date | None = None
    sentence = 0
    for found in finds(tokens, words):
        if (here := tokens.starts[found.start]) and _new_sentence(tokens, sentence, found.start):
            day = None
        sentence = found.start
        anchor = Anchor(moment, _direction(tokens, found, words), {}) if moment else None
        made = answer(found.term, anchor, day)
        if made is None:
            continue
        day = _day(made) or day
        span = Span(here, tokens.ends[found.end - 1], text[here : tokens.ends[found.end - 1]])
        times.append(Time(f"t{len(times) + 1}", span, made.type, made.value, made.earliest, made.latest))
    return tuple(times)


def moment_of(published: str | None) -> datetime | None:
    """The moment of publication, its zone dropped; None where it is not ISO 8601."""
    if not published:
        return None
    try:
        return datetime.fromisoformat(published.strip()).replace(tzinfo=None)
    except ValueError:
        return None


def _new_sentence(tokens: Tokens, last: int, here: int) -> bool:
    return any(tokens.words[p] in ".!?" and p + 1 < len(tokens) and tokens.capital(p + 1) and not tokens.glued(p + 1) for p in range(last, min(here, last + 60)))


def _day(made: Answer) -> date | None:
    """The day that a time names, if it names one."""
    if made.earliest and made.latest and made.earliest[:10] == made.latest[:10] and len(made.value or "") >= 10:
        return date.fromisoformat(made.earliest[:10])
    return None


def _direction(tokens: Tokens, found: Found, words: TimeWords) -> Direction:
    return direction(tokens, found.start, found.end, words.tense)


def finds(tokens: Tokens, words: TimeWords) -> Iterator[Found]:
    """The times of tokenized text, not yet resolved."""
    terminals = Terminals(tokens, words, numerals(words.language))
    for first, last in islands(tokens, words, terminals):
        table = words.grammar.parse(terminals.at, first, last)
        position = first
        while position < last:
            best = _best(tokens, words, table[position - first], position)
            if best:
                start = _left(tokens, words, best)
                yield Found(start, best.end, best.term, best.category)
            position = best.end if best else position + 1


def islands(tokens: Tokens, words: TimeWords, terminals: Terminals) -> Iterator[tuple[int, int]]:
    """Runs of words that may make a time, with one at least that could be one."""
    starters = terminals.numerals.starters | terminals.numerals.suffixes | terminals.numerals.joiner | SHAPED
    vocabulary = words.vocabulary
    first, trigger = -1, False
    for position, word in enumerate(tokens.words):
        inside = word in vocabulary or word in starters or word[0].isdigit() or word[0].isnumeric() or (
            words.language == "fr" and len(word) < 8 and word[0] in "xiv" and not set(word) - set("ivxe")
        )
        broken = position in tokens.breaks or position - first >= ISLAND
        if (not inside or broken) and first >= 0:
            if trigger:
                yield first, position
            first, trigger = -1, False
        if inside:
            first = position if first < 0 else first
            trigger = trigger or word in words.triggers or (word[0].isdigit() and _telling(tokens, position))
    if trigger and first >= 0:
        yield first, len(tokens)


def _telling(tokens: Tokens, position: int) -> bool:
    """May digits alone be a time: a year, or something with a colon, a slash or letters after it?"""
    word = tokens.words[position]
    if len(word) == 4:
        return True
    after = position + 1
    return len(word) < 4 and after < len(tokens) and (tokens.glued(after) or tokens.words[after] in ("h", "am", "pm", "a", "p"))


def _best(tokens: Tokens, words: TimeWords, here: dict[str, list[Edge]], start: int) -> Found | None:
    """The longest time that begins at a token."""
    found = [(edge, category) for category in TIMES for edge in here.get(category, ())]
    found.sort(key=lambda f: (-f[0].end, RANK[f[1]], -f[0].score))
    for edge, category in found:
        if passes(tokens, words, edge, start):
            start = start + _skipped(tokens, words, edge, start)
            return Found(start, edge.end, edge.meaning, category)
    return None


#: Rules whose first word leads to the time and stays outside its span, with that word's categories.
LEADS = {
    "tod.said": ("at", "about"), "time.said": ("at", "about"), "tod.oclock": ("at", "about", "is"), "length.said": ("about",), "shift.starting": ("for",), "set.per_unit": ("at_unit",),
}  # fmt: skip


def _skipped(tokens: Tokens, words: TimeWords, edge: Edge, start: int) -> int:
    forms = [form for opener in LEADS.get(edge.rule, ()) for form in words.openers.get(opener, ())]
    return max((len(form) for form in forms if tokens.words[start : start + len(form)] == form), default=0)


def _left(tokens: Tokens, words: TimeWords, found: Found) -> int:
    """Where the span begins: with the determiner, if there is one that belongs to it."""
    start, term = found.start, found.term
    if isinstance(term, Every) or (isinstance(term, Cal) and ((term.ref and not term.ref.startswith("X")) or (term.year and _bare(term, "year")))):
        return start
    if start and tokens.words[start - 1] in words.determiners:
        return start - 1
    if start > 1 and words.language == "fr" and tokens.words[start - 1] == "'" and tokens.words[start - 2] == "l":
        return start - 2
    return start


def passes(tokens: Tokens, words: TimeWords, edge: Edge, start: int) -> bool:
    """Does a parse stand where a time would?"""
    meaning = edge.meaning
    if edge.category == "slash":
        return _strong_slash(tokens, start, edge.end)
    if edge.category == "span" and isinstance(meaning, Stretch) and not _real_span(tokens, meaning, edge.end):
        return False
    if isinstance(meaning, Shift) and meaning.loose and tokens.words[edge.end - 1] in words.told_from:
        return edge.end >= len(tokens) or not tokens.words[edge.end][0].isalnum()
    if edge.category == "length":
        return _real_length(tokens, words, meaning, start, edge.end)
    if isinstance(meaning, Cal):
        return _real_date(tokens, words, meaning, start, edge.end)
    return True


def _real_span(tokens: Tokens, span: Stretch, end: int) -> bool:
    """Two bare numbers are a time only where nothing follows that they could count."""
    ends = [e for e in (span.first, span.last) if isinstance(e, Cal)]
    if len(ends) < 2 or not all(_bare(e, "day") or (_bare(e, "hour") and not e.meridiem) for e in ends):
        return True
    return end >= len(tokens) or tokens.words[end] in ".,;:!?)"


def _strong_slash(tokens: Tokens, start: int, end: int) -> bool:
    """A day and a month with nothing beside them: only with two digits each, one of them no twelfth."""
    parts = tokens.words[start:end]
    return parts[1] == "/" and len(parts[0]) == 2 and len(parts[-1]) == 2


def _real_length(tokens: Tokens, words: TimeWords, length: Length, start: int, end: int) -> bool:
    """Not an age, and not a unit that only looks like one."""
    if all(unit == "year" for _, unit in length.parts) and start > 1 and words.language == "fr":
        before = [tokens.words[p] for p in range(max(0, start - 5), start)]
        if before[-1] in ("de", "a", "et") and "de" in before and any(w in words.age_nouns for w in before[:-1]):
            return False
    after = tokens.words[end : end + 2]
    return not (after[:1] == ("old",) or after == ("-", "old") or (after[:1] == ("of",) and after[1:] == ("age",)))


def _bare(cal: Cal, *names: str) -> bool:
    """Is nothing set but these fields?"""
    return all(getattr(cal, f) is None or f in names for f in Cal.__dataclass_fields__)


def _real_date(tokens: Tokens, words: TimeWords, cal: Cal, start: int, end: int) -> bool:
    before = tokens.words[start - 1] if start else ""
    after = tokens.words[end] if end < len(tokens) else ""
    if cal.year is not None and _bare(cal, "year"):
        if len(tokens.words[start]) == 2 and end - start == 1:
            return before in ("en", "in") and not after[:1].isalnum() and after not in ("%", "$", "€", "°", "-")
        return _real_year(tokens, words, start, end, before, after)
    if cal.daypart and _bare(cal, "daypart"):
        return end - start > 1 or _definite(words, before) or len(tokens) <= end - start + 1
    if cal.rel is not None and cal.rel[1] == 0 and _bare(cal, "rel") and tokens.words[start] in words.determiners | {"l"}:
        return _loose(tokens, words, end)
    if cal.nth is not None and _bare(cal, "nth"):
        return False
    if cal.day is not None and _bare(cal, "day"):
        return _loose(tokens, words, end)
    if cal.decade is not None and cal.decade < 100 and not _definite(words, before) and end - start < 3:
        return before in words.year_before
    return True


def _definite(words: TimeWords, before: str) -> bool:
    return before in words.determiners or before in ("in", "dans", "du", "'", "au", "en", "this", "each")


def _loose(tokens: Tokens, words: TimeWords, end: int) -> bool:
    """Does nothing follow that the time could belong to?"""
    if end >= len(tokens):
        return True
    word = tokens.words[end]
    return not word[0].isalnum() and word not in "'-" or word in words.loose_next


def _real_year(tokens: Tokens, words: TimeWords, start: int, end: int, before: str, after: str) -> bool:
    """Four digits are a year where nothing is counted by them."""
    if end - start > 1:
        return True
    if before in "$€£#/" and before or after in words.year_not_before:
        return False
    if after in ("-", "/") and tokens.glued(end) and end + 1 < len(tokens) and tokens.words[end + 1].isdigit():
        return False
    if before == "-" and tokens.glued(start):
        return False
    value = int(tokens.words[start]) if tokens.words[start].isdigit() else 0
    if not 1000 <= value <= 2199:
        return False
    if before in words.year_before or before == "l":
        return value >= 1400
    return 1900 <= value <= 2060 and value % 100 != 0 or (value == 2000 and not after[:1].isalpha())


def unresolved(tokens: Tokens, words: TimeWords) -> list[Any]:
    """For the curious: what was found before it is resolved."""
    return list(finds(tokens, words))


def token_at(tokens: Tokens, place: int) -> int:
    """The token at or after a code point."""
    return bisect_left(tokens.starts, place)
