"""Finds the times of a text: islands of time words are parsed, the best parses are kept and resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from reportedly.model import Span, Time
from reportedly.numbers.chart import Edge
from reportedly.numbers.kinds import DEPENDS, INSIDE, OUTSIDE, TELLS, kept
from reportedly.numbers.lexicon import numerals
from reportedly.numbers.tokens import Tokens, tokenize
from reportedly.pipes.times.lexicon import TimeWords, time_words
from reportedly.pipes.times.sharing import Found, as_open, as_rate, days_after, months_shared
from reportedly.pipes.times.standing import Standing, bare
from reportedly.pipes.times.terminals import Terminals
from reportedly.pipes.times.terms import Cal, Every
from reportedly.pipes.times.timeline import Timeline, Told

#: Categories that are times, those before winning over those after where they cover the same words.
TIMES = (
    "time",
    "date",
    "span",
    "shift",
    "set",
    "open",
    "tod",
    "bounded",
    "length",
    "loose_day",
    "slash",
    "short_year",
)


RANK = {category: rank for rank, category in enumerate(TIMES)}


#: Tokens that stand in shapes of digits: "8:30 a.m.", "9h30", "2019-Q1".
SHAPED = frozenset(":./-") | {"am", "pm", "a", "p", "m", "h", "mn", "s", "q", "t", "z"}


#: Tokens of an island that is parsed at once; longer ones are parsed in pieces.
ISLAND = 60


def find(
    text: str, language: str, published: str | None = None, *, told: Told | None = None
) -> tuple[Time, ...]:
    """All times of a text, in order of place.

    :param language: ``fr`` or ``en``.
    :param published: ISO 8601 date or date-time; without it, what is relative stays unresolved.
    :param told: which way a time looks by its verb; the words around it tell where that does not.
    """
    tokens, standing = standing_times(text, language)
    words = time_words(language)
    line = Timeline(tokens, words, published, told)
    times: list[Time] = []
    for found in months_shared(list(standing)):
        made = line.answer(found)
        if made is None:
            continue
        first, last = tokens.starts[found.start], tokens.ends[found.end - 1]
        span = Span(first, last, text[first:last])
        times.append(Time(f"t{len(times) + 1}", span, made.type, made.value, made.earliest, made.latest))
    return tuple(times)


@lru_cache(2)
def standing_times(text: str, language: str) -> tuple[Tokens, tuple[Found, ...]]:
    """A text's tokens and its times, not yet resolved; kept for the finder of quantities, which asks right after."""
    tokens = tokenize(text)
    return tokens, tuple(finds(tokens, time_words(language)))


def finds(tokens: Tokens, words: TimeWords) -> Iterator[Found]:
    """The times of tokenized text, not yet resolved."""
    terminals = Terminals(tokens, words, numerals(words.language))
    standing = Standing(tokens, words)
    position = 0
    for first, last in islands(tokens, words):
        table = words.grammar.parse(terminals.at, first, last)
        position = max(position, first)
        while position < last:
            best = _best(standing, table[position - first], position)
            if best is None:
                position += 1
                continue
            if best.start > position and (longer := _best(standing, table[best.start - first], best.start)):
                best = max(best, longer, key=lambda found: found.end)
            days = days_after(tokens, words, standing, best)
            first_day = days[0]._replace(start=_left(tokens, words, best))
            yield as_open(tokens, words, as_rate(tokens, words, first_day))
            yield from days[1:]
            position = days[-1].end


def islands(tokens: Tokens, words: TimeWords) -> Iterator[tuple[int, int]]:
    """Runs of words that may make a time, with one at least that could be one."""
    kind_of = _kinds(words.language)
    first, trigger = -1, False
    for position, kind in enumerate(map(kind_of, tokens.words)):
        if first < 0:
            if not kind:
                continue
        elif not kind or position - first >= ISLAND or position in tokens.breaks:
            if trigger:
                yield first, position
            first, trigger = -1, False
        if kind:
            first = position if first < 0 else first
            trigger = trigger or kind == TELLS or (kind == DEPENDS and _telling(tokens, position))
    if trigger and first >= 0:
        yield first, len(tokens)


