"""A user's own ontology: acts of a field, and the words that name them, in one TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from reportedly.errors import LexiconError
from reportedly.model import EventType

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")


@dataclass(frozen=True, kw_only=True)
class Act:
    """A kind of act; ``type`` is the PLOVER type of which it is a finer one, None for an act outside PLOVER."""

    definition: str
    type: EventType | None = None
    cameo: str | None = None


@dataclass(frozen=True, kw_only=True)
class Family:
    """Words that name an act under conditions, as ``docs/coding.md`` lists them; lists of words are parted by spaces.

    It names an ``act`` of this ontology, or adds words to a ``type`` of PLOVER.
    """

    example: str
    act: str | None = None
    type: EventType | None = None
    mode: str | None = None
    verbs: str = ""
    nouns: str = ""
    adjectives: str = ""
    object: str = ""
    not_object: str = ""
    subject: str = ""
    not_subject: str = ""
    oblique: str = ""
    case: str = ""
    clause_type: str = ""
    clause_word: str = ""
    words: str = ""
    not_words: str = ""
    light: str = ""
    voice: Literal["active", "passive", "reflexive"] | None = None
    needs: Literal["actor", "recipient", "party", "two"] | None = None
    clause: bool = False
    mark: str = ""
    not_clause: bool = False
    place: bool = False
    not_place: bool = False
    swap: bool = False
    recipients: str = ""

    def conditions(self) -> dict[str, Any]:
        """What it asks for, without its names and its example."""
        skipped = {"example", "verbs", "nouns", "adjectives", "act"}
        return {key: value for key, value in vars(self).items() if value and key not in skipped}

    def named(self) -> Iterator[tuple[str, str]]:
        """Each word with its part of speech."""
        for part in ("verbs", "nouns", "adjectives"):
            for word in getattr(self, part).split():
                yield part, word


@dataclass(frozen=True, eq=False, kw_only=True)
class Ontology:
    """A checked ontology; two are the same only if they are one object, so that lexicons can be kept by it."""

    name: str
    acts: Mapping[str, Act]
    frames: Mapping[Language, tuple[Family, ...]]
    #: ``nothing``: only what stands here is coded.
    extends: Literal["plover", "nothing"] = "plover"
    #: Classes of words that conditions may name, by language.
    classes: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)

    def families(self, language: str) -> tuple[Family, ...]:
        """The families of one language, in the file's order."""
        return next((found for key, found in self.frames.items() if key == language), ())

    def classes_in(self, language: str) -> Mapping[str, str]:
        """The classes of one language."""
        return next((found for key, found in self.classes.items() if key == language), {})

    def kind(self, family: Family) -> tuple[EventType | None, str | None]:
        """The PLOVER type and the CAMEO code of what a family names."""
        act = self.acts.get(family.act or "")
        return (act.type, act.cameo) if act else (family.type, None)


@cache
def read_ontology(path: str | Path) -> Ontology:
    """The ontology in a file.

    :raises LexiconError: with the file, the place in it and what is wrong there.
    """
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {error}") from error
    for where in unknown_keys(table):
        raise LexiconError(f"{path}: {where}: no such key")
    try:
        ontology = msgspec.convert(table, Ontology)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{path}: {error}") from error
    for problem in problems(ontology):
        raise LexiconError(f"{path}: {problem}")
    return ontology


def unknown_keys(table: Mapping[str, Any]) -> Iterator[str]:
    """Where a table has keys that mean nothing, such as a misspelt condition."""
    yield from (f"`{key}`" for key in table if key not in Ontology.__dataclass_fields__)
    for name, act in _tables(table.get("acts")):
        yield from (f"`acts.{name}.{key}`" for key in act if key not in Act.__dataclass_fields__)
    for language, families in _tables(table.get("frames")):
        for number, family in enumerate(families if isinstance(families, list) else ()):
            keys = family if isinstance(family, dict) else ()
            known = Family.__dataclass_fields__
            yield from (f"`frames.{language}[{number}].{key}`" for key in keys if key not in known)


def _tables(value: object) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()


def problems(ontology: Ontology) -> Iterator[str]:
    """What keeps an ontology of the right shape from meaning anything."""
    told: dict[tuple[Any, ...], str] = {}
    if not any(ontology.frames.values()):
        yield "`frames`: there are none, so nothing would be found"
    for language in LANGUAGES:
        for number, family in enumerate(ontology.families(language)):
            where = f"`frames.{language}[{number}]`"
            if bool(family.act) == bool(family.type):
                yield f"{where}: names either an `act` of this file or a `type` of PLOVER"
            if family.act and family.act not in ontology.acts:
                yield f"{where}: there is no act {family.act!r} under `acts`"
            if not any(family.named()):
                yield f"{where}: needs some `verbs`, `nouns` or `adjectives`"
            for part, word in family.named():
                key = (language, part, word, *sorted(family.conditions().items()))
                if key in told:
                    yield f"{where}: {word!r} stands under the same conditions in {told[key]}"
                told[key] = where
