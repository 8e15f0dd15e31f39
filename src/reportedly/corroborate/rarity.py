"""How much a word tells: rare words much, common ones nothing; by the set at hand and, in small sets, by all news.

Weights and vectors are whole numbers, so that sums of them are exact and no order of words or of texts matters.
"""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.naming import bare

#: The texts that the background list weighs as much as.
BACKGROUND = 300
#: Words of the texts that the background list is taken to count.
LENGTH = 300
#: Decibels below certainty of a word that the list does not hold.
UNKNOWN = 62
#: What stands for 1 in a vector.
ONE = 1 << 14
#: Forms whose keys are kept.
FORMS = 150_000
#: Parts of a weight that are told apart.
PARTS = 64

_WORD = re.compile(r"\w{2,}")
Keys = NDArray[np.uint32]


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


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without accents and without the endings that both languages share: a sieve, not a lemma."""
    plain = bare(word)
    for ending in ("ing", "ed", "es", "s"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)]
    return plain


def forms(text: str) -> list[str]:
    """A text's words of two letters and more, as they stand."""
    return _WORD.findall(text)


def terms(text: str) -> list[str]:
    """The stems of a text's words of two letters and more."""
    return [stem(word) for word in forms(text)]


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Words by their keys, in ascending order, with what each tells: of length `ONE`."""

    words: Keys
    values: NDArray[np.int16]

    def leading(self, count: int) -> NDArray[np.intp]:
        """The places of the words that tell most of it."""
        if len(self.words) <= count:
            return np.arange(len(self.words))
        return np.lexsort((self.words, -self.values.astype(np.int32)))[:count]


def dot(one: Mapping[int, int], other: Mapping[int, int]) -> float:
    """How alike two vectors are, 0 to 1, given as values by word."""
    return sum(one[word] * other[word] for word in one.keys() & other.keys()) / ONE**2


def products(mine: Vector, theirs: Sequence[Vector]) -> list[int]:
    """The products of one vector with others."""
    if not len(mine.words):
        return [0] * len(theirs)
    words = np.concatenate([vector.words for vector in theirs])
    values = np.concatenate([vector.values for vector in theirs]).astype(np.int64)
    ends = np.cumsum([len(vector.words) for vector in theirs])
    at = np.minimum(np.searchsorted(mine.words, words), len(mine.words) - 1)
    totals = np.append(0, np.cumsum(np.where(mine.words[at] == words, mine.values[at] * values, 0)))
    found: list[int] = np.diff(totals[np.append(0, ends)]).tolist()
    return found


class Keyed(dict[str, int]):
    """The keys of words by the forms that they were met in; a key is the same in every run."""

    def __init__(self, norm: Callable[[str], str]) -> None:
        super().__init__()
        self._norm = norm

    def __missing__(self, form: str) -> int:
        if len(self) >= FORMS:
            self.clear()
        self[form] = found = key(self._norm(form))
        return found

    def bag(self, found: Iterable[str]) -> Bag:
        """The words among some forms, with their counts."""
        return bag_of(np.array([self[form] for form in found], np.uint32))


def bag_of(keys: Keys) -> Bag:
    """The words among these, with their counts."""
    keys = np.sort(keys)
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else keys
    return keys[first], np.minimum(np.diff(first, append=len(keys)), 255).astype(np.uint8)


def key(word: str) -> int:
    """A word's key: 32 bits."""
    return zlib.crc32(word.encode())


#: Keys of words by their stems.
STEMS = Keyed(stem)


class Told(Keyed):
    """Two keys in one, by the form that a word was met in: its own, and its stem's if it has two letters."""

    def __init__(self) -> None:
        super().__init__(str)

    def __missing__(self, form: str) -> int:
        if len(self) >= FORMS:
            self.clear()
        self[form] = found = key(bare(form)) << 32 | (key(stem(form)) if len(form) > 1 else 0)
        return found

    def of(self, found: Iterable[str]) -> NDArray[np.uint64]:
        """The keys of some forms, in their order."""
        return np.array([self[form] for form in found], np.uint64)


TOLD = Told()


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """How many of so many texts hold each word; words by their keys, in order."""

    words: Keys
    counts: NDArray[np.int64]
    texts: int


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """The share of all texts that hold each word; words by their keys, in order."""

    words: Keys
    values: NDArray[np.float64]


@cache
def shares_in(language: str | None) -> Shares:
    """What the list of a language tells; of no language, nothing."""
    known = {key(word): value for word, value in background(language).items()} if language else {}
    words = sorted(known)
    return Shares(np.array(words, np.uint32), np.array([known[each] for each in words], np.float64))


def tally_of(bags: Sequence[Bag]) -> Tally:
    """Count these texts."""
    held = [words for words, _ in bags]
    words, counts = np.unique(np.concatenate([np.zeros(0, np.uint32), *held]), return_counts=True)
    return Tally(words, counts, len(bags))


class Weights:
    """What words tell, by the texts that were counted; weights go by steps, so that few change with one text."""

    def __init__(self, shares: Shares, tally: Tally) -> None:
        """Weigh by what is common everywhere and by what is here."""
        self.shares, self.tally = shares, tally

    def of(self, words: Keys) -> NDArray[np.float64]:
        """The logarithm of how rare each word is among the texts, in halves."""
        shares = looked_up(words, self.shares.words, self.shares.values, share(UNKNOWN))
        held = looked_up(words, self.tally.words, self.tally.counts, 0)
        bits = np.log2((self.tally.texts + BACKGROUND) / (held + BACKGROUND * shares))
        found: NDArray[np.float64] = np.maximum(0.0, np.rint(2 * bits) / 2)
        return found

    def vector(self, bag: Bag) -> Vector:
        """The words with their weights, of length `ONE`."""
        words, counts = bag
        raw = np.rint(PARTS * (1 + np.log(counts.astype(np.float64))) * self.of(words)).astype(np.int64)
        norm = math.sqrt(int(np.dot(raw, raw))) or 1.0
        values = np.rint(raw * (ONE / norm)).astype(np.int16)
        return Vector(words, values) if values.all() else Vector(words[values > 0], values[values > 0])


def looked_up(words: Keys, known: Keys, values: NDArray[Any], default: float) -> NDArray[np.float64]:
    """The values of words in a sorted table."""
    if not len(known):
        return np.full(len(words), default, np.float64)
    at = np.minimum(np.searchsorted(known, words), len(known) - 1)
    return np.where(known[at] == words, values[at], default).astype(np.float64)


Bag = tuple[Keys, NDArray[np.uint8]]
