"""The words that tell one full stop from another, as ``lexicon/<language>/sentences.toml`` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load

LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Rules:
    """One language's view on full stops. Abbreviations are kept without their last stop.

    ``kinds`` maps an abbreviation to its kind: ``title`` (never the end of a sentence), ``number`` (not
    before a number), ``inner`` (never the end), ``either`` (the end only before a starter), ``clock`` (the
    end unless a ``follower`` comes next), ``last`` (the end before any capital).
    """

    kinds: dict[str, str]
    #: Capitalised function words: after an abbreviation they show that a new sentence has begun.
    starters: frozenset[str]
    #: Starters that also begin surnames ("Le Pen"), so that they show nothing after an initial.
    surname_starters: frozenset[str]
    #: What may follow "5 p.m." within the sentence.
    followers: frozenset[str]
    #: Nouns before a single letter that is no initial ("plan B", "vitamine C").
    lettered: frozenset[str]
    #: Finite forms of verbs of saying, for the clause after a closing quote.
    reporting: frozenset[str]
    #: Names written with a mark of their own ("Yahoo!").
    marked: frozenset[str]

    def kind(self, word: str) -> str | None:
        """The kind of an abbreviation, given without its last stop and perhaps in capitals."""
        kind = self.kinds.get(word)
        if kind is None and len(word) > 1:
            usual = word.capitalize() if word.isupper() else word[0].lower() + word[1:]
            kind = self.kinds.get(usual)
        return kind


@cache
def rules(language: str) -> Rules:
    """The rules of ``fr`` or ``en``; any other language is read with the English ones."""
    data = load("sentences", language if language in LANGUAGES else "en")
    kinds = {word: kind for kind, table in data["abbreviations"].items() for word in table["words"]}
    return Rules(
        kinds=kinds,
        starters=frozenset(data["starters"]["words"]),
        surname_starters=frozenset(data["starters"]["also_surnames"]),
        followers=frozenset(data["clock"]["followers"]),
        lettered=frozenset(data["lettered"]["nouns"]),
        reporting=frozenset(data["reporting"]["verbs"]),
        marked=frozenset(data["marked"]["names"]),
    )
