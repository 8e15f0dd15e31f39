"""A typed view on ``coding.toml``, ``coding_frames.toml`` and ``coding_families.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from reportedly.errors import LexiconError
from reportedly.lexicon import load
from reportedly.model import EventType

if TYPE_CHECKING:
    from reportedly.ontology import Family, Ontology

Words = frozenset[str]
NONE: Words = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A family of words with the conditions under which they name an act of one type."""

    #: None: an act of a user's own that PLOVER has no type for.
    type: EventType | None
    mode: str | None = None
    act: str | None = None
    #: The code of a user's own act; others have theirs from the crosswalk.
    cameo: str | None = None
    object: Words = NONE
    not_object: Words = NONE
    subject: Words = NONE
    not_subject: Words = NONE
    oblique: Words = NONE
    #: As `not_object` and `not_oblique` would be, but guards that do not count either.
    never_object: Words = NONE
    never_oblique: Words = NONE
    case: Words = NONE
    #: The preposition of a phrase that hangs on the object: "evidence against Rome".
    object_case: Words = NONE
    clause_type: Words = NONE
    words: Words = NONE
    not_words: Words = NONE
    #: As `not_words`, but a guard that does not count: a family with it asks for no more than before.
    never: Words = NONE
    light: Words = NONE
    voice: str | None = None
    needs: str | None = None
    clause: bool = False
    #: What must introduce the act that it governs: "asked him to go", not "asked why he went".
    mark: Words = NONE
    not_clause: bool = False
    #: The act that it governs is one of these, or does one of these: "ready to give a severe response".
    clause_word: Words = NONE
    #: The act that it governs is said to be somebody's duty.
    duty: bool = False
    #: Only where it is threatened: "Rome will respond if Tunis attacks".
    threatened: bool = False
    place: bool = False
    not_place: bool = False
    #: The object comes to the subject: a host receives a visitor.
    swap: bool = False
    recipients: tuple[str, ...] = ()
    #: How many conditions it makes; the frame that asks most decides.
    weight: int = 0


@dataclass(frozen=True, slots=True)
class CodingLexicon:
    """A language's families, classes of nouns and of prepositions, and words of contexts."""

    frames: Mapping[tuple[str, str], tuple[Frame, ...]]
    classes: Mapping[str, Words]
    cases: Mapping[str, Words]
    contexts: Mapping[str, tuple[str, ...]]
    #: ``plural``, ``singular``, ``person`` and ``thing``.
    pronouns: Mapping[str, Words]
    duty: Words
    #: What begins a condition, and what an act waits for.
    conditions: Words
    awaited: Words
    #: Phrases that tell of an act as all but there.
    imminent: Words
    #: Verbs by which those in power decide.
    decisions: Words
    #: Verbs that warn of what others may do.
    warnings: Words
    #: Adjectives that point back: "no such order".
    such: Words
    #: Verbs and nouns of what only happens to their subject.
    happenings: Words
    #: Those of them that say that something took place, and verbs by which it is told that it did.
    occurs: Words
    records: Words
    mishaps: Words
    future: Words
    future_on_infinitive: bool
    aims: Words


_WORD_FIELDS = frozenset(
    {
        "object",
        "not_object",
        "subject",
        "not_subject",
        "oblique",
        "never_object",
        "never_oblique",
        "clause_type",
        "clause_word",
        "words",
        "not_words",
        "never",
        "light",
        "mark",
    }
)
_PARTS = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ"}
_PLAIN = frozenset(
    {
        "type",
        "mode",
        "act",
        "cameo",
        "first",
        "verbs",
        "nouns",
        "adjectives",
        "example",
        "mark",
        "never",
        "never_object",
        "never_oblique",
        "recipients",
        "swap",
    }
)
#: More conditions than any family makes: a user's own families come first.
FIRST = 100


def words(value: str) -> Words:
    """The words of a list; an underscore stands for a space."""
    return frozenset(word.replace("_", " ") for word in value.split())


