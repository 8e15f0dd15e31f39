"""Words as the gazetteer compares them, and the forms that a lexicon's singulars take in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

#: Letters and figures part, so that "F16", "F-16" and "F 16" are the same words.
WORD = re.compile(r"[^\W\d_]+|\d+")
_CAPITALS_SHARE = 0.7
_FOLDED_APART = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "œ": "oe", "æ": "ae"})
_FRENCH_LINKS = frozenset({"de", "d", "du", "des", "à", "au", "aux", "en", "sans", "sous", "pour", "contre"})


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word in lower case with no accents."""
    lower = word.lower()
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFD", lower).translate(_FOLDED_APART)
    return "".join(char for char in parts if not unicodedata.combining(char))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, as they stand."""
    return tuple(WORD.findall(text))


def slug(name: str) -> str:
    """A name as part of a key: "Fath-360" → "fath-360"."""
    return "-".join(fold(word) for word in words_of(name))


def _english_plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _french_plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    if word.endswith("eau"):
        return word + "x"
    return word + "s"


def _french_phrase_plural(phrase: str) -> str:
    """Every word up to the first preposition: "chef d'Etat" → "chefs d'Etat"."""
    parts = re.split(r"([ '’-])", phrase)
    for at in range(0, len(parts), 2):
        if parts[at].lower() in _FRENCH_LINKS:
            break
        if (
            parts[at] not in ("vice", "ex", "sous", "contre", "haut")
            or len(parts) == 1
            or parts[at + 1] != "-"
        ):
            parts[at] = _french_plural(parts[at])
    return "".join(parts)


def plural(noun: str, language: str, irregular: Mapping[str, str]) -> str:
    """The plural of a noun; ``irregular`` holds what the rules get wrong, also for a phrase's last word."""
    if noun in irregular:
        return irregular[noun]
    if language == "fr":
        return _french_phrase_plural(noun)
    first, space, last = noun.rpartition(" ")
    if " of " in noun or "-of-" in noun or "-in-" in noun:
        head, link, rest = re.split(r"(\W(?:of|in)\W)", noun, maxsplit=1)
        return plural(head, language, irregular) + link + rest
    return first + space + irregular.get(last, _english_plural(last))


def french_demonym(base: str, endings: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Masculine singular, feminine singular, masculine plural, feminine plural of a demonym."""
    ending = max((end for end in endings if base.endswith(end)), key=len)
    stem = base[: len(base) - len(ending)]
    feminine, several, feminines = (stem + form for form in endings[ending].split("|"))
    return base, feminine, several, feminines


def english_demonym(base: str, takes_s: Sequence[str]) -> tuple[str, ...]:
    """A demonym and, where its ending allows one, its plural noun."""
    return (base, base + "s") if base.endswith(tuple(takes_s)) else (base,)


def shouted(text: str) -> bool:
    """Whether a line or sentence is written in capitals throughout, as many wires and headlines are."""
    letters = sum(map(str.isalpha, text))
    return letters > 12 and sum(map(str.isupper, filter(str.isalpha, text))) >= _CAPITALS_SHARE * letters
