"""Finds the quantities of a text: amounts are parsed, then bounded by the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from reportedly.model import Quantity, Span
from reportedly.numbers.chart import Edge
from reportedly.numbers.kinds import DEPENDS, INSIDE, OUTSIDE, TELLS, kept
from reportedly.numbers.lexicon import Numerals, numerals
from reportedly.numbers.number import Number
from reportedly.numbers.tokens import Tokens
from reportedly.pipes.quantities.around import Found, angled, bounded, changes, shared
from reportedly.pipes.quantities.counted import counted
from reportedly.pipes.quantities.lexicon import AmountWords, amount_words
from reportedly.pipes.quantities.terminals import Terminals
from reportedly.pipes.quantities.terms import Amount
from reportedly.pipes.times.finder import standing_times
from reportedly.pipes.times.sharing import Found as TimeFound
from reportedly.pipes.times.terms import Every, Length, Shift

#: Categories that are quantities, those before winning over those after where they cover the same words.
QUANTITIES = ("rate", "money", "percentage", "measure", "range", "amount", "unsaid")
RANK = {category: rank for rank, category in enumerate(QUANTITIES)}
ISLAND = 60


def find(text: str, language: str) -> tuple[Quantity, ...]:
    """All quantities of a text, in order of place; digits that belong to dates are no amounts.

    :param language: ``fr`` or ``en``.
    """
    tokens, times = standing_times(text, language)
    words = amount_words(language)
    masked = _masked(tokens, times, language)
    found = shared(tokens, words, amounts(tokens, words, masked))
    return tuple(_quantity(tokens, n, f) for n, f in enumerate(found, 1))


def _quantity(tokens: Tokens, number: int, found: Found) -> Quantity:
    amount = found.amount
    return Quantity(
        id=f"q{number}",
        span=_span(tokens, found.start, found.end),
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        dimension=amount.dimension,
        approximate=amount.approximate,
        of=_span(tokens, *found.of) if found.of else None,
    )


def _span(tokens: Tokens, start: int, end: int) -> Span:
    first, last = tokens.starts[start], tokens.ends[end - 1]
    return Span(first, last, tokens.text[first:last])


def _masked(tokens: Tokens, times: tuple[TimeFound, ...], language: str) -> frozenset[int]:
    """Tokens of times that are no lengths and no rates: "15 a year" and "the next five years" are amounts too."""
    found = (f for f in times if not _lasts(tokens, f, numerals(language)))
    return frozenset(p for f in found for p in range(f.start, f.end) if not _rate(tokens, f))


def _lasts(tokens: Tokens, found: TimeFound, data: Numerals) -> bool:
    """Is a time a length, or told by one that ends it: "in 38 minutes", "the next five years"?"""
    term = found.term
    if not isinstance(term, Shift) or not (term.within or term.lasting) or term.base is not None:
        return isinstance(term, Length)
    number = tokens.words[found.end - 2]
    return number[0].isnumeric() or number in data.starters


def _rate(tokens: Tokens, found: TimeFound) -> bool:
    words = tokens.words[found.start : found.end]
    return isinstance(found.term, Every) and not any(word[0].isnumeric() for word in words)


def amounts(tokens: Tokens, words: AmountWords, masked: frozenset[int]) -> Iterator[Found]:
    """The amounts of tokenized text."""
    terminals = Terminals(tokens, words, numerals(words.language), masked)
    for first, last in _islands(tokens, words):
        table = words.grammar.parse(terminals.at, first, last)
        position = first
        while position < last:
            found = _best(tokens, words, terminals, table[position - first], position)
            if found:
                yield bounded(tokens, words, angled(tokens, words, found))
            position = found.end if found else position + 1


def _islands(tokens: Tokens, words: AmountWords) -> Iterator[tuple[int, int]]:
    """Runs of words that may make an amount, with a numeral or a word such as "dozens" among them."""
    kind_of = _kinds(words.language)
    first, trigger = -1, False
    for position, kind in enumerate(map(kind_of, tokens.words)):
        inside = kind and (kind != DEPENDS or tokens.glued(position + 1))
        if first < 0:
            if not inside:
                continue
        elif not inside or position - first >= ISLAND or position in tokens.breaks:
            if trigger:
                yield first, position
            first, trigger = -1, False
        if inside:
            first = position if first < 0 else first
            trigger = trigger or kind == TELLS
    if trigger and first >= 0:
        yield first, len(tokens)


@cache
def _kinds(language: str) -> Callable[[str], int]:
    """What a word may be in an amount: nothing, a part, one that tells of an amount, or a mark that may join two."""
    inner, words, starters = _inner(language), amount_words(language), numerals(language).starters

    def kind(word: str) -> int:
        if word not in inner and not word[0].isnumeric():
            return DEPENDS if word in ".," else OUTSIDE
        tells = word[0].isnumeric() or word in words.triggers or word in starters
        return TELLS if tells else INSIDE

    return kept(kind)


@cache
def _inner(language: str) -> frozenset[str]:
    """The words that may stand in an amount."""
    words, numerals_ = amount_words(language), numerals(language)
    parts = (numerals_.starters, numerals_.tokens, numerals_.joiner, numerals_.point, numerals_.minus)
    signs = ("e", "x", "^", "+", *(symbol.lower() for symbol in words.exact))
    over = (word for words_ in numerals_.over for word in words_)
    more = (numerals_.suffixes, numerals_.scale_sign, words.vocabulary)
    return frozenset(signs).union(*parts, *more, over)


def _best(
    tokens: Tokens, words: AmountWords, terminals: Terminals, here: dict[str, list[Edge]], start: int
) -> Found | None:
    """The longest amount that begins at a token, or an ordinal."""
    found = [edge for category in QUANTITIES for edge in here.get(category, ())]
    found.sort(key=lambda e: (-e.end, RANK[e.category], -e.score))
    for edge in found:
        amount: Amount = edge.meaning
        of = counted(tokens, words, edge.end, terminals.masked) if amount.dimension == "count" else None
        if not changes(tokens, words, edge, start) and _passes(tokens, words, edge, start, of):
            return Found(start, edge.end, amount, of)
    number = terminals.number(start)
    if number is not None and number.kind == "ordinal" and _ranks(tokens, words, number):
        return Found(start, number.end, Amount(number.value, number.value, dimension="ordinal"), None)
    return None


def _ranks(tokens: Tokens, words: AmountWords, number: Number) -> bool:
    """Is an ordinal a rank, rather than part of a name or a unit of time?"""
    after = tokens.words[number.end] if number.end < len(tokens) else ""
    before = tokens.words[number.start - 1] if number.start else ""
    return after not in words.not_ordinal_before and before not in words.not_ordinal_after


def _passes(tokens: Tokens, words: AmountWords, edge: Edge, start: int, of: tuple[int, int] | None) -> bool:
    """Does a parse stand where an amount would?"""
    amount: Amount = edge.meaning
    if edge.category == "unsaid":  # names have capitals: the Celsius network, Fahrenheit 451
        return edge.end - start > 1 or not tokens.capital(start)
    if edge.end - start == 1 and edge.category == "amount" and amount.article:
        return len(tokens) == 1
    if edge.rule == "money.with_cents" and not _ends_sum(tokens, words, edge.end):
        return False
    if amount.dimension != "count":
        return _unit_stands(tokens, words, edge, start)
    if amount.digits and (_designated(tokens, words, start) or _marks(tokens, start, edge.end)):
        return False
    return not _names(tokens, start, edge.end, amount, of)


def _designated(tokens: Tokens, words: AmountWords, start: int) -> bool:
    """Do digits number what stands before them: "Article 5", « n° 3 »?"""
    before = tokens.words[start - 1] if start else ""
    behind = tokens.words[start - 2] if start > 1 else ""
    if before in words.designator_links and behind in words.designators_of:
        return True  # "the Group of 20"
    return before in words.designators or (before in (".", "°") and behind in words.designators)


def _unit_stands(tokens: Tokens, words: AmountWords, edge: Edge, start: int) -> bool:
    """An article counts only before some units: "a gallon" is an amount, "a foot" mostly is none."""
    first = tokens.words[start]
    if (
        "/" in (edge.meaning.unit or "")
        and tokens.words[edge.end : edge.end + 1]
        and tokens.words[edge.end] in words.not_rate
    ):
        return False
    if edge.end - start == 2 and first in ("a", "an", "un", "une"):
        return tokens.words[start + 1] in words.article_units
    return True


def _ends_sum(tokens: Tokens, words: AmountWords, end: int) -> bool:
    """Is the number after a currency its hundredths, and not the next sum: "10 rmb 20 usd"?"""
    after = tokens.words[end] if end < len(tokens) else ""
    return not any(
        entry[1] in ("currency", "sign", "unit", "percent") for entry in words.entries.get(after, ())
    )


def _marks(tokens: Tokens, start: int, end: int) -> bool:
    """Do digits mark a note, "[4]", or an item of a list, "3. "?"""
    after = tokens.words[end] if end < len(tokens) else ""
    if start and (tokens.words[start - 1], after) == ("[", "]"):
        return True
    place = tokens.starts[start]
    line = tokens.text.rfind("\n", max(0, place - 80), place) + 1 or max(0, place - 80)
    begins = not tokens.text[line:place].strip() and (start == 0 or line > tokens.ends[start - 1] - 1)
    spaced = end + 1 < len(tokens) and not tokens.glued(end + 1)
    return begins and after in (".", ")") and tokens.glued(end) and spaced


def _names(tokens: Tokens, start: int, end: int, amount: Amount, of: tuple[int, int] | None) -> bool:
    """Digits right after a name and with nothing to count belong to it: "Boeing 737", "Apollo 11"."""
    if start and not amount.digits and tokens.capital(start) and _named(tokens, start):
        return True  # "the Five", « les Vingt-Sept »
    if not amount.digits or not start or end - start > 1:
        return False
    if _acronym(tokens, start - 1) and not _plural(tokens, of):
        return True  # "the FTSE 100 lost"
    if of is not None:
        return False
    before = tokens.words[start - 1]
    return (
        before[0].isalpha()
        and tokens.capital(start - 1)
        and not tokens.glued(start)
        and start > 1
        and _inside(tokens, start - 1)
    )


def _acronym(tokens: Tokens, position: int) -> bool:
    """Is a token all in capitals, in a text that is not?"""
    places = (position, min(position + 2, len(tokens) - 1))
    word, after = (tokens.text[tokens.starts[p] : tokens.ends[p]] for p in places)
    capitals = len(word) > 1 and word.isupper() and word.isalpha()
    return capitals and not after.isupper() and not tokens.glued(position + 1)


def _plural(tokens: Tokens, of: tuple[int, int] | None) -> bool:
    return of is not None and tokens.words[of[1] - 1].endswith(("s", "x", "people", "men"))


def _named(tokens: Tokens, start: int) -> bool:
    """Does a capital numeral stand within a sentence, or at the end of a word of several parts?"""
    if "\n" in tokens.text[tokens.ends[start - 1] : tokens.starts[start]]:
        return False
    return tokens.words[start - 1][0].isalnum() or (tokens.words[start - 1] == "-" and tokens.glued(start))


def _inside(tokens: Tokens, position: int) -> bool:
    """Does a capital letter here mean a name, since the sentence does not begin here?"""
    return tokens.words[position - 1][0].isalnum() or tokens.words[position - 1] in ",'-"
