"""Words, digit runs and signs of a text, folded so that spelling variants meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"https?://\S+|www\.\S+|[^\W\d_]+|\d+|[^\w\s]|_")
_BREAK = re.compile(r"\n[^\S\n]*\n")
_ACCENTED = "àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ"
#: Every entry keeps its length, so that folded and given text share offsets.
_FOLD = {
    **{ord(c): unicodedata.normalize("NFD", c)[0] for c in _ACCENTED},
    **dict.fromkeys(map(ord, "’ʼ‘`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑−"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\u200a"), " "),
    ord("İ"): "i",
    ord("”"): '"',
    ord("“"): '"',
    ord("×"): "x",
}


def fold(text: str) -> str:
    """The text in lower case, without French accents and typographic variants, code point for code point."""
    return text.translate(_FOLD).lower()


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens in parallel tuples; ``starts`` and ``ends`` are code points into ``text``."""

    text: str
    folded: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    #: Token positions that begin a new paragraph.
    breaks: frozenset[int]

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, position: int) -> bool:
        """Does this token follow the one before it without white space?"""
        return 0 < position < len(self.words) and self.starts[position] == self.ends[position - 1]

    def capital(self, position: int) -> bool:
        """Does the token begin with a capital letter in the given text?"""
        return self.text[self.starts[position]].isupper()


def tokenize(text: str) -> Tokens:
    """All tokens of a text."""
    folded = fold(text)
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(folded)]
    words, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return Tokens(text, folded, words, starts, ends, _breaks(folded, starts))


def _breaks(folded: str, starts: tuple[int, ...]) -> frozenset[int]:
    from bisect import bisect_left

    return frozenset(bisect_left(starts, m.end()) for m in _BREAK.finditer(folded))


def pieces(surface: str) -> tuple[str, ...]:
    """A lexicon entry as the tokens it would be in a text."""
    return tuple(_WORD.findall(fold(surface)))
