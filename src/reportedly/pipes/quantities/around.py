"""What the words around an amount make of it: a change is no range, a unit is shared, degrees are of a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reportedly.numbers.chart import Edge
from reportedly.numbers.number import tidy
from reportedly.numbers.tokens import Tokens
from reportedly.pipes.quantities.lexicon import AmountWords
from reportedly.pipes.quantities.terms import Amount

#: Tokens before an amount among which a verb of change stands: "rose by about 52 cents to $93".
_REACH = 4


class Found(NamedTuple):
    """An amount over tokens ``[start, end)`` with what it counts."""

    start: int
    end: int
    amount: Amount
    of: tuple[int, int] | None


def bounded(tokens: Tokens, words: AmountWords, found: Found) -> Found:
    """With what the words before and after make of it: "more than", "about", "or more"."""
    amount = found.amount
    for effect in (_before(tokens, words, found.start), _after(tokens, words, found.end)):
        if effect == "about":
            amount = replace(amount, approximate=True)
        elif effect == "min" and amount.low == amount.high:
            amount = replace(amount, high=None)
        elif effect == "max" and amount.low == amount.high:
            amount = replace(amount, low=None)
    return found._replace(amount=amount)


def angled(tokens: Tokens, words: AmountWords, found: Found) -> Found:
    """Degrees of a circle, where the words around say so."""
    near = tokens.words[max(0, found.start - 6) : found.end + 4]
    if found.amount.unit != "°" or not words.angles.intersection(near):
        return found
    return found._replace(amount=replace(found.amount, dimension="other"))


def changes(tokens: Tokens, words: AmountWords, edge: Edge, start: int) -> bool:
    """Is "rose 52 cents to $93", "up from 5 to 7 percent" no range but a change, and where it led?"""
    inside = tokens.words[start : edge.end]
    if not words.change_to.intersection(inside) or edge.category not in (
        "range",
        "money",
        "percentage",
        "measure",
    ):
        return False
    led = inside[0] in words.change_from or (start > 0 and tokens.words[start - 1] in words.change_from)
    if not led and edge.rule != "range.ranged":
        return False
    before = tokens.words[max(0, start - _REACH) : start]
    return bool(words.change.intersection(before))


def shared(tokens: Tokens, words: AmountWords, found: Iterable[Found]) -> Iterator[Found]:
    """A bare number takes the unit of the amount that "and" or "or" joins to it: "45 and 50 mg"."""
    waiting: Found | None = None
    for each in found:
        if waiting:
            joined = each.start - waiting.end == 1 and tokens.words[waiting.end] in words.sharing
            yield _with_unit(waiting, each.amount) if joined and each.amount.unit else waiting
        waiting = each
    if waiting:
        yield waiting


def _with_unit(found: Found, other: Amount) -> Found:
    amount = found.amount
    if (
        amount.unit
        or amount.dimension != "count"
        or found.of
        or amount.low != amount.high
        or amount.low is None
    ):
        return found
    scale = other.scale if other.scale >= 1e3 and amount.scale == 1 and amount.low < 1e3 else 1
    value = tidy(amount.low * scale)
    return found._replace(
        amount=replace(amount, low=value, high=value, unit=other.unit, dimension=other.dimension)
    )


def _before(tokens: Tokens, words: AmountWords, start: int) -> str | None:
    if not start:
        return None
    for form, effect in words.modifiers.get(tokens.words[start - 1], ()):
        if tokens.words[max(0, start - len(form)) : start] == form:
            return effect
    return None


def _after(tokens: Tokens, words: AmountWords, end: int) -> str | None:
    if end >= len(tokens):
        return None
    for form, effect in words.modifiers_after.get(tokens.words[end], ()):
        if tokens.words[end : end + len(form)] == form:
            return effect
    return None
