"""How alike articles are as wholes, and which are near enough to tell of one event or to be retellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.corroborate.postings import Pairs, pairs_within
from reportedly.corroborate.rarity import ONE, Bag, Lexis, Vector, background, stem
from reportedly.corroborate.texts import Text
from reportedly.corroborate.translation import ALIKE, FEWEST, mark, marks, shares

#: Words by which an article is looked for: so many of those that tell most of it.
LEADING = 32
#: For a word, so many articles before and after one in time that share it are looked at.
REACH = 32
#: So many of the articles that are most alike are an article's neighbours.
NEAREST = 64
#: The part of a likeness that the leading words must bring in.
SEEN = 0.7


class Nearness:
    """The words of a set of articles, in order of time, as vectors."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self.place = {text.id: place for place, text in enumerate(texts)}
        self.lexes: dict[str, Lexis] = {}
        self.marks = Lexis(mark, shares())
        bags = [self.lexis(text).bag(text.forms) for text in texts]
        common = [self.marks.bag(marks(text)) for text in texts]
        self._weigh(bags, common)
        self.documents = [self.lexis(text).vector(bag) for text, bag in zip(texts, bags, strict=True)]
        self.common = [self.marks.vector(bag) for bag in common]

    def lexis(self, text: Text) -> Lexis:
        """The words of an article's language."""
        if text.language not in self.lexes:
            self.lexes[text.language] = Lexis(stem, background(text.language))
        return self.lexes[text.language]

    def _weigh(self, bags: Sequence[Bag], common: Sequence[Bag]) -> None:
        for language, lexis in self.lexes.items():
            lexis.count(bag for text, bag in zip(self.texts, bags, strict=True) if text.language == language)
        self.marks.count(common)

    def sentence(self, text: Text, forms: Sequence[str]) -> dict[int, int]:
        """Some words of an article, each with what it tells; a name has one key in all languages."""
        lexis = self.lexis(text)
        vector = lexis.vector(lexis.bag(forms))
        return dict(zip(lexis.ties[vector.words].tolist(), vector.values.tolist(), strict=True))

    def alike(self, one: str, other: str) -> float:
        """How alike two articles are, 0 to 1; across languages by what outlives translation."""
        first, second = self.place[one], self.place[other]
        vectors = self.documents if self._tongue(first) == self._tongue(second) else self.common
        return likeness(vectors, first, [second])[0] / ONE**2

    def _tongue(self, place: int) -> str:
        return self.texts[place].language

    def near(self, least: float) -> dict[tuple[str, str], float]:
        """How alike two articles are, for those that are so at all, by their ids in order."""
        found: dict[tuple[str, str], float] = {}
        both = chain(self.candidates(least, same=True), self.candidates(least, same=False))
        for place, others, alike in both:
            for other, value in zip(others, alike, strict=True):
                if value >= least:
                    one, two = self.texts[place].id, self.texts[other].id
                    found[min(one, two), max(one, two)] = value
        return found

    def retellings(self) -> Iterator[tuple[Text, Text, float]]:
        """Later articles with the earlier one, in another language, that they retell, and how alike the two are."""
        best: dict[int, tuple[float, int]] = {}
        for earlier, others, alike in self.candidates(ALIKE, same=False):
            for later, value in zip(others, alike, strict=True):
                # Of two that are equally alike the earlier counts.
                better = value >= ALIKE and (value, -earlier) > best.get(later, (0.0, 0))
                if better and self.shared_marks(earlier, later) >= FEWEST:
                    best[later] = value, -earlier
        for later, (value, earlier) in sorted(best.items()):
            yield self.texts[later], self.texts[-earlier], value

    def shared_marks(self, one: int, other: int) -> int:
        """How many things that outlive translation two articles share."""
        return len(np.intersect1d(self.common[one].words, self.common[other].words, assume_unique=True))

    def candidates(self, least: float, *, same: bool) -> Iterator[tuple[int, list[int], list[float]]]:
        """Each article with later ones of the same language, or of another, that may be that much alike."""
        tongues = {language: number for number, language in enumerate(sorted(self.lexes))}
        tongue = np.array([tongues[text.language] for text in self.texts], np.int64)
        vectors = self.documents if same else self.common
        if not same and len(tongues) < 2:
            return
        keys, places, weights = self._leading(vectors, tongue if same else None)
        for pairs in pairs_within(keys, places, weights, REACH):
            kin = (tongue[pairs.first] == tongue[pairs.second]) == same
            yield from measured(vectors, pairs, kin & (pairs.weights >= SEEN * least * ONE**2))

    def _leading(
        self, vectors: Sequence[Vector], tongue: NDArray[np.int64] | None
    ) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int64]]:
        """The leading words of all articles as keys; of one article and language each is another."""
        keys, places, weights = [], [], []
        for place, vector in enumerate(vectors):
            lexis = self.marks if tongue is None else self.lexis(self.texts[place])
            leading = vector.leading(LEADING, lexis.ties)
            offset = 0 if tongue is None else int(tongue[place]) << 32
            keys.append(vector.words[leading].astype(np.uint64) + np.uint64(offset))
            places.append(np.full(len(leading), place, np.int64))
            weights.append(vector.values[leading].astype(np.int64))
        return _joined(keys, np.uint64), _joined(places, np.int64), _joined(weights, np.int64)


def _joined(parts: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, kind), *parts])


def measured(
    vectors: Sequence[Vector], pairs: Pairs, keep: NDArray[np.bool_]
) -> Iterator[tuple[int, list[int], list[float]]]:
    """The exact likeness of the pairs that are kept, by their first article."""
    first, second = pairs.first[keep], pairs.second[keep]
    if not len(first):
        return
    edges = np.flatnonzero(np.concatenate(([True], first[1:] != first[:-1])))
    for place, others in zip(first[edges].tolist(), np.split(second, edges[1:]), strict=True):
        alike = likeness(vectors, place, others.tolist())
        yield place, others.tolist(), [value / ONE**2 for value in alike]


def likeness(vectors: Sequence[Vector], one: int, others: Sequence[int]) -> list[int]:
    """The products of one vector with others."""
    mine = vectors[one]
    words = np.concatenate([vectors[other].words for other in others])
    values = np.concatenate([vectors[other].values for other in others])
    lengths = np.array([len(vectors[other].words) for other in others])
    if not len(mine.words):
        return [0] * len(others)
    at = np.minimum(np.searchsorted(mine.words, words), len(mine.words) - 1)
    products = np.where(mine.words[at] == words, mine.values[at].astype(np.int64) * values, 0)
    totals = np.concatenate(([0], np.cumsum(products)))
    ends = np.cumsum(lengths)
    found: list[int] = (totals[ends] - totals[ends - lengths]).tolist()
    return found
