"""A typed view on ``lexicon/<language>/predicates.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from reportedly.errors import LexiconError
from reportedly.lexicon import load

if TYPE_CHECKING:
    from reportedly.ontology import Ontology

Sequences = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Culprits:
    """Words that tie somebody to an act, see the table of that name."""

    blames: frozenset[str]
    #: Those of them that prove nothing.
    suspects: frozenset[str]
    attributes: frozenset[str]
    adjectives: frozenset[str]
    nouns: frozenset[str]
    assumes: frozenset[str]
    cases: frozenset[str]
    to: frozenset[str]


@dataclass(frozen=True, slots=True)
class PredicateLexicon:
    """What the language's words do; all sets hold lemmas in lower case, see the file for what each means."""

    never: frozenset[str]
    #: Copulas, and the verbs that say what exists.
    states: frozenset[str]
    #: Those of them that say so only with an expletive: « il y a ».
    existential: frozenset[str]
    raising: frozenset[str]
    object_control: frozenset[str]
    dative_control: frozenset[str]
    cause_control: frozenset[str]
    unaccusative: frozenset[str]
    active_bare: frozenset[str]
    #: What puts a participle beside its object: "saw ten men killed".
    sees: frozenset[str]
    #: Whose participle tells what somebody has a mind to: "committed to".
    resolved: frozenset[str]
    commits: frozenset[str]
    #: What their object names is for others to do.
    asks: frozenset[str]
    light: frozenset[str]
    light_patient: frozenset[str]
    #: A verb and a noun: beside it the verb's subject bears the noun's act.
    light_received: frozenset[str]
    #: What acts do that take place: "broke out".
    breaks_out: frozenset[str]
    periphrases: frozenset[str]
    particle_verbs: frozenset[str]
    #: By first word, longest first: the words that follow it.
    light_phrases: Sequences
    idioms: Sequences
    events: frozenset[str]
    phrases: Sequences
    #: Phrases that are prepositions, though they hold such a noun, as words: « à l'aide de ».
    prepositional: frozenset[tuple[str, ...]]
    suffixes: tuple[str, ...]
    not_events: frozenset[str]
    #: Nouns that a clause behind them spells out: "the fact that they left".
    contents: frozenset[str]
    of_subject: frozenset[str]
    of_either: frozenset[str]
    times: frozenset[str]
    quantifiers: frozenset[str]
    adjectives: frozenset[str]
    agent: frozenset[str]
    dative: frozenset[str]
    #: What tells why somebody is punished or praised.
    cause: frozenset[str]
    #: Whom something is received from.
    source: frozenset[str]
    of: frozenset[str]
    between: frozenset[str]
    #: What brings in those who act together with the subject, as words.
    companions: tuple[tuple[str, ...], ...]
    #: What brings in members of a group or others beside it, as words, longest first.
    including: tuple[tuple[str, ...], ...]
    #: The first words of these.
    bringing: frozenset[str]
    #: Whoever is not: "nobody", and what joins things that are not: "neither".
    nobody: frozenset[str]
    neither: frozenset[str]
    #: What says where, not whom an act is aimed at.
    where: frozenset[str]
    possessive: frozenset[str]
    #: Articles that look like prepositions: "des chars".
    partitive: frozenset[str]
    #: What begins a complement clause.
    complementizers: frozenset[str]
    #: Prepositions that say how many: "up to".
    approximate: frozenset[str]
    #: Endings of participles and of their infinitives, longest first.
    participles: tuple[tuple[str, str], ...]
    contractions: Mapping[str, str]
    culprits: Culprits


#: An elided word is a token of its own: "l'", "objet".
_TOKEN = re.compile(r"[^\s']+'?")
#: The same where a tokenizer splits at hyphens.
_SPLIT = re.compile(r"-|[^\s'-]+'?")


def words(value: str) -> frozenset[str]:
    """The words of a block; an underscore stands for a space."""
    return frozenset(word.replace("_", " ") for word in value.split())


