"""What the attribution pipe knows of a language: cues with the constructions they take, sources, persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from reportedly.lexicon import load
from reportedly.model import SourceRole, Stance
from reportedly.pipes.draft import CueSort
from reportedly.pipes.tokens import Token

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue of the lexicon: a verb with the words that follow it, and the frames it takes."""

    lemma: str
    #: What follows the verb, e.g. ("état", "de").
    tail: Words
    reflexive: bool
    frames: frozenset[str]
    sort: CueSort
    stance: Stance


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that attributes: ``clause`` and ``infinitive`` say what it takes, ``prepositions`` what governs a noun."""

    lemma: str
    clause: bool
    infinitive: bool
    #: Where nothing says what: ``owned`` nouns name it with whose they are ("son avis"), ``thought`` by themselves
    #: ("cette idée"), ``speech`` tells only that somebody spoke ("un discours"), ``writing`` is its own source.
    alone: Literal["", "owned", "thought", "speech", "writing"]
    prepositions: frozenset[str]
    sort: CueSort
    stance: Stance


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The attribution lexicon of one language; words are lower-case lemmas or forms."""

    #: By the verb's lemma, the longest first.
    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, Noun]
    #: Phrases in which such a noun is something else ("par rapport à"), by their first word.
    no_nouns: Mapping[str, tuple[Words, ...]]
    #: Prepositions of the source by their first word, the longest first.
    phrases: Mapping[str, tuple[Words, ...]]
    #: Prepositions that make a source of a document only ("in a poll").
    document_phrases: frozenset[str]
    #: Documents that have findings, so that "in" before them makes a source of them.
    polls: frozenset[str]
    #: Nouns that what stands with such a preposition is measured by, and that never speak ("selon le cas").
    measures: frozenset[str]
    #: Prepositions of the source that stand apart, between commas or first in their sentence ("pour").
    apart_phrases: frozenset[str]
    #: Prepositions of the source that have no other use.
    sure_phrases: frozenset[str]
    #: Whole phrases that are their own source ("à son avis").
    own_phrases: Mapping[str, tuple[Words, ...]]
    #: Phrases without an article before the source ("de source diplomatique").
    bare_phrases: Mapping[str, tuple[Words, ...]]
    passing_verbs: frozenset[str]
    passing_phrases: Mapping[str, tuple[Words, ...]]
    holding: Mapping[str, tuple[Words, ...]]
    passing_after: Mapping[str, tuple[Words, ...]]
    hedges: frozenset[str]
    impersonal: frozenset[str]
    personal: frozenset[str]
    #: Verbs whose subject may stand for nobody in the active: "il convient que".
    impersonal_verbs: frozenset[str]
    roles: Mapping[str, SourceRole]
    anonymous: frozenset[str]
    #: Words that say that somebody's name is not given ("be named").
    withheld: Mapping[str, tuple[Words, ...]]
    institutions: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    generic: frozenset[str]
    plural_pronouns: frozenset[str]
    expletive: frozenset[str]
    addressee: frozenset[str]
    #: Nouns of those whom sources talk to.
    hearers: frozenset[str]
    asked: Mapping[str, frozenset[str]]
    #: Endings of participles that taggers take for adjectives, with the ending of their verb.
    participles: Mapping[str, str]
    #: Verbs whose participles are adjectives where nothing follows them: "known", "répété".
    adjectives: frozenset[str]
    #: Endings of present tenses that taggers take for nouns, with the ending of their verb.
    presents: Mapping[str, str]
    #: Words that open a complement clause.
    complementisers: frozenset[str]
    #: Whether a complement clause may go without a complementiser: "he said | it rained".
    omits: bool
    #: Words that name a day or a time.
    times: frozenset[str]
    #: Function words by what they do: ``agent`` ("by"), ``that``, ``like`` ("as"), ``infinitive`` ("to"), and so on.
    words: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]


def by_first(phrases: Iterable[str]) -> dict[str, tuple[Words, ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[Words]] = {}
    for phrase in phrases:
        words = tuple(phrase.replace("'", "' ").split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=lambda w: (-len(w), w))) for first, group in sorted(found.items())}


def _first_of(tables: Mapping[str, Any]) -> dict[str, str]:
    """The name of the first table that holds each word."""
    found: dict[str, str] = {}
    for name, words in tables.items():
        for word in words if isinstance(words, list) else ():
            found.setdefault(word, name)
    return found


