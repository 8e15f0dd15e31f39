"""Other readings from one: words exchanged for others of their length and rarity, so that every offset holds."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from reportedly.model import Reading

#: Words of the language as such: half of them stay, so that turns of phrase are shared by chance as in the news.
SMALL = 250
#: What is no text, or is a name of something in the reading.
# fmt: off
KEEP = frozenset({
    "act", "attribution", "cameo", "category", "certainty", "claims", "contexts", "country", "dimension",
    "earliest", "entity", "extra", "format", "id", "kind", "language", "latest", "mode", "outlet", "plover",
    "polarity", "precision", "published", "quantities", "quantity", "role", "sector", "sha256", "stance",
    "status", "tense", "time", "type", "unit", "value", "within",
})
# fmt: on
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")

Record = dict[str, Any]


def template(reading: Reading) -> Record:
    """A reading as plain records, without what no story is made from."""
    data: Record = msgspec.to_builtins(reading)
    return {**data, "sentences": [], "findings": [], "problems": []}


@cache
def ranked(language: str) -> dict[str, int]:
    """The words of a language, the most frequent first."""
    name = language if language in {"en", "fr"} else "en"
    text = (files("reportedly.corroborate") / "frequencies" / f"{name}.txt").read_text(encoding="utf-8")
    words = (word for word in text.splitlines()[1:] if word.isalpha())
    return {word: rank for rank, word in enumerate(dict.fromkeys(words))}


@cache
def like(language: str) -> dict[tuple[int, int], list[str]]:
    """Words by their length and by the power of two of their rank."""
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for word, rank in ranked(language).items():
        found[len(word), max(SMALL, rank).bit_length()].append(word)
    return found


class Other:
    """Another story in the same words: each word has one that stands for it."""

    def __init__(self, language: str | None, story: int) -> None:
        self.language, self._story = language or "en", story
        self._known: dict[str, str] = {}
        letters = list("bcdfghjklmnpqrstvwxz")
        random.Random(story).shuffle(letters)  # no secret
        self._letters = str.maketrans("bcdfghjklmnpqrstvwxz", "".join(letters))

    def word(self, word: str) -> str:
        """What stands for a word here."""
        if word not in self._known:
            found = self._found(word.casefold())
            self._known[word] = found.capitalize() if word[0].isupper() else found
        return self._known[word]

    def _found(self, word: str) -> str:
        rank = ranked(self.language).get(word)
        draw = random.Random(f"{word} {self._story}")  # no secret
        if rank is None or len(word) < 3:
            return word.translate(self._letters) if len(word) > 3 else word
        if rank < SMALL and draw.random() < 0.5:
            return word
        return draw.choice(like(self.language)[len(word), max(SMALL, rank).bit_length()])

    def text(self, text: str) -> str:
        return _WORD.sub(lambda match: self.word(match.group()), text)

    def reading(self, data: Record) -> Record:
        """The whole reading in other words."""
        found: Record = self._others(data)
        return found

    def _others(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self._others(one) for one in value]
        if isinstance(value, dict):
            return {
                key: one if key in KEEP and kept(one) else self._others(one) for key, one in value.items()
            }
        return value

    def news(self, draw: random.Random, count: int) -> str:
        """So many words as frequent as in the news, one in eight of them the story's own, in sentences."""
        words = list(ranked(self.language))
        own = [self.word(words[3000 + 7 * number]) for number in range(40)]
        found = [
            draw.choice(own) if draw.random() < 1 / 8 else words[int(len(words) ** draw.random()) - 1]
            for _ in range(count)
        ]
        return "".join(f"{word}. " if number % 17 == 16 else f"{word} " for number, word in enumerate(found))


def kept(value: object) -> bool:
    """Whether a value is no record in itself, whose texts are to be changed."""
    return not isinstance(value, dict) and not (
        isinstance(value, list) and value and isinstance(value[0], dict)
    )


def shifted(data: Record, days: int) -> Record:
    """The same so many days later."""

    def day(match: re.Match[str]) -> str:
        return (date(*map(int, match.groups())) + timedelta(days)).isoformat()

    published = data["document"]["published"]
    if published:
        data["document"]["published"] = _DAY.sub(day, published)
    for time in data["times"]:
        for bound in ("earliest", "latest"):
            time[bound] = _DAY.sub(day, time[bound]) if time[bound] else None
    return data
