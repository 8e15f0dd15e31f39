"""What of a text outlives translation, without any model: countries, numbers, names, words of common stock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.corroborate.rarity import Keyed
from reportedly.corroborate.texts import Text
from reportedly.naming import bare, capitals, folded

#: Letters by which words of common stock are known: "architecture", "architectural".
STOCK = 5
#: The least likeness of an article and its retelling in the other language: what only tells of the same stays below.
ALIKE = 0.24
#: The fewest marks in common.
FEWEST = 5

_WORD = re.compile(r"[^\W\d_]{6,}|\d[\d.,\u00a0\u202f ]*\d|\d")


def marks(text: Text) -> Iterator[str]:
    """The words and numbers of a text that `mark` knows something of, its countries, and its amounts in words."""
    yield from (
        f"country:{entity.country}"
        for entity in text.reading.entities
        if entity.country and (entity.kind == "country" or folded(entity.name) in capitals())
    )
    yield from (
        f"{amount.low:.0f}"
        for amount in text.reading.quantities
        if amount.low and amount.low == amount.high and amount.span.text.isalpha()
    )
    yield from _WORD.findall(text.reading.document.text)


def mark(word: str) -> str:
    """What outlives translation of a word, a number or a country.

    >>> mark("Architecture"), mark("3 000"), mark("country:NOR")
    ('archi', 'number:3000', 'country:NOR')
    """
    if word.startswith("country:"):
        return word
    if word[0].isdigit():
        return "number:" + re.sub(r"\D", "", word)
    return bare(word)[:STOCK]


#: Keys of what outlives translation.
MARKS = Keyed(mark)
