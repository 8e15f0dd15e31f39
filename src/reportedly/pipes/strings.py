"""What is known of a word form, a label or a set of features by itself, worked out once for all documents.

The keys are spaCy's numbers for strings, which are the same in all vocabularies.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, TypeVar

from spacy.lang.lex_attrs import is_punct, is_quote
from spacy.strings import StringStore

#: Distinct words, labels and sets of features that are kept.
KEPT = 200_000
NONE: list[str] = []


class Morph:
    """A set of morphological features."""

    __slots__ = ("_values", "key")

    def __init__(self, key: int, text: str) -> None:
        self.key = key
        pairs = (pair.split("=", 1) for pair in text.split("|") if "=" in pair)
        self._values = {name: value.split(",") for name, value in pairs}

    def get(self, name: str, default: list[str] = NONE) -> list[str]:
        """The values of a feature, which nobody may change."""
        return self._values.get(name, default)


class Form(NamedTuple):
    """What is known of a word by its form alone."""

    text: str
    lower: str
    #: In lower case with a straight apostrophe.
    straight: str
    space: bool
    punct: bool
    quote: bool


class Label(NamedTuple):
    """A dependency label, its universal part, and that in lower case."""

    full: str
    base: str
    lower: str


T = TypeVar("T")


def cached(make: Callable[[int, str], T]) -> Callable[[int, StringStore], T]:
    """Keeps what is made of a string, by spaCy's number for it, which is the same in all vocabularies."""
    kept: dict[int, T] = {}

    def get(key: int, strings: StringStore) -> T:
        found = kept.get(key)
        if found is None:
            if len(kept) >= KEPT:
                kept.clear()
            found = kept[key] = make(key, strings[key])
        return found

    return get


@cached
def form_of(_: int, text: str) -> Form:
    return Form(text, text.lower(), straight(text), text.isspace(), is_punct(text), is_quote(text))


@cached
def label_of(_: int, text: str) -> Label:
    base = universal(text)
    return Label(text, base, base.lower())


@cached
def pos_of(_: int, text: str) -> str:
    return text


@cached
def lemma_of(_: int, text: str) -> tuple[str, str]:
    return text, straight(text)


@cached
def morph_of(key: int, text: str) -> Morph:
    return Morph(key, text)


@lru_cache(KEPT)
def universal(label: str) -> str:
    """The universal part of a label: ``nsubj`` of ``nsubj:pass``."""
    return label.partition(":")[0]


@lru_cache(KEPT)
def straight(word: str) -> str:
    """A word in lower case with a straight apostrophe."""
    return word.lower().replace("’", "'")