@cache
def _kinds(language: str) -> Callable[[str], int]:
    """What a word may be in a time: nothing, a part, one that tells of a time, or digits, which may tell."""
    inner, words = _inner(language), time_words(language)

    def kind(word: str) -> int:
        roman = len(word) < 8 and word[0] in "xiv" and not set(word) - set("ivxe")
        if word not in inner and not word[0].isnumeric() and not (words.centuries and roman):
            return OUTSIDE
        if word in words.triggers:
            return TELLS
        return DEPENDS if word[0].isdecimal() else INSIDE

    return kept(kind)


@cache
def _inner(language: str) -> frozenset[str]:
    """The words that may stand in a time."""
    known = numerals(language)
    return SHAPED.union(
        known.starters, known.tokens, known.suffixes, known.joiner, time_words(language).vocabulary
    )


def _telling(tokens: Tokens, position: int) -> bool:
    """May digits alone be a time: a year, or something with a colon, a slash or letters after it?"""
    word = tokens.words[position]
    if len(word) == 4:
        return True
    after = position + 1
    return (
        len(word) < 4
        and after < len(tokens)
        and (tokens.glued(after) or tokens.words[after] in ("h", "am", "pm", "a", "p"))
    )


def _best(standing: Standing, here: dict[str, list[Edge]], start: int) -> Found | None:
    """The longest time that begins at a token."""
    found = [(edge, category) for category in TIMES for edge in here.get(category, ())]
    found.sort(key=lambda f: (-f[0].end, RANK[f[1]], -f[0].score))
    for edge, category in found:
        if standing.passes(edge, start):
            start = start + _skipped(standing.tokens, standing.words, edge, start)
            return Found(start, _without_stop(standing.tokens, start, edge.end), edge.meaning, category)
    return None


def _without_stop(tokens: Tokens, start: int, end: int) -> int:
    """A full stop that ends the text ends its sentence, be it also that of "Aug."."""
    last = (
        start > 1 and end == len(tokens) and tokens.words[end - 1] == "." and len(tokens.words[end - 2]) > 2
    )
    return end - 1 if last else end


#: Rules whose first word leads to the time and stays outside its span, with that word's categories.
LEADS = {
    "set.per_unit": ("at_unit",),
    "set.said": ("in",),
    "length.unspecified": ("ahead", "for", "since"),
    "shift.spell": ("ahead", "within"),
    "shift.starting": ("for",),
    "shift.within": ("by_then", "within", "within_the"),
    "open.open_after": ("after",),
    "open.open_before": ("before",),
    "open.open_since": ("since",),
    "open.open_until": ("until",),
    "open.since_after": ("at",),
    "span.stretch": ("in",),
    "time.clocked": ("in", "at"),
    "time.night_of": ("in",),
    "time.night_of_days": ("in",),
    "tod.minutes": ("at", "is"),
    "tod.minutes_before": ("at", "is"),
    "tod.oclock": ("at", "is"),
    "tod.said": ("at",),
}


def _skipped(tokens: Tokens, words: TimeWords, edge: Edge, start: int) -> int:
    meaning = edge.meaning
    if isinstance(meaning, Cal) and bare(meaning, "year") and tokens.words[start] in words.determiners:
        return 1  # "the 2008 election"
    forms = [form for opener in LEADS.get(edge.rule, ()) for form in words.openers.get(opener, ())]
    return max((len(form) for form in forms if tokens.words[start : start + len(form)] == form), default=0)


def _left(tokens: Tokens, words: TimeWords, found: Found) -> int:
    """Where the span begins: with the determiner, if there is one that belongs to it."""
    start, term = found.start, found.term
    if (isinstance(term, Every) and not term.value.startswith("XXXX-W")) or (
        isinstance(term, Cal)
        and ((term.ref and not term.ref.startswith("X")) or (term.year and bare(term, "year")))
    ):
        return start
    before = tokens.text[tokens.starts[start - 1] : tokens.ends[start - 1]].lower() if start else ""
    if before in words.determiners:
        return start - 1
    if (
        start > 1
        and words.language == "fr"
        and tokens.words[start - 1] == "'"
        and tokens.words[start - 2] == "l"
    ):
        return start - 2
    return start
