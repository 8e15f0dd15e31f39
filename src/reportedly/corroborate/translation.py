"""Retellings in the other language, without any model: names, numbers and words of common stock in the same order."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reportedly.corroborate.texts import Text

#: Letters by which words of common stock are known: "architecture", "architectural".
STOCK = 5
#: The least share of weight that two texts must have in common.
ALIKE = 0.16
#: The fewest marks in common.
FEWEST = 4
#: A mark in more texts of a language than this is no mark.
COMMON = 64

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,\u00a0\u202f ]*\d|\d")


def marks(text: Text) -> Counter[str]:
    """What of a text outlives translation: countries, numbers, names, beginnings of long words."""
    found: Counter[str] = Counter()
    for entity in text.reading.entities:
        if entity.country and entity.kind == "country":
            found[f"country:{entity.country}"] += 1
    for match in _WORD.finditer(text.reading.document.text):
        word = match.group()
        if word[0].isdigit():
            found["number:" + re.sub(r"\D", "", word)] += 1
        elif len(word) > STOCK:
            found[stock(word)] += 1
    return found


def stock(word: str) -> str:
    """The beginning of a word without accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))[:STOCK]


def translations(texts: Sequence[Text]) -> Iterator[tuple[Text, Text, float]]:
    """Later texts with the earlier one, in another language, that they retell, and how alike the two are."""
    languages = {text.reading.document.language for text in texts}
    if len(languages - {None}) < 2:
        return
    bags = [marks(text) for text in texts]
    spread = Counter(mark for bag in bags for mark in bag)
    weights = {mark: math.log(1 + len(texts) / count) for mark, count in spread.items()}
    norms = [math.sqrt(sum((weights[mark] * bag[mark]) ** 2 for mark in bag)) or 1.0 for bag in bags]
    index: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        scores: dict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        for mark, count in bags[place].items():
            for other in index[mark]:
                if texts[other].reading.document.language != text.reading.document.language:
                    scores[other] += weights[mark] ** 2 * count * bags[other][mark]
                    shared[other] += 1
            if len(index[mark]) < COMMON:
                index[mark].append(place)
        best = max(scores, key=lambda other: scores[other] / norms[other], default=None)
        if best is not None and shared[best] >= FEWEST:
            alike = scores[best] / norms[place] / norms[best]
            if alike >= ALIKE:
                yield text, texts[best], alike
