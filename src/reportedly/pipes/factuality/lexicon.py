"""The factuality lexicon, compiled: which class a word belongs to in which frame, and what the class does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reportedly.lexicon import load
from reportedly.model import CueKind
from reportedly.pipes.tokens import Token

CURLY = str.maketrans({"’": "'", "ʼ": "'", "‑": "-"})
#: Endings that French participles and adjectives take for gender and number, longest first.
AGREEMENT = ("es", "e", "s")


NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Effect:
    """What a class of words does to the act that it governs; the fields are told in ontology/factuality.toml."""

    name: str
    affirmed: str
    negated: str
    time: str
    cue: CueKind | None
    status: str
    nouns: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """A marker of one or more words; ``name`` is what it marks, ``effect`` its class where it has one."""

    words: tuple[str, ...]
    name: str
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class FactLexicon:
    """One language's factuality words."""

    language: str
    #: Frame, then word, to effect.
    frames: dict[str, dict[str, Effect]]
    #: Markers of several kinds by their first word, longest first.
    sequences: dict[str, tuple[Sequence, ...]]
    #: Word lists by table and name.
    lists: dict[str, dict[str, frozenset[str]]]
    modals: dict[str, str]
    #: Keys of more than one word.
    phrasal: frozenset[str]

    def effect(self, frame: str, *words: str) -> Effect | None:
        """The effect of the first of ``words`` that the frame knows."""
        table = self.frames.get(frame)
        if table:
            for word in words:
                if word in table:
                    return table[word]
        return None

    def words(self, table: str, name: str) -> frozenset[str]:
        """A word list; empty where the language has none."""
        return self.lists[table].get(name, NONE)


@lru_cache(65_536)
def plain(text: str) -> str:
    """Lower case, with straight apostrophes and hyphens."""
    return text.lower().translate(CURLY)


def lemma(token: Token) -> str:
    """The lemma as the lexicon writes it; the word itself where no lemmatizer ran."""
    return plain(token.lemma_ or token.text)


def forms(token: Token) -> tuple[str, ...]:
    """The word as it stands and as it would in the masculine singular, then its lemma."""
    return _forms(plain(token.text), lemma(token))


@lru_cache(65_536)
def _forms(word: str, base: str) -> tuple[str, ...]:
    cut = [word[: -len(end)] for end in AGREEMENT if word.endswith(end) and len(word) > len(end) + 2]
    return (word, *cut, base)


def verbs(token: Token) -> tuple[str, ...]:
    """The infinitives that a word may belong to, the tagger's first: "compte" may be of "compter"."""
    word, base = plain(token.text), lemma(token)
    if base.endswith(("er", "ir", "re")) or base != word:
        return (base,)
    return (base, f"{word}r", f"{word}ir", f"{word}re")


@cache
def effects() -> dict[str, Effect]:
    """All classes by name."""
    return {
        name: Effect(
            name,
            row["affirmed"],
            row["negated"],
            row["time"],
            row.get("cue"),
            row.get("status", ""),
            row.get("nouns", False),
        )
        for name, row in load("factuality", "ontology").items()
    }


@cache
def fact_lexicon(language: str) -> FactLexicon:
    """The compiled lexicon of ``fr`` or ``en``.

    :raises LexiconError: if the language has none.
    """
    data = load("factuality", language)
    frames: dict[str, dict[str, Effect]] = {}
    found: list[Sequence] = []
    for name, lists in data["classes"].items():
        effect = effects()[name]
        for frame, entries in lists.items():
            for entry in entries:
                words = tuple(entry.replace("'", "' ").split())
                if frame == "adverb" and "-" in entry:
                    found.append(Sequence(tuple(entry.replace("-", " - ").split()), frame, effect))
                if frame == "phrase" or (frame == "adverb" and len(words) > 1):
                    found.append(Sequence(words, frame, effect))
                else:
                    frames.setdefault(frame, {})[entry] = effect
    for table in ("conditions", "marks"):
        for name, entries in data[table].items():
            found += [
                Sequence(tuple(entry.replace("'", "' ").split()), f"{table}.{name}") for entry in entries
            ]
    frames["phrasal"] = _phrases(data["phrasal"])
    lists = {key: _sets(data[key]) for key in data if key not in {"classes", "modals", "phrasal"}}
    modals = {word: name for name, entries in data["modals"].items() for word in entries}
    several = frozenset(entry for table in frames.values() for entry in table if " " in entry)
    return FactLexicon(language, frames, _index(found), lists, modals, several)


def _phrases(families: dict[str, Any]) -> dict[str, Effect]:
    """Every verb of a family with every noun of it, and the family's class."""
    return {
        f"{verb} {noun}": effects()[family["class"]]
        for family in families.values()
        for verb in family["verbs"]
        for noun in family["nouns"]
    }


def _sets(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(entries) for name, entries in table.items()}


def _index(sequences: list[Sequence]) -> dict[str, tuple[Sequence, ...]]:
    by_first: dict[str, list[Sequence]] = {}
    for each in sorted(sequences, key=lambda s: (-len(s.words), s.words, s.name)):
        by_first.setdefault(each.words[0], []).append(each)
    return {word: tuple(group) for word, group in by_first.items()}


@cache
def foreign_hedges(language: str) -> dict[str, Effect]:
    """Hedging adverbs of the other language that cannot be words of this one."""
    other = "en" if language == "fr" else "fr"
    own = fact_lexicon(language).frames.get("adverb", {})
    return {w: e for w, e in fact_lexicon(other).frames["adverb"].items() if w not in own and len(w) > 5}
