"""How much a word tells: rare words much, common ones nothing; by the set at hand and, in small sets, by all news.

Weights and vectors are whole numbers, so that sums of them are exact and no order of words or of texts matters.
"""

from __future__ import annotations

import math
import re
import unicodedata
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

#: The texts that the background list weighs as much as.
BACKGROUND = 300
#: Words of the texts that the background list is taken to count.
LENGTH = 300
#: Decibels below certainty of a word that the list does not hold.
UNKNOWN = 62
#: What stands for 1 in a vector.
ONE = 1 << 14
#: Parts of a weight that are told apart.
PARTS = 64

_WORD = re.compile(r"\w{2,}")
Numbers = NDArray[np.int32]


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


def forms(text: str) -> list[str]:
    """A text's words of two letters and more, as they stand."""
    return _WORD.findall(text)


def terms(text: str) -> list[str]:
    """The stems of a text's words of two letters and more."""
    return [stem(word) for word in forms(text)]


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Words by number, in ascending order, with what each tells: of length `ONE`."""

    words: Numbers
    values: Numbers

    def leading(self, count: int, ties: NDArray[np.uint32]) -> NDArray[np.intp]:
        """The places of the words that tell most of it."""
        if len(self.words) <= count:
            return np.arange(len(self.words))
        return np.lexsort((ties[self.words], -self.values))[:count]


def dot(one: Mapping[int, int], other: Mapping[int, int]) -> float:
    """How alike two vectors are, 0 to 1, given as values by word."""
    return sum(one[word] * other[word] for word in one.keys() & other.keys()) / ONE**2


class Lexis:
    """Words of one kind by number, and how much each tells; weights go by steps, so that few change with one text."""

    def __init__(self, norm: Callable[[str], str | None], shares: Mapping[str, float]) -> None:
        """Begin with no words.

        :param norm: what a form counts as, or None for nothing.
        :param shares: the share of all texts that hold a word.
        """
        self.numbers = _Numbers(self)
        self._norm, self._background = norm, shares
        self._known: dict[str, int] = {}
        self._shares, self._ties = array("d"), array("I")
        self._held: NDArray[np.int64] = np.zeros(0, np.int64)
        self._weights: NDArray[np.float64] = np.zeros(0)
        self._counted = 0

    def number(self, form: str) -> int:
        """The number of a form that was not met before; -1 where it counts as nothing."""
        word = self._norm(form)
        if word is None:
            return -1
        if word not in self._known:
            self._known[word] = len(self._known)
            self._shares.append(self._background.get(word, share(UNKNOWN)))
            self._ties.append(zlib.crc32(word.encode()))
        return self._known[word]

    def bag(self, forms: Iterable[str]) -> Bag:
        """The words among some forms, with their counts."""
        found = np.array([self.numbers[form] for form in forms], np.int32)
        words, counts = np.unique(found[found >= 0], return_counts=True)
        return words, counts.astype(np.int32)

    def count(self, bags: Iterable[Bag]) -> None:
        """Weigh words by these texts from now on."""
        held = [words for words, _ in bags]
        self._counted = len(held)
        self._held = np.bincount(np.concatenate(held)) if held else np.zeros(0, np.int64)
        self._weights = np.zeros(0)

    @property
    def ties(self) -> NDArray[np.uint32]:
        """A number for each word that is the same in every run: it orders words of one weight."""
        return np.frombuffer(self._ties, np.uint32) if self._ties else np.zeros(0, np.uint32)

    @property
    def weights(self) -> NDArray[np.float64]:
        """The logarithm of how rare each word is among the texts, in halves."""
        if len(self._weights) < len(self._known):
            held = np.zeros(len(self._known))
            held[: len(self._held)] = self._held[: len(held)]
            expected = held + BACKGROUND * np.array(self._shares)
            bits = np.log2((self._counted + BACKGROUND) / expected)
            self._weights = np.maximum(0.0, np.rint(2 * bits) / 2)
        return self._weights

    def vector(self, bag: Bag) -> Vector:
        """The words with their weights, of length `ONE`."""
        words, counts = bag
        raw = np.rint(PARTS * (1 + np.log(counts)) * self.weights[words]).astype(np.int64)
        norm = math.sqrt(int(np.dot(raw, raw))) or 1.0
        values = np.rint(raw * (ONE / norm)).astype(np.int32)
        return Vector(words[values > 0], values[values > 0])


class _Numbers(dict[str, int]):
    """Numbers by form; a new form gets the next."""

    def __init__(self, lexis: Lexis) -> None:
        super().__init__()
        self._lexis = lexis

    def __missing__(self, form: str) -> int:
        self[form] = number = self._lexis.number(form)
        return number


Bag = tuple[Numbers, Numbers]
