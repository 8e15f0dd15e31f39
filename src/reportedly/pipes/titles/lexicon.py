"""What the words of a headline say of all of it, as a typed view of ``headlines.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load

Words = tuple[str, ...]
#: Words by their first one, the longest first, with what they are.
Index = Mapping[str, tuple[tuple[Words, str], ...]]


@dataclass(frozen=True, slots=True)
class TitleLexicon:
    """One language's words of headlines, in lower case with straight apostrophes."""

    #: Words before a colon that nobody speaks with.
    labels: Index
    #: Nouns of what happens: a phrase of which one is the head speaks no more.
    topics: frozenset[str]
    #: Nouns that are a voice by themselves.
    voices: Index
    #: Words that doubt, with their class.
    doubt: Index
    #: Words that say that something is not so, as what they are: ``nouns``, ``predicates``.
    false: Index
    #: Words before a noun that make it untrue.
    attributes: frozenset[str]
    #: Nouns of what is told.
    told: frozenset[str]
    #: Nouns of those who tell: a satirical one is true itself, its tales are not.
    tellers: frozenset[str]
    #: Words that judge what follows their colon.
    verdicts: Index
    #: Words that deny what follows: ``verbs``, ``dismissals``, ``doubts``.
    denial: Index
    #: Words that end what is denied.
    ended: Index
    #: Small words by how they reach others: ``after``, ``telling``, ``agent`` and so on.
    scope: Mapping[str, frozenset[str]]
    #: A "no" to the headline's own question.
    answers: Index
    #: Words behind and before one of the others by which it says something else.
    unless: Mapping[str, frozenset[str]]
    unless_before: Mapping[str, frozenset[str]]


@cache
def title_lexicon(language: str) -> TitleLexicon:
    """The compiled words of ``fr`` or ``en``.

    :raises LexiconError: if the language has none.
    """
    data = load("headlines", language)
    false, denial = data["false"], data["denial"]
    return TitleLexicon(
        labels=_index({"label": data["labels"]["words"]}),
        topics=frozenset(data["labels"]["topics"]),
        voices=_index({"voice": data["voices"]["words"]}),
        doubt=_index({name: words for name, words in data["doubt"].items() if name != "example"}),
        false=_index({name: false[name] for name in ("nouns", "predicates")}),
        attributes=frozenset(false["attributes"]),
        told=frozenset(false["told"]),
        tellers=frozenset(false["tellers"]),
        verdicts=_index({"verdict": false["verdicts"]}),
        denial=_index({name: denial[name] for name in ("verbs", "dismissals", "doubts")}),
        ended=_index({"ended": denial["ended"]}),
        scope=_sets(data["scope"]),
        answers=_index({"no": data["answers"]["no"]}),
        unless=_sets(data["unless"]),
        unless_before=_sets(data["unless_before"]),
    )


def _sets(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table.items() if name != "example"}


def _index(lists: Mapping[str, Iterable[str]]) -> Index:
    found: dict[str, list[tuple[Words, str]]] = {}
    for name, entries in lists.items():
        for entry in entries:
            words = tuple(entry.replace("'", "' ").replace("n' t", "n't").split())
            found.setdefault(words[0], []).append((words, name))
    return {first: tuple(sorted(group, key=lambda one: -len(one[0]))) for first, group in found.items()}
