"""How much a word tells: rare words much, common ones nothing; by the set at hand and, in small sets, by all news."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

#: The texts that the background list weighs as much as.
BACKGROUND = 300
#: Words of the texts that the background list is taken to count.
LENGTH = 300
#: Decibels below certainty of a word that the list does not hold.
UNKNOWN = 62

_WORD = re.compile(r"\w+")


@cache
def background(language: str) -> dict[str, float]:
    """The share of texts that hold a word, by the list of the language."""
    text = (files("reportedly.corroborate") / "frequencies" / f"{language}.txt").read_text(encoding="utf-8")
    first, *lines = text.splitlines()
    step = int(first.removeprefix("# "))
    found: dict[str, float] = {}
    for line in lines:
        if line:
            found[stem(line)] = min(1.0, found.get(stem(line), 0.0) + share(step))
        else:
            step += 1
    return found


def share(decibels: int) -> float:
    """The share of texts of `LENGTH` words that hold a word of this rate."""
    return -math.expm1(LENGTH * math.log1p(-(10 ** (-decibels / 10))))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without accents and without the endings that both languages share: a sieve, not a lemma."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for ending in ("ing", "ed", "es", "s"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 4:
            return bare[: -len(ending)]
    return bare


def terms(text: str) -> list[str]:
    """The stems of a text's words of two letters and more."""
    return [stem(word) for word in _WORD.findall(text) if len(word) > 1]


class Rarity:
    """The weights of words in one set of texts; they change by steps, so that one text more changes few of them."""

    def __init__(self) -> None:
        self.texts = 0
        self.holding: Counter[str] = Counter()

    def add(self, words: Iterable[str]) -> None:
        """Count one more text."""
        self.texts += 1
        self.holding.update(set(words))

    def weight(self, word: str, language: str) -> float:
        """The logarithm of how rare a word is among the texts, in halves."""
        share_of_all = background(language).get(word, share(UNKNOWN))
        expected = self.holding[word] + BACKGROUND * share_of_all
        return max(0.0, round(2 * math.log2((self.texts + BACKGROUND) / expected)) / 2)


Vector = dict[str, float]


def vector(words: Iterable[str], rarity: Rarity, language: str) -> Vector:
    """The words with their weights, of length one."""
    found = {
        word: (1 + math.log(count)) * weight
        for word, count in Counter(words).items()
        if (weight := rarity.weight(word, language))
    }
    norm = math.sqrt(sum(value * value for value in found.values())) or 1.0
    return {word: value / norm for word, value in found.items()}


def cosine(one: Vector, other: Vector) -> float:
    """How alike two vectors are, 0 to 1; the sum is exact, so that no order of words matters."""
    return math.fsum(one[word] * other[word] for word in one.keys() & other.keys())
