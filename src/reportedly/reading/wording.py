"""Words of an article as they stand within a sentence of ours."""

from __future__ import annotations

import re
from collections.abc import Set

_WORD = re.compile(r"[^\W\d_]+")


def flat(text: str) -> str:
    """Words on one line."""
    return " ".join(text.split())


def small_words(text: str) -> set[str]:
    """The words that a text writes without a capital."""
    return {word for word in _WORD.findall(text) if word.islower()}


def running(words: str, small: Set[str]) -> str:
    """Words on one line, as they would stand within a sentence: ``Two officials`` as ``two officials``.

    :param small: the words that lose their capital at the beginning.
    """
    words = flat(words)
    first = _WORD.match(words)
    if first and first.group().istitle() and first.group().lower() in small:
        return words[0].lower() + words[1:]
    return words