@cache
def coding_lexicon(language: str, ontology: Ontology | None = None) -> CodingLexicon:
    """The lexicon of a language; an unknown language has that of English.

    :param ontology: a user's own, whose families are tried before all others.
    """
    try:
        data = load("coding", language)
    except LexiconError:
        language, data = "en", load("coding", "en")
    cases = {
        name: frozenset(part.strip() for part in value.split(",")) for name, value in data["cases"].items()
    }
    given = data["classes"] | (ontology.classes_in(language) if ontology else {})
    classes = {name: words(value) for name, value in given.items()}
    contexts: dict[str, list[str]] = {}
    for name in sorted(data["contexts"]):
        for word in sorted(words(data["contexts"][name])):
            contexts.setdefault(word, []).append(name)
    return CodingLexicon(
        frames=_indexed(_own(ontology, language) + _common(ontology, families(language)), cases, classes),
        classes=classes,
        cases=cases,
        pronouns={name: words(value) for name, value in data["pronouns"].items()},
        happenings=words(data["happenings"]["verbs"]),
        occurs=words(data["happenings"]["occurs"]),
        records=words(data["happenings"]["records"]),
        mishaps=words(data["happenings"]["nouns"]),
        future=words(data["modals"]["future"]),
        future_on_infinitive=bool(data["modals"]["future_on_infinitive"]),
        aims=words(data["modals"]["aims"]),
        duty=words(data["modals"]["duty"]),
        conditions=words(data["modals"]["conditions"]),
        awaited=words(data["modals"]["awaited"]),
        decisions=words(data["modals"]["decisions"]),
        warnings=words(data["modals"]["warnings"]),
        imminent=words(data["modals"]["imminent"]),
        such=words(data["pronouns"]["such"]),
        contexts={word: tuple(names) for word, names in contexts.items()},
    )


def families(language: str) -> list[Mapping[str, Any]]:
    """The families of a language as their files give them: first those with many conditions, then the wider ones."""
    return [*load("coding_frames", language)["frame"], *load("coding_families", language)["frame"]]


def _own(ontology: Ontology | None, language: str) -> list[Mapping[str, Any]]:
    """A user's families as entries of `coding_frames.toml`, ahead of whatever stands there."""
    return [_entry(family, ontology) for family in ontology.families(language)] if ontology else []


def _entry(family: Family, ontology: Ontology) -> Mapping[str, Any]:
    kind, cameo = ontology.kind(family)
    return {
        **{key: value for key, value in vars(family).items() if value},
        "type": kind,
        "cameo": cameo,
        "first": True,
    }


def _common(ontology: Ontology | None, entries: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [] if ontology and ontology.extends == "nothing" else entries


def _spread(given: Words, classes: Mapping[str, Words]) -> Words:
    """Words, with `@name` for all words of a class."""
    spread = {name for word in given for name in (classes[word[1:]] if word.startswith("@") else {word})}
    return frozenset(spread)


def _indexed(
    entries: Iterable[Mapping[str, Any]], cases: Mapping[str, Words], classes: Mapping[str, Words]
) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by part of speech and lemma, the most demanding first, then in the file's order."""
    index: dict[tuple[str, str], list[Frame]] = {}
    for entry in entries:
        frame = _frame(entry, cases, classes)
        for key, part in _PARTS.items():
            for word in sorted(words(entry.get(key, ""))):
                index.setdefault((part, word), []).append(frame)
    return {key: tuple(sorted(frames, key=lambda frame: -frame.weight)) for key, frames in index.items()}


def _frame(entry: Mapping[str, Any], cases: Mapping[str, Words], classes: Mapping[str, Words]) -> Frame:
    known = {one.name for one in fields(Frame)} | _PLAIN
    if unknown := sorted(set(entry) - known):
        raise LexiconError(f"coding_frames: no such key {unknown[0]!r} in {dict(entry)!r}")
    values: dict[str, Any] = {
        key: value for key, value in entry.items() if key not in ("verbs", "nouns", "adjectives")
    }
    values.pop("example", None)
    ahead = FIRST if values.pop("first", False) else 0
    for key in _WORD_FIELDS & values.keys():
        values[key] = _spread(words(values[key]), classes)
    for key in ("case", "object_case"):
        if key in values:
            values[key] = frozenset(part for name in values[key].split() for part in cases.get(name, {name}))
    values["recipients"] = tuple(values.get("recipients", "").split())
    return Frame(**values, weight=ahead + sum(key not in _PLAIN for key in entry))