def _entries(data: Mapping[str, Any]) -> dict[str, tuple[Entry, ...]]:
    sorts, stances = _first_of(data["sorts"]), _first_of(data["stances"])
    frames: dict[str, set[str]] = {}
    for frame, table in data["frames"].items():
        for lemma in table["lemmas"]:
            frames.setdefault(lemma, set()).add(frame)
    found: dict[str, list[Entry]] = {}
    for lemma, names in sorted(frames.items()):
        words = lemma.replace("'", "' ").split()
        reflexive = words[0] == "se"
        words = words[1:] if reflexive else words
        found.setdefault(words[0], []).append(
            Entry(
                lemma,
                tuple(words[1:]),
                reflexive,
                frozenset(names),
                sorts.get(lemma, "report"),  # type: ignore[arg-type]
                stances.get(lemma, "neutral"),  # type: ignore[arg-type]
            )
        )
    return {
        verb: tuple(sorted(group, key=lambda e: (-len(e.tail), not e.reflexive, e.lemma)))
        for verb, group in sorted(found.items())
    }


def _nouns(data: Mapping[str, Any]) -> dict[str, Noun]:
    table = data["nouns"]
    governed: dict[str, set[str]] = {}
    for phrase in table["preposition"]:
        noun, _, preposition = phrase.rpartition(" ")
        governed.setdefault(noun, set()).add(preposition)
    stances, sorts = _first_of(data["stances"]), _first_of(data["sorts"])
    alone = _first_of({kind: table[kind] for kind in ("writing", "speech", "thought", "owned")})
    lemmas = {*table["clause"], *table["infinitive"], *alone, *governed}
    return {
        lemma: Noun(
            lemma,
            lemma in table["clause"],
            lemma in table["infinitive"],
            alone.get(lemma, ""),  # type: ignore[arg-type]
            frozenset(governed.get(lemma, ())),
            sorts.get(lemma, "report"),  # type: ignore[arg-type]
            stances.get(lemma, "neutral"),  # type: ignore[arg-type]
        )
        for lemma in sorted(lemmas)
    }


def _asked(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        verb, preposition = phrase.split()
        found.setdefault(verb, set()).add(preposition)
    return {verb: frozenset(prepositions) for verb, prepositions in sorted(found.items())}


def _number(pair: str) -> tuple[str, int]:
    word, _, value = pair.rpartition(" ")
    return word, int(value)


@cache
def lexicon(language: str) -> Lexicon:
    """The attribution lexicon of a language, compiled once.

    :param language: ``fr`` or ``en``.
    """
    data = load("attribution", language)
    persons, phrases, passing = data["persons"], data["phrases"], data["passing"]
    return Lexicon(
        verbs=_entries(data),
        nouns=_nouns(data),
        no_nouns=by_first(data["nouns"]["elsewhere"]),
        phrases=by_first([*phrases["source"], *phrases["document"]]),
        document_phrases=frozenset(phrases["document"]),
        apart_phrases=frozenset(phrases["apart"]),
        sure_phrases=frozenset(phrases["sure"]),
        polls=frozenset(phrases["polls"]),
        measures=frozenset(phrases["measures"]),
        own_phrases=by_first(phrases["own"]),
        bare_phrases=by_first(phrases.get("bare", [])),
        passing_verbs=frozenset(passing["verbs"]),
        passing_phrases=by_first(passing["phrases"]),
        holding=by_first(passing["holding"]),
        passing_after=by_first(passing["after"]),
        hedges=frozenset(data["hedges"]["adverbs"]),
        impersonal=frozenset(data["impersonal"]["adjectives"]),
        personal=frozenset(data["impersonal"]["personal"]),
        impersonal_verbs=frozenset(data["impersonal"]["verbs"]),
        adjectives=frozenset(data["participles"]["adjectives"]),
        presents=dict(pair.split("-") for pair in data["participles"]["presents"]),
        roles=_first_of(data["roles"]),  # type: ignore[arg-type]
        anonymous=frozenset(data["namedness"]["anonymous"]),
        withheld=by_first(data["namedness"]["withheld"]),
        institutions=frozenset(data["namedness"]["definite_institutions"]),
        first=frozenset(persons["first"]),
        second=frozenset(persons["second"]),
        generic=frozenset(persons["generic"]),
        plural_pronouns=frozenset(persons["group"]),
        expletive=frozenset(persons["expletive"]),
        addressee=frozenset(data["addressees"]["prepositions"]),
        hearers=frozenset(data["addressees"]["hearers"]),
        asked=_asked(data["addressees"]["asked"]),
        participles=dict(pair.split() for pair in data["participles"]["endings"]),
        complementisers=frozenset(data["complementisers"]["words"]),
        omits=data["complementisers"]["omitted"],
        times=frozenset(data["times"]["words"]),
        words={name: frozenset(words) for name, words in data["words"].items()},
        numbers=dict(_number(pair) for pair in data["numbers"]["values"]),
    )


def words_of(token: Token, kind: str) -> frozenset[str]:
    """The function words of one kind in a token's language."""
    return lexicon(token.vocab.lang).words[kind]