def sequences(phrases: Iterable[str]) -> Sequences:
    """Phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        plain = phrase.lower().replace("’", "'")
        for pattern in (_TOKEN, _SPLIT) if "-" in plain else (_TOKEN,):
            first, *rest = pattern.findall(plain)
            found.setdefault(first, []).append(tuple(rest))
    return {
        first: tuple(sorted(rests, key=lambda rest: (-len(rest), rest))) for first, rests in found.items()
    }


def first_words(lemma: str) -> set[str]:
    """What the first word of a lemma may be: itself, and the first of its words however they are split."""
    return {lemma, lemma.partition(" ")[0], *(pattern.findall(lemma)[0] for pattern in (_TOKEN, _SPLIT))}


def joined(parts: Iterable[str]) -> str:
    """The words of a phrase as one lemma: no space behind an elision or around a hyphen."""
    return " ".join(parts).replace("' ", "'").replace(" - ", "-")


@cache
def predicate_lexicon(language: str, ontology: Ontology | None = None) -> PredicateLexicon:
    """The lexicon of a language; an unknown language has that of English.

    :param ontology: a user's own, whose nouns name acts too.
    """
    try:
        data = load("predicates", language)
    except LexiconError:
        language, data = "en", load("predicates", "en")
    lexicon = _with_families(_compiled(data), load("coding_families", language)["frame"])
    return _with_own(lexicon, ontology, language) if ontology else lexicon


def _with_families(lexicon: PredicateLexicon, families: list[Mapping[str, str]]) -> PredicateLexicon:
    """The lexicon with what the wider families of acts name: each of their words is a predicate."""
    verbs = {word for family in families for word in words(family.get("verbs", ""))}
    nouns = {word for family in families for word in words(family.get("nouns", ""))}
    kinds = load("plover", "ontology")["types"]
    owned = {
        word
        for family in families
        if family.get("needs") == "actor" and kinds[family["type"]].get("owner") == "actor"
        for word in words(family.get("nouns", ""))
    }
    wider = _with_words(lexicon, verbs - lexicon.particle_verbs, nouns)
    return replace(wider, of_subject=lexicon.of_subject | (owned - lexicon.of_either))


def _with_own(lexicon: PredicateLexicon, ontology: Ontology, language: str) -> PredicateLexicon:
    """The lexicon with the nouns and the phrases of a user's own families."""
    named = {
        (part, word.replace("_", " ")) for one in ontology.families(language) for part, word in one.named()
    }
    verbs = {word for part, word in named if part == "verbs"}
    return _with_words(lexicon, verbs, {word for part, word in named if part == "nouns"})


def _with_words(lexicon: PredicateLexicon, verbs: set[str], nouns: set[str]) -> PredicateLexicon:
    idioms = sequences(sorted(word for word in verbs if " " in word))
    phrases = sequences(sorted(word for word in nouns if " " in word or "-" in word))
    return replace(
        lexicon,
        events=lexicon.events | nouns,
        idioms=_ahead(idioms, lexicon.idioms),
        phrases=_ahead(phrases, lexicon.phrases),
    )


def _ahead(own: Sequences, common: Sequences) -> Sequences:
    return {**common, **{first: rests + common.get(first, ()) for first, rests in own.items()}}


def _compiled(data: Mapping[str, Any]) -> PredicateLexicon:
    verbs, nouns, cases = data["verbs"], data["nouns"], data["cases"]
    return PredicateLexicon(
        **{name: words(verbs[name]) for name in _VERB_SETS},
        **{name: words(nouns[name]) for name in _NOUN_SETS},
        light_received=frozenset(verbs["light_received"]),
        light_phrases=sequences(verbs["light_phrases"]),
        idioms=sequences(verbs["idioms"]),
        phrases=sequences([*nouns["phrases"], *sorted(w for w in words(nouns["events"]) if "-" in w)]),
        prepositional=frozenset(tuple(_TOKEN.findall(one)) for one in nouns["prepositional"]),
        suffixes=tuple(nouns["suffixes"]),
        adjectives=words(data["adjectives"]["events"]),
        agent=frozenset(cases["agent"]),
        dative=frozenset(cases["dative"]),
        cause=frozenset(cases["cause"]),
        source=frozenset(cases["source"]),
        of=frozenset(cases["of"]),
        between=frozenset(cases["between"]),
        companions=tuple(tuple(phrase.split()) for phrase in cases["companions"]),
        including=(including := _longest_first([*cases["including"], *cases["companions"]])),
        bringing=frozenset(phrase[0] for phrase in including),
        nobody=frozenset(cases["nobody"]),
        neither=frozenset(cases["neither"]),
        where=frozenset(cases["where"]),
        possessive=frozenset(cases["possessive"]),
        partitive=frozenset(cases["partitive"]),
        complementizers=frozenset(cases["complementizers"]),
        approximate=frozenset(cases["approximate"]),
        participles=tuple(sorted(verbs["participles"].items(), key=lambda pair: (-len(pair[0]), pair[0]))),
        contractions=dict(cases["contractions"]),
        culprits=_culprits(data["culprits"]),
    )


def _longest_first(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=lambda one: (-len(one), one)))


def _culprits(table: Mapping[str, Any]) -> Culprits:
    sets = {
        name: words(table[name])
        for name in ("blames", "suspects", "attributes", "adjectives", "nouns", "assumes")
    }
    return Culprits(**sets, cases=frozenset(table["cases"]), to=frozenset(table["to"]))


_VERB_SETS = (
    "never",
    "states",
    "existential",
    "raising",
    "object_control",
    "dative_control",
    "cause_control",
    "unaccusative",
    "active_bare",
    "resolved",
    "sees",
    "commits",
    "asks",
    "light",
    "light_patient",
    "breaks_out",
    "periphrases",
    "particle_verbs",
)
_NOUN_SETS = ("contents", "events", "not_events", "of_subject", "of_either", "times", "quantifiers")
