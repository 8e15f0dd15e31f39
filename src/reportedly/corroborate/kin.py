"""Families of words that name one act: "died" and "passed away", « décès » and "death"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from reportedly.corroborate.rarity import stem
from reportedly.lexicon import load

#: What stands before a reflexive verb in the lexicon and, elided, in a text.
SELF = "se"

_WORD = re.compile(r"\w+")
_REFLEXIVE = re.compile(r"\bs(?:e |['’])$", re.IGNORECASE)
_ELIDED = re.compile(r"^s['’]")

Form = tuple[str, ...]


def kin(lemma: str, before: str, after: str, language: str) -> frozenset[str]:
    """The families of the word that names an act; where an entry of several words fits, only those of such.

    :param before: the text before it, of which only a reflexive matters.
    :param after: the text behind it, in which an entry may go on.

    >>> sorted(kin("pass", "He ", " away on Monday", "en"))
    ['die']
    >>> sorted(kin("effondrer", "La tour s'", " lundi", "fr"))
    ['collapse']
    """
    reflexive = language == "fr" and _REFLEXIVE.search(before)
    return _families(f"{SELF} {lemma}" if reflexive else lemma, after, language)


@lru_cache(maxsize=20_000)
def _families(lemma: str, after: str, language: str) -> frozenset[str]:
    small = _small(language)
    own = [word for word in _stems(lemma) if word not in small]
    told = (*own, *(word for word in _stems(after) if word not in small))
    table = _table(language)
    phrases = {
        key
        for form, key in table.get(told[0] if told else "", ())
        if len(form) > 1 and told[: len(form)] == form
    }
    if phrases:
        return frozenset(phrases)
    return frozenset(key for word in own for form, key in table.get(word, ()) if form == (word,))


@cache
def _table(language: str) -> dict[str, list[tuple[Form, str]]]:
    """The forms of all families, each with its family's key, by their first words."""
    found: dict[str, list[tuple[Form, str]]] = defaultdict(list)
    small = _small(language)
    for family, entries in load("kin", language)["families"].items():
        for entry in entries:
            form = tuple(word for word in _stems(entry) if word not in small)
            found[form[0]].append((form, family))
    return dict(found)


@cache
def _small(language: str) -> frozenset[str]:
    """Words that are passed over within an entry."""
    return frozenset(stem(word) for word in load("kin", language)["small"])


def _stems(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(_ELIDED.sub(f"{SELF} ", text))]
